"""Derived verbs: methods that exist where the nested class of their name does.

Types first. A verb's parameters are those of the nested class's constructor: the protocols below
match a resource by what is nested in it, so no generated code and no plugin is needed. What
happens at run time is the same for all of them, and stands last.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeAlias, TypeVar, cast

from ..declare.params import Params
from ..errors import ParameterError, compose

if TYPE_CHECKING:
    import inspect

    from ..decode.source import RecordProtocol, SiteProtocol
    from ..plan.operation import Operation
    from ..plan.resource_plan import DeclaredVerb
    from ..send.flow import Flow

P = ParamSpec("P")
T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)


# Protocols are for checkers, and the interpreter takes long to make one.
if TYPE_CHECKING:

    class Target(Protocol):
        """What a verb is called on: a record, a handle, or a collection."""

        @property
        def _site(self) -> SiteProtocol: ...
        @property
        def _resource(self) -> type[RecordProtocol]: ...
        def _address(self) -> tuple[Any, ...]: ...

    FlowMaker: TypeAlias = "Callable[[Target, Operation, dict[str, Any]], Flow[Any]]"
    Invoke: TypeAlias = "Callable[[Target, Operation, dict[str, Any]], Any]"
    """What a call of a verb does: given what it is called on, its operation, and its arguments."""

    class Call(Protocol[P, R_co]):
        """A derived verb: takes what the nested class declares."""

        def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co: ...

    class AsyncCall(Protocol[P, R_co]):
        """The same for `await`."""

        async def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co: ...

    class Fetches(Protocol[P]):
        """A resource with a nested class Fetch."""

        @property
        def Fetch(self) -> Callable[P, Params]: ...

    class Updates(Protocol[P]):
        """A resource with a nested class Update."""

        @property
        def Update(self) -> Callable[P, Params]: ...

    class Deletes(Protocol[P]):
        """A resource with a nested class Delete."""

        @property
        def Delete(self) -> Callable[P, Params]: ...


class Verb:
    """A descriptor that gives a bound verb, where the resource has the operation behind it.

    invoke: what a call does. operation: the verb of the nested class.
    """

    def __init__(self, invoke: Invoke, operation: str) -> None:
        self._invoke = invoke
        self._operation = operation

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def declared(self, name: str) -> DeclaredVerb | None:
        """What it declares, in the class body where it has this name; actions do."""
        return None

    def _bind(self, target: Any, owner: Any) -> Any:
        if target is None:
            return self
        operation = operation_of(target._resource, self._operation, self._name)
        return BoundVerb(self._name, self._invoke, operation, target)


class FetchVerb(Verb):
    def __get__(self, obj: Fetches[P], owner: type[T]) -> Call[P, T]:
        return cast("Call[P, T]", self._bind(obj, owner))


class FetchAsyncVerb(Verb):
    def __get__(self, obj: Fetches[P], owner: type[T]) -> AsyncCall[P, T]:
        return cast("AsyncCall[P, T]", self._bind(obj, owner))


class UpdateVerb(Verb):
    def __get__(self, obj: Updates[P], owner: type[T]) -> Call[P, T]:
        return cast("Call[P, T]", self._bind(obj, owner))


class UpdateAsyncVerb(Verb):
    def __get__(self, obj: Updates[P], owner: type[T]) -> AsyncCall[P, T]:
        return cast("AsyncCall[P, T]", self._bind(obj, owner))


class DeleteVerb(Verb):
    def __get__(self, obj: Deletes[P], owner: type[T]) -> Call[P, bool]:
        return cast("Call[P, bool]", self._bind(obj, owner))


class DeleteAsyncVerb(Verb):
    def __get__(self, obj: Deletes[P], owner: type[T]) -> AsyncCall[P, bool]:
        return cast("AsyncCall[P, bool]", self._bind(obj, owner))


# -- at run time ----------------------------------------------------------------------------


def operation_of(resource: type[RecordProtocol], name: str, verb: str) -> Operation:
    """The operation behind a verb; AttributeError where the resource has none."""
    operation = resource._plan.operations.get(name)
    if operation is None:
        raise AttributeError(
            f"{resource.__name__} has no verb {verb!r}: "
            f"its declaration has no nested class {name.capitalize()}."
        )
    return operation


def blocking(flow: FlowMaker) -> Invoke:
    """A verb that returns what its flow returns."""

    def invoke(target: Target, operation: Operation, arguments: dict[str, Any]) -> Any:
        return target._site.client.run(flow(target, operation, arguments))

    return invoke


def awaited(flow: FlowMaker) -> Invoke:
    """A verb whose result is awaited."""

    def invoke(target: Target, operation: Operation, arguments: dict[str, Any]) -> Any:
        return target._site.client.run_async(flow(target, operation, arguments))

    return invoke


class BoundVerb:
    # A verb of one record or collection, with the signature and the docstring that its
    # declaration gives it.

    __slots__ = ("__name__", "_invoke", "_operation", "_target")

    def __init__(self, name: str, invoke: Invoke, operation: Operation, target: Target) -> None:
        self.__name__ = name
        self._invoke = invoke
        self._operation = operation
        self._target = target

    def __call__(self, /, *positional: Any, **arguments: Any) -> Any:
        if positional:
            raise self._takes_names_only(positional[0])
        return self._invoke(self._target, self._operation, arguments)

    def __getattr__(self, name: str) -> str:
        if name == "__qualname__":  # a class body cannot hold a property of this name
            return f"{self._target._resource.__name__}.{self.__name__}"
        raise AttributeError(f"a verb has no attribute {name!r}")

    @property
    def __doc__(self) -> str:  # type: ignore
        return self._operation.doc or f"{self._operation.method} {self._operation.template.text}"

    @property
    def __signature__(self) -> inspect.Signature:
        return signature_of(self._operation)

    def __repr__(self) -> str:
        return f"<verb {self.__qualname__}{self.__signature__}>"

    def _takes_names_only(self, value: Any) -> ParameterError:
        first = next(iter(self._operation.parameters), "name")
        return ParameterError(
            compose(
                f"{self.__name__}() takes its parameters by name, found {value!r} without one.",
                f"Write {self.__name__}({first}=…).",
                self._operation.label,
            )
        )


def signature_of(operation: Operation) -> inspect.Signature:
    """The signature that editors and `help()` show of a verb."""
    import inspect

    return inspect.Signature(
        [
            inspect.Parameter(
                name,
                inspect.Parameter.KEYWORD_ONLY,
                annotation=parameter.kind,
                default=inspect.Parameter.empty if parameter.required else parameter.default,
            )
            for name, parameter in operation.parameters.items()
        ]
    )
