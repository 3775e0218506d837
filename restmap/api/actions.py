"""Actions: operations of a resource's own, beside the verbs that every API has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast, overload

from ..declare.params import Params, ParamsMeta
from ..plan.operation import Result, Verb as PlannedVerb
from ..plan.resource_plan import DeclaredVerb
from .call import call
from .verbs import Verb, awaited, blocking

if TYPE_CHECKING:
    from .verbs import AsyncCall, Call

P = ParamSpec("P")
T = TypeVar("T")

ITSELF: Any = object()
"""What an action returns unless told otherwise: a record of the resource it belongs to."""


class Action(Verb, Generic[P, T]):
    """`cancel = action(Cancel)` in a class body: a verb for the nested class Cancel."""

    def __init__(
        self, params: ParamsMeta, returns: Any, invoke: Any, twin: Action[P, Any] | None = None
    ) -> None:
        super().__init__(invoke, "")
        self.params = params
        self.returns = returns
        self.twin = twin

    def declared(self, name: str) -> DeclaredVerb | None:
        """The verb that the action makes, where the head of its class says nothing else."""
        if self.twin is not None:
            return None
        returns = self.returns
        if returns is None:
            verb = PlannedVerb(name, "POST", "item", None, "nothing")
        elif returns is ITSELF:
            verb = PlannedVerb(name, "POST", "item", None, "record")
        else:
            result: Result = "record" if hasattr(returns, "_plan") else "value"
            verb = PlannedVerb(name, "POST", "item", None, result, returns)
        return DeclaredVerb(verb, self.params)

    def __set_name__(self, owner: type, name: str) -> None:
        # Both of a pair are one operation, which has the name of the blocking one.
        self._name = name
        self._operation = self.twin._operation if self.twin is not None else name


class ValueAction(Action[P, T]):
    """An action that returns something else than its resource."""

    def __get__(self, obj: Any, owner: Any) -> Call[P, T]:
        return cast("Call[P, T]", self._bind(obj, owner))

    def awaited(self) -> AsyncValueAction[P, T]:
        """The same for `await`: `cancel_async = cancel.awaited()`."""
        return AsyncValueAction(self.params, self.returns, awaited(call), self)


class AsyncValueAction(Action[P, T]):
    """The same for `await`."""

    def __get__(self, obj: Any, owner: Any) -> AsyncCall[P, T]:
        return cast("AsyncCall[P, T]", self._bind(obj, owner))


class RecordAction(Action[P, Any]):
    """An action that returns a record of its resource."""

    def __get__(self, obj: Any, owner: type[T]) -> Call[P, T]:
        return cast("Call[P, T]", self._bind(obj, owner))

    def awaited(self) -> AsyncRecordAction[P]:
        """The same for `await`: `cancel_async = cancel.awaited()`."""
        return AsyncRecordAction(self.params, self.returns, awaited(call), self)


class AsyncRecordAction(Action[P, Any]):
    """The same for `await`."""

    def __get__(self, obj: Any, owner: type[T]) -> AsyncCall[P, T]:
        return cast("AsyncCall[P, T]", self._bind(obj, owner))


@overload
def action(params: Callable[P, Params]) -> RecordAction[P]: ...
@overload
def action(params: Callable[P, Params], *, returns: None) -> ValueAction[P, bool]: ...
@overload
def action(params: Callable[P, Params], *, returns: type[T]) -> ValueAction[P, T]: ...
def action(params: Any, *, returns: Any = ITSELF) -> Any:
    """An operation of a resource's own, declared by a nested class with its method and path.

        class Cancel(Params, method="POST", uri="/cancel"):
            reason: str = UNSET

        cancel = action(Cancel)
        cancel_async = cancel.awaited()

    params: the nested class; by default it is sent by POST. returns: by default a record of the
    resource; another resource, any type that a field may have, or None for nothing (True).
    """
    kind: Any = RecordAction if returns is ITSELF else ValueAction
    return kind(params, returns, blocking(call))
