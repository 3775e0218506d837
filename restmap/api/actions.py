"""Actions: operations of a record or of a collection, beside the standard verbs."""

from __future__ import annotations

from collections.abc import Callable
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    NoReturn,
    ParamSpec,
    Protocol,
    TypeVar,
    cast,
    overload,
)

import attrs

from ..declare.params import Params, ParamsMeta, Returns
from ..declare.place import mistake
from ..plan.operation import Verb as PlannedVerb, verb_returning
from ..plan.resource_plan import DeclaredVerb
from .call import call
from .download import Download, download
from .verbs import Verb, awaited, blocking

if TYPE_CHECKING:
    from .verbs import AsyncCall, Call

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

if TYPE_CHECKING:

    class Records(Protocol[T_co]):
        """A record or a collection of records, on which an action is called."""

        def _itself(self) -> T_co: ...


ITSELF: Any = object()
"""The default of `returns=`: a record of the resource that the action belongs to."""


class Action(Verb, Generic[P, T]):
    """`cancel = action(Cancel)` in a class body: a verb for the nested class Cancel."""

    def __init__(
        self,
        params: ParamsMeta,
        returns: Any,
        invoke: Any,
        blocking_form: Action[P, Any] | None = None,
    ) -> None:
        super().__init__(invoke, "")
        self.params = params
        self.returns = returns
        self.blocking_form = blocking_form

    def declared_verb(self, name: str) -> DeclaredVerb | None:
        """The verb of the action; class keywords of its nested class override parts of it.

        None for the awaited form, which shares the verb of the blocking one.
        """
        if self.blocking_form is not None:
            return None
        verb = PlannedVerb(name, "POST", "item", None, "record")
        returns = self.returns if self.returns is not ITSELF else self.params._returns
        if returns is Download:
            verb = attrs.evolve(verb, result="download", returns=Download)
        elif returns is not ...:
            owner = self.params._place.owner.rpartition(".")[0].rpartition(".")[2]
            verb = verb_returning(verb, returns, owner)
        return DeclaredVerb(verb, self.params)

    def __set_name__(self, owner: type, name: str) -> None:
        # The blocking form and the awaited one share an operation, named after the blocking form.
        self._name = name
        self._operation = self.blocking_form._operation if self.blocking_form is not None else name


class ValueAction(Action[P, T]):
    """An action that returns something other than a record of its resource."""

    def __get__(self, obj: Any, owner: Any) -> Call[P, T]:
        return cast("Call[P, T]", self._bind(obj, owner))

    def awaited(self) -> AsyncValueAction[P, T]:
        """The awaited form of the action: `cancel_async = cancel.awaited()`."""
        return AsyncValueAction(self.params, self.returns, awaited(call), self)


class AsyncValueAction(Action[P, T]):
    """The awaited form of a ValueAction."""

    def __get__(self, obj: Any, owner: Any) -> AsyncCall[P, T]:
        return cast("AsyncCall[P, T]", self._bind(obj, owner))


class RecordAction(Action[P, Any]):
    """An action that returns a record of its resource."""

    def __get__(self, obj: Records[T], owner: Any) -> Call[P, T]:
        return cast("Call[P, T]", self._bind(obj, owner))

    def awaited(self) -> AsyncRecordAction[P]:
        """The awaited form of the action: `cancel_async = cancel.awaited()`."""
        return AsyncRecordAction(self.params, self.returns, awaited(call), self)


class AsyncRecordAction(Action[P, Any]):
    """The awaited form of a RecordAction."""

    def __get__(self, obj: Records[T], owner: Any) -> AsyncCall[P, T]:
        return cast("AsyncCall[P, T]", self._bind(obj, owner))


class DownloadAction(ValueAction[P, Download]):
    """An action that returns a Download, whose methods are for blocking and for awaited calls."""

    def awaited(self) -> NoReturn:
        """Refuse an awaited form: nothing is sent before a method of the Download is called."""
        raise mistake(
            "an action that returns a Download has no awaited form, since it sends nothing.",
            self.params._place,
            "Leave it out, and await what the Download does: `await ….save_async(path)`.",
        )


@overload
def action(params: Callable[P, Returns[None]]) -> ValueAction[P, bool]: ...
@overload
def action(params: Callable[P, Returns[Download]]) -> DownloadAction[P]: ...
@overload
def action(params: Callable[P, Returns[T]]) -> ValueAction[P, T]: ...
@overload
def action(params: Callable[P, Params]) -> RecordAction[P]: ...
@overload
def action(params: Callable[P, Params], *, returns: None) -> ValueAction[P, bool]: ...
@overload
def action(params: Callable[P, Params], *, returns: type[Download]) -> DownloadAction[P]: ...
@overload
def action(params: Callable[P, Params], *, returns: type[T]) -> ValueAction[P, T]: ...
def action(params: Any, *, returns: Any = ITSELF) -> Any:
    """An operation of one record, declared by a nested class with its HTTP method and path.

        class Cancel(Params, method="POST", uri="/cancel"):
            reason: str = UNSET

        cancel = action(Cancel)
        cancel_async = cancel.awaited()

    In the body of a resource it is called on a record, in that of a subclass of Collection on the
    whole collection. params: the nested class; the default method is POST. returns: by default a
    record of the resource; another resource, a list of one, any type that a field may have, bytes
    or str for the response body as it is, Download for a file, or None where the body is not read
    and the call returns True. A union is given by the nested class:
    `class Pay(Params, Returns[Receipt | Refusal])`.
    """
    declared = params._returns if returns is ITSELF else returns
    if declared is Download:
        return DownloadAction(params, returns, download)
    kind: Any = RecordAction if declared is ... else ValueAction
    return kind(params, returns, blocking(call))
