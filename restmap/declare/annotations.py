"""Annotations of a class body, read while the class is being written."""

from __future__ import annotations

import builtins
import functools
import importlib
import sys
import types
import typing
from collections.abc import Mapping
from types import CodeType, FrameType
from typing import Any

from .place import Place, known_names, mistake


def read_annotations(
    namespace: Mapping[str, Any], frame: FrameType, place: Place
) -> dict[str, object]:
    """The annotations of a class body by name, each as the type it stands for.

    Underscored names and `ClassVar`s are no members of a declaration and are left out.
    namespace: the class body. frame: the one that runs the class statement, for its names.
    Raises DeclarationError for an annotation that cannot be read, and for an
    underscored name that has no value either.
    """
    written = _written_annotations(namespace)
    if not written:
        return {}
    scope = _visible_names(frame, namespace)
    members = {name: each for name, each in written.items() if name[0] != "_"}
    read = {name: _read(each, scope, name, place) for name, each in members.items()}
    for name in written:
        if name[0] == "_" and name not in namespace:
            raise mistake(
                f"the name {name!r} begins with an underscore, and would be no member.",
                place.at(name),
                f"Write `{name.strip('_')}: … = field(name={name!r})`, or param().",
            )
    return {name: kind for name, kind in read.items() if not _is_class_variable(kind)}


# As `inspect` has it, which is slow to import: the code of a function, not of a class or a module.
_CO_OPTIMIZED = 1


def _written_annotations(namespace: Mapping[str, Any]) -> Mapping[str, object]:
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
    """The names an annotation may use; class bodies last, where a field may share a type's name."""
    bodies: list[Mapping[str, Any]] = [namespace]
    function: Mapping[str, Any] = {}
    around: FrameType | None = frame
    while around is not None and around.f_locals is not around.f_globals:
        if around.f_code.co_flags & _CO_OPTIMIZED:
            function = around.f_locals
            break
        bodies.append(around.f_locals)
        around = around.f_back
    visible: dict[str, Any] = {}
    for names in (*reversed(bodies), vars(builtins), frame.f_globals, function):
        visible |= names
    return visible


def _read(annotation: object, scope: Mapping[str, Any], name: str, place: Place) -> object:
    kind: Any = annotation
    if isinstance(annotation, str):
        try:
            kind = eval(_compiled(annotation), {"__builtins__": {}}, scope)  # noqa: S307
        except NameError as error:
            raise mistake(
                f"the annotation {annotation!r} cannot be read: {error.name!r} is not defined.",
                place.at(name),
                _remedy_for_name(str(error.name), scope, place),
            ) from error
        except Exception as error:
            raise mistake(
                f"the annotation {annotation!r} cannot be read: {error}.",
                place.at(name),
                "Write a type, such as `str` or `datetime | None`.",
            ) from error
    if kind is None or _is_type(kind):
        return kind
    raise mistake(
        f"the annotation {annotation!r} is not a type.",
        place.at(name),
        "Write a type, such as `str` or `datetime | None`.",
    )


def _remedy_for_name(name: str, scope: Mapping[str, Any], place: Place) -> str:
    if name in place.owner.split("."):
        return "The class is not there while it is being written: write `Any`."
    near = known_names(name, [each for each in scope if not each.startswith("_")])
    guess = near.partition("Did you mean")[2]
    advice = "Import or define it above the class, outside `if TYPE_CHECKING`."
    return f"{advice} Did you mean{guess}" if guess else advice


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
    """A type without its wrapping, and whether `None` was part of it.

    `NewType`s, type aliases and `Annotated` give what they stand for.

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
    # What is left may be wrapped again: `NewType | None`, `Annotated[int, …] | None`.
    return plain_type(typing.Union[others])[0], True  # noqa: UP007


def is_union(kind: Any) -> bool:
    """Whether a type is `X | Y`, in either spelling."""
    return typing.get_origin(kind) in (typing.Union, types.UnionType)


def is_decimal(kind: Any) -> bool:
    """Whether a type is `decimal.Decimal`, told without importing it: few programs have one."""
    return getattr(kind, "__name__", "") == "Decimal" and kind.__module__ == "decimal"
