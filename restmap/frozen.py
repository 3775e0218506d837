"""Frozen classes: objects that stay as they were made.

    class Timeout(Frozen):
        connect: float | None = 5.0

attrs makes such classes, and does much more. Importing it takes 16 ms and each class another 0.4,
which together is a third of the time to a program's first answer; these classes take 2 ms in all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast, dataclass_transform

T = TypeVar("T")

_set = object.__setattr__


class _Made:
    def __init__(self, factory: Callable[[], Any]) -> None:
        self.factory = factory


def made(*, factory: Callable[[], T]) -> T:
    """A default that is made anew for each object: `notes: dict[str, str] = made(factory=dict)`."""
    return cast("T", _Made(factory))


@dataclass_transform(frozen_default=True, field_specifiers=(made,))
class FrozenMeta(type):
    """Turns the annotated attributes of a body into slots, and into the parameters of `__init__`.

    A method `_check` is called when all of them are set. A class that has an `__init__` of its own
    sets them there, by `object.__setattr__`.
    """

    _fields: tuple[str, ...]

    def __new__(
        metacls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]
    ) -> FrozenMeta:
        annotations = namespace.get("__annotations__", {})
        own = [each for each, kind in annotations.items() if not str(kind).startswith("ClassVar")]
        defaults = {each: namespace.pop(each) for each in own if each in namespace}
        namespace["__slots__"] = tuple(own)
        if "__init__" not in namespace and own:
            is_checked = "_check" in namespace
            namespace["__init__"] = _made_init(name, own, defaults, is_checked=is_checked)
            namespace["__init__"].__annotations__ = {**annotations, "return": None}
        namespace["_fields"] = tuple(own)
        return super().__new__(metacls, name, bases, namespace)


def _made_init(owner: str, fields: list[str], defaults: dict[str, Any], *, is_checked: bool) -> Any:
    """An `__init__` that takes the fields in their order, or by name, and sets them."""
    scope: dict[str, Any] = {"_set": _set}
    parameters, lines = ["self"], list[str]()
    for name in fields:
        if name not in defaults:
            parameters.append(name)
            lines.append(f" _set(self, {name!r}, {name})")
            continue
        default = defaults[name]
        scope[f"_default_{name}"] = default
        parameters.append(f"{name}=_default_{name}")
        given = name
        if isinstance(default, _Made):
            given = f"_default_{name}.factory() if {name} is _default_{name} else {name}"
        lines.append(f" _set(self, {name!r}, {given})")
    if is_checked:
        lines.append(" self._check()")
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines), scope)  # noqa: S102
    init = scope["__init__"]
    init.__qualname__ = f"{owner}.__init__"
    return init


class Frozen(metaclass=FrozenMeta):
    """The base of a frozen class; its annotated attributes are the fields of its objects.

    Two are equal if they are of one class and their fields are equal. They can be copied and
    pickled.

    >>> class Point(Frozen):
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, y=0), evolve(Point(1), y=2)
    (Point(x=1, y=0), True, Point(x=1, y=2))
    """

    _fields: ClassVar[tuple[str, ...]]

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._fields)

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name in self._fields)))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{type(self).__name__}({shown})"

    def __setstate__(self, state: tuple[None, dict[str, Any]]) -> None:
        for name, value in state[1].items():
            _set(self, name, value)

    if not TYPE_CHECKING:  # a checker knows from the metaclass

        def __setattr__(self, name: str, _value: Any) -> None:
            raise AttributeError(f"{name!r} of a {type(self).__name__} cannot be changed")

        def __delattr__(self, name: str) -> None:
            raise AttributeError(f"{name!r} of a {type(self).__name__} cannot be changed")


F = TypeVar("F", bound=Frozen)


def evolve(frozen: F, **changes: Any) -> F:
    """The same object with some fields changed."""
    values = {name: getattr(frozen, name) for name in frozen._fields}
    return type(frozen)(**values | changes)
