"""Derived verbs: methods that exist where the nested class of their name does.

Types come first. A verb's parameters are those of the nested class's constructor: the protocols
below match a resource by the classes nested in it, so no generated code and no plugin is needed.
The code that runs is the same for all verbs, and comes last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeAlias, TypeVar, overload

from ..declare.params import Params, Returns
from ..errors import ParameterError, compose, shown_value
from ..plan.operation import PAGING_NAMES

if TYPE_CHECKING:
    import inspect

    from ..decode.source import RecordProtocol, SiteProtocol
    from ..plan.operation import Operation
    from ..plan.resource_plan import DeclaredVerb
    from ..send.flow import Flow

P = ParamSpec("P")
T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)


# Only type checkers need the protocols, and each costs the interpreter time to create.
if TYPE_CHECKING:

    class Target(Protocol):
        """The object that a verb is called on: a record, a handle, or a collection."""

        @property
        def _site(self) -> SiteProtocol: ...
        @property
        def _resource(self) -> type[RecordProtocol]: ...
        def _address(self) -> tuple[Any, ...]: ...
        def _find_operation(self, name: str) -> Operation | None: ...

    FlowMaker: TypeAlias = "Callable[[Target, Operation, dict[str, Any]], Flow[Any]]"
    Invoke: TypeAlias = "Callable[[Target, Operation, dict[str, Any]], Any]"
    """Runs one call of a verb, given the target, the operation and the arguments."""

    class Call(Protocol[P, R_co]):
        """A derived verb, which takes the parameters that the nested class declares."""

        def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co: ...

    class AsyncCall(Protocol[P, R_co]):
        """The awaited form of a derived verb."""

        async def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co: ...

    class Fetches(Protocol[P]):
        """A resource with a nested class Fetch."""

        @property
        def Fetch(self) -> Callable[P, Params]: ...

    class FetchesReturning(Protocol[P, R_co]):
        """A resource whose nested class Fetch says what it returns."""

        @property
        def Fetch(self) -> Callable[P, Returns[R_co]]: ...

    class Updates(Protocol[P]):
        """A resource with a nested class Update."""

        @property
        def Update(self) -> Callable[P, Params]: ...

    class UpdatesReturning(Protocol[P, R_co]):
        """A resource whose nested class Update says what it returns."""

        @property
        def Update(self) -> Callable[P, Returns[R_co]]: ...

    class Deletes(Protocol[P]):
        """A resource with a nested class Delete."""

        @property
        def Delete(self) -> Callable[P, Params]: ...

    class DeletesReturning(Protocol[P, R_co]):
        """A resource whose nested class Delete says what it returns."""

        @property
        def Delete(self) -> Callable[P, Returns[R_co]]: ...


class Verb:
    """A descriptor that gives a bound verb where the resource has its operation.

    invoke: runs a call. operation: the name of the operation.
    """

    def __init__(self, invoke: Invoke, operation: str) -> None:
        self._invoke = invoke
        self._operation = operation

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def declared_verb(self, name: str) -> DeclaredVerb | None:
        """The verb that a class body declares by this attribute; only actions declare one."""
        return None

    def _bind(self, target: Any, owner: Any) -> Any:
        if target is None:
            return self
        operation = operation_of(target, self._operation, self._name)
        return BoundVerb(self._name, self._invoke, operation, target)


class FetchVerb(Verb):
    @overload
    def __get__(self, obj: FetchesReturning[P, None], owner: Any) -> Call[P, bool]: ...
    @overload
    def __get__(self, obj: FetchesReturning[P, T], owner: Any) -> Call[P, T]: ...
    @overload
    def __get__(self, obj: Fetches[P], owner: type[T]) -> Call[P, T]: ...
    def __get__(self, obj: Any, owner: Any) -> Any:
        return self._bind(obj, owner)


class FetchAsyncVerb(Verb):
    @overload
    def __get__(self, obj: FetchesReturning[P, None], owner: Any) -> AsyncCall[P, bool]: ...
    @overload
    def __get__(self, obj: FetchesReturning[P, T], owner: Any) -> AsyncCall[P, T]: ...
    @overload
    def __get__(self, obj: Fetches[P], owner: type[T]) -> AsyncCall[P, T]: ...
    def __get__(self, obj: Any, owner: Any) -> Any:
        return self._bind(obj, owner)


class UpdateVerb(Verb):
    @overload
    def __get__(self, obj: UpdatesReturning[P, None], owner: Any) -> Call[P, bool]: ...
    @overload
    def __get__(self, obj: UpdatesReturning[P, T], owner: Any) -> Call[P, T]: ...
    @overload
    def __get__(self, obj: Updates[P], owner: type[T]) -> Call[P, T]: ...
    def __get__(self, obj: Any, owner: Any) -> Any:
        return self._bind(obj, owner)


class UpdateAsyncVerb(Verb):
    @overload
    def __get__(self, obj: UpdatesReturning[P, None], owner: Any) -> AsyncCall[P, bool]: ...
    @overload
    def __get__(self, obj: UpdatesReturning[P, T], owner: Any) -> AsyncCall[P, T]: ...
    @overload
    def __get__(self, obj: Updates[P], owner: type[T]) -> AsyncCall[P, T]: ...
    def __get__(self, obj: Any, owner: Any) -> Any:
        return self._bind(obj, owner)


class DeleteVerb(Verb):
    @overload
    def __get__(self, obj: DeletesReturning[P, None], owner: Any) -> Call[P, bool]: ...
    @overload
    def __get__(self, obj: DeletesReturning[P, T], owner: Any) -> Call[P, T]: ...
    @overload
    def __get__(self, obj: Deletes[P], owner: Any) -> Call[P, bool]: ...
    def __get__(self, obj: Any, owner: Any) -> Any:
        return self._bind(obj, owner)


class DeleteAsyncVerb(Verb):
    @overload
    def __get__(self, obj: DeletesReturning[P, None], owner: Any) -> AsyncCall[P, bool]: ...
    @overload
    def __get__(self, obj: DeletesReturning[P, T], owner: Any) -> AsyncCall[P, T]: ...
    @overload
    def __get__(self, obj: Deletes[P], owner: Any) -> AsyncCall[P, bool]: ...
    def __get__(self, obj: Any, owner: Any) -> Any:
        return self._bind(obj, owner)


# -- at run time ----------------------------------------------------------------------------


def operation_of(target: Target, name: str, verb: str) -> Operation:
    """The operation of a verb. Raises AttributeError where the resource does not declare it."""
    operation = target._find_operation(name)
    if operation is None:
        raise AttributeError(
            f"{target._resource.__name__} has no verb {verb!r}: "
            f"its declaration has no nested class {name.capitalize()}."
        )
    return operation


def declared_actions(namespace: Mapping[str, Any]) -> dict[str, DeclaredVerb]:
    """The actions of a class body; an action and its awaited form are one."""
    return {
        name: verb
        for name, each in namespace.items()
        if isinstance(each, Verb) and (verb := each.declared_verb(name)) is not None
    }


def blocking(flow: FlowMaker) -> Invoke:
    """The blocking form of a verb: it returns the result of its flow."""

    def invoke(target: Target, operation: Operation, arguments: dict[str, Any]) -> Any:
        return target._site.client._run(flow(target, operation, arguments))

    return invoke


def awaited(flow: FlowMaker) -> Invoke:
    """The awaited form of a verb."""

    def invoke(target: Target, operation: Operation, arguments: dict[str, Any]) -> Any:
        return target._site.client._run_async(flow(target, operation, arguments))

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
            arguments |= self._named(positional)
        return self._invoke(self._target, self._operation, arguments)

    def __getattr__(self, name: str) -> str:
        if name == "__qualname__":  # a class body cannot hold a property of this name
            return f"{self._target._resource.__name__}.{self.__name__}"
        raise AttributeError(f"a verb has no attribute {name!r}")

    @property
    def __doc__(self) -> str:  # type: ignore
        import inspect

        from ..display.operations import documentation_link, returned_type

        operation, resource = self._operation, self._target._resource
        request = f"{operation.method} {operation.template.text}"
        text = inspect.cleandoc(operation.doc)
        blocks = [text, f"{request} -> {returned_type(operation, resource)}"]
        link = documentation_link(operation, resource)
        if link and link not in text:
            blocks.append(link)
        # `help()` shows no more than 70 characters of a signature.
        parameters = [f"    {each}" for each in signature_of(operation).parameters.values()]
        if parameters:
            blocks.append("\n".join(["Parameters:", *parameters]))
        return "\n\n".join(filter(None, blocks))

    @property
    def __signature__(self) -> inspect.Signature:
        return signature_of(self._operation)

    def __repr__(self) -> str:
        operation = self._operation
        request = f"{operation.method} {operation.template.text}"
        return f"<verb {self.__qualname__}({_shown_parameters(operation)}): {request}>"

    def _named(self, positional: tuple[Any, ...]) -> dict[str, Any]:
        """Positional arguments by name: only the limit of a list without filters has a position."""
        operation, name = self._operation, self.__name__
        is_limited = name.removesuffix("_async") in ("list", "stream")
        if is_limited and len(positional) == 1 and frozenset(operation.parameters) == PAGING_NAMES:
            return {"limit": positional[0]}
        first = next(iter(operation.parameters), "name")
        raise ParameterError(
            compose(
                f"{name}() takes keyword arguments only, not {shown_value(positional[0])} by "
                "position.",
                f"Write {name}({first}=…).",
                operation.label,
            )
        )


def signature_of(operation: Operation) -> inspect.Signature:
    """The signature of a verb, for `help()` and interactive shells; required parameters first."""
    import inspect

    parameters = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            annotation=parameter.kind,
            default=inspect.Parameter.empty if parameter.required else parameter.default,
        )
        for name, parameter in operation.parameters.items()
    ]
    return inspect.Signature(sorted(parameters, key=lambda each: each.default is not each.empty))


_MAX_SHOWN_PARAMETERS = 6


def _shown_parameters(operation: Operation) -> str:
    """The names of the parameters of an operation, in one line; required ones first."""
    names = [name for name, each in operation.parameters.items() if each.required]
    names += [f"{name}=" for name, each in operation.parameters.items() if not each.required]
    shown = names if len(names) <= _MAX_SHOWN_PARAMETERS + 1 else names[:_MAX_SHOWN_PARAMETERS]
    left = len(names) - len(shown)
    return ", ".join([*shown, *([f"... {left} more"] if left else [])])
