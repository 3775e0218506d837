"""Read the annotations of a class body while its class statement runs."""

from __future__ import annotations

import builtins
import functools
import importlib
import sys
import types
import typing
from collections.abc import Callable, Mapping
from types import CodeType, FrameType
from typing import Any

import attrs

from ..errors import DeclarationError
from .deferred import Deferred
from .place import Place, known_names, mistake


@attrs.frozen(eq=False, repr=False)
class LaterType:
    """An annotation with a name that is not defined yet; it is read when it is first needed.

    So a class can refer to itself, and two classes to each other. frame, namespace: of the class
    body, for the names that the annotation may use.
    """

    annotation: str
    name: str
    place: Place
    frame: FrameType
    namespace: Mapping[str, Any]

    def resolve(self) -> Any:
        """The type. Raises DeclarationError where a name is still not defined."""
        scope = _Scope(_visible_names(self.frame, self.namespace), _always)
        return _read(self.annotation, scope, self.name, self.place)

    def resolve_without_import(self) -> Any:
        """The type; None if it names a class whose module was not imported yet."""
        scope = _Scope(_visible_names(self.frame, self.namespace), _if_imported)
        try:
            return _read(self.annotation, scope, self.name, self.place)
        except _NotYetDefinedError:
            return None


def resolved(kind: Any) -> Any:
    """The type that an annotation stands for, read here if it was to be read later."""
    return kind.resolve() if isinstance(kind, LaterType) else kind


def read_annotations(
    namespace: Mapping[str, Any],
    frame: FrameType,
    place: Place,
    later: Callable[[str], bool] | None = None,
) -> dict[str, object]:
    """Read the annotations of a class body: the type of each, by name.

    Names that begin with an underscore and `ClassVar`s do not belong to a declaration and are
    left out.
    namespace: the class body. frame: the frame that runs the class statement, for its names.
    later: which undefined names may be defined later; an annotation with one of these, or with a
        deferred class, becomes a LaterType. With None there are no such names.
    Raises DeclarationError for an annotation that cannot be read, and for a name that begins
    with an underscore and has no value either.
    """
    annotations = unread_annotations(namespace)
    if not annotations:
        return {}
    scope = _Scope(_visible_names(frame, namespace), _always if later is None else _never)
    types_by_name: dict[str, object] = {}
    for name, each in annotations.items():
        if name[0] == "_":
            continue
        try:
            types_by_name[name] = _read(each, scope, name, place, later)
        except _NotYetDefinedError:
            types_by_name[name] = LaterType(str(each), name, place, frame, namespace)
    for name in annotations:
        if name[0] == "_" and name not in namespace:
            raise mistake(
                f"the name {name!r} begins with an underscore, so it would not be a field or a "
                "parameter.",
                place.at(name),
                f"Write `{name.strip('_')}: … = field(name={name!r})`, or `param(name={name!r})`.",
            )
    return {name: kind for name, kind in types_by_name.items() if not _is_class_variable(kind)}


# `inspect.CO_OPTIMIZED`, which marks the code of a function; importing inspect is slow.
_CO_OPTIMIZED = 1


def unread_annotations(namespace: Mapping[str, Any]) -> Mapping[str, object]:
    """The annotations in the body of a class, as they are written or computed."""
    if "__annotations__" in namespace:
        annotations: Mapping[str, object] = namespace["__annotations__"]
        return annotations
    # From Python 3.14 on, a body without `from __future__ import annotations` has a function
    # that computes its annotations instead (PEP 649).
    return _computed_annotations(namespace) if sys.version_info >= (3, 14) else {}


def _computed_annotations(namespace: Mapping[str, Any]) -> Mapping[str, object]:
    annotationlib: Any = importlib.import_module("annotationlib")
    annotate = annotationlib.get_annotate_from_class_namespace(namespace)
    if annotate is None:
        return {}
    forward = annotationlib.Format.FORWARDREF
    computed: dict[str, Any] = annotationlib.call_annotate_function(annotate, forward)
    return {name: getattr(kind, "__forward_arg__", kind) for name, kind in computed.items()}


def _visible_names(frame: FrameType, namespace: Mapping[str, Any]) -> Mapping[str, Any]:
    """The names that an annotation may use; names of class bodies have the lowest priority.

    A field may have the name of a type that an annotation uses.
    """
    bodies: list[Mapping[str, Any]] = [namespace]
    function: Mapping[str, Any] = {}
    enclosing: FrameType | None = frame
    while enclosing is not None and enclosing.f_locals is not enclosing.f_globals:
        if enclosing.f_code.co_flags & _CO_OPTIMIZED:
            function = enclosing.f_locals
            break
        bodies.append(enclosing.f_locals)
        enclosing = enclosing.f_back
    visible: dict[str, Any] = {}
    for names in (*reversed(bodies), vars(builtins), frame.f_globals, function):
        visible |= names
    return visible


class _NotYetDefinedError(Exception):
    """An annotation has a name that may be defined later."""


class _Scope(dict[str, Any]):
    """The names that an annotation may use.

    resolves: which deferred classes are imported when their names are used; the others count as
    not yet defined.
    """

    def __init__(self, names: Mapping[str, Any], resolves: Callable[[Deferred], bool]) -> None:
        super().__init__(names)
        self._resolves = resolves

    def __getitem__(self, name: str) -> Any:
        value = super().__getitem__(name)
        if not isinstance(value, Deferred):
            return value
        if not self._resolves(value):
            raise _NotYetDefinedError
        return value.resolve()


def _always(_deferred: Deferred) -> bool:
    return True


def _never(_deferred: Deferred) -> bool:
    return False


def _if_imported(deferred: Deferred) -> bool:
    return deferred.is_imported


def _read(
    annotation: object,
    scope: _Scope,
    name: str,
    place: Place,
    later: Callable[[str], bool] | None = None,
) -> object:
    kind: Any = annotation
    if isinstance(annotation, str):
        try:
            kind = eval(_compiled(annotation), {"__builtins__": {}}, scope)  # noqa: S307
        except _NotYetDefinedError:
            raise
        except (NameError, AttributeError) as error:
            # An attribute of a module is not defined yet where modules import each other.
            if later is not None and later(str(error.name)):
                raise _NotYetDefinedError from None
            raise _unreadable(annotation, error, scope, place.at(name)) from error
        except Exception as error:
            raise _unreadable(annotation, error, scope, place.at(name)) from error
    if kind is None or _is_type(kind):
        return kind
    raise mistake(
        f"the annotation {annotation!r} is not a type.",
        place.at(name),
        "Write a type, such as `str` or `datetime | None`.",
    )


def _unreadable(
    annotation: str, error: Exception, scope: Mapping[str, Any], place: Place
) -> DeclarationError:
    """The error for an annotation that cannot be evaluated."""
    if isinstance(error, NameError):
        found = f"{error.name!r} is not defined."
        remedy = _remedy_for_name(str(error.name), scope, place)
    else:
        found, remedy = f"{error}.", "Write a type, such as `str` or `datetime | None`."
    return mistake(f"the annotation {annotation!r} cannot be read: {found}", place, remedy)


def _remedy_for_name(name: str, scope: Mapping[str, Any], place: Place) -> str:
    if name in place.owner.split("."):
        return "The class does not exist before its whole body has run: write `Any`."
    names = known_names(name, [each for each in scope if not each.startswith("_")], "Names")
    suggestion = names.partition("Did you mean")[2]
    remedy = "Import or define it above the class, outside `if TYPE_CHECKING`."
    return f"{remedy} Did you mean{suggestion}" if suggestion else remedy


@functools.lru_cache(maxsize=512)
def _compiled(annotation: str) -> CodeType:
    return compile(annotation.strip(), "<annotation>", "eval")


def _is_type(kind: Any) -> bool:
    return (
        isinstance(kind, type | types.UnionType | types.GenericAlias)
        or kind is Any
        or typing.get_origin(kind) is not None
        or hasattr(kind, "__supertype__")  # typing.NewType
        or hasattr(kind, "__value__")  # the `type X = …` statement of Python 3.12
    )


def _is_class_variable(kind: Any) -> bool:
    return kind is typing.ClassVar or typing.get_origin(kind) is typing.ClassVar


@functools.lru_cache(maxsize=1024)
def plain_type(kind: Any) -> tuple[Any, bool]:
    """The type without its wrapping, and whether `None` was part of it.

    `NewType`s, type aliases and `Annotated` are replaced by the type they stand for.

    >>> plain_type(int | None)
    (<class 'int'>, True)
    """
    while True:
        if typing.get_origin(kind) is typing.Annotated:
            kind = typing.get_args(kind)[0]
        elif hasattr(kind, "__supertype__"):
            kind = kind.__supertype__
        elif hasattr(kind, "__value__") and not isinstance(kind, type):
            kind = kind.__value__
        else:
            break
    if not is_union(kind):
        return kind, kind is None or kind is type(None)
    members = typing.get_args(kind)
    others = tuple(each for each in members if each is not type(None))
    if len(others) == len(members):
        return kind, False
    # The remaining type may be wrapped as well: `NewType | None`, `Annotated[int, …] | None`.
    return plain_type(typing.Union[others])[0], True  # noqa: UP007


def allows_none(kind: Any) -> bool:
    """Whether a type allows None."""
    kind, nullable = plain_type(kind)
    return nullable or kind in (Any, object)


def is_union(kind: Any) -> bool:
    """Whether a type is a union, `X | Y` or `Union[X, Y]`."""
    return typing.get_origin(kind) in (typing.Union, types.UnionType)


def is_decimal(kind: Any) -> bool:
    """Whether a type is `decimal.Decimal`, without importing it: few programs use decimals."""
    return getattr(kind, "__name__", "") == "Decimal" and kind.__module__ == "decimal"


def is_uuid(kind: Any) -> bool:
    """Whether a type is `uuid.UUID`, without importing it."""
    return getattr(kind, "__name__", "") == "UUID" and kind.__module__ == "uuid"
