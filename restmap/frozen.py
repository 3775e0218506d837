"""Frozen classes: objects that stay as they were made.

    class Timeout(Frozen):
        connect: float | None = 5.0

attrs makes such classes, and does much more. Importing it takes 16 ms and each class another 0.4,
which together is a third of the time to a program's first answer. Nothing is compiled for these.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

from .errors import unfit_setting

if TYPE_CHECKING:
    import inspect

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
    """Turns the annotated attributes of a body into slots; their values are the defaults."""

    _fields: tuple[str, ...]
    _defaults: dict[str, Any]
    _setters: tuple[Callable[[Any, Any], None], ...]

    def __new__(
        metacls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]
    ) -> FrozenMeta:
        fields = tuple(namespace.get("__annotations__", ()))
        defaults = {each: namespace.pop(each) for each in fields if each in namespace}
        cls = super().__new__(metacls, name, bases, {**namespace, "__slots__": fields})
        cls._fields = fields
        cls._defaults = defaults
        cls._setters = tuple(vars(cls)[each].__set__ for each in fields)
        return cls

    @property
    def __signature__(cls) -> inspect.Signature:
        import inspect

        if "__init__" in vars(cls):
            return inspect.signature(vars(cls)["__init__"])
        kind, empty = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.empty
        return inspect.Signature(
            [
                inspect.Parameter(
                    each,
                    kind,
                    default=cls._defaults.get(each, empty),
                    annotation=cls.__annotations__[each],
                )
                for each in cls._fields
            ]
        )


class Frozen(metaclass=FrozenMeta):
    """The base of a frozen class; its annotated attributes are the fields of its objects.

    They are given in their order or by name, and `_check` is called when all of them are set; a
    class may have an `__init__` of its own instead. Two objects are equal if they are of one class
    and their fields are equal. They can be copied and pickled.

    >>> class Point(Frozen):
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, y=0), evolve(Point(1), y=2)
    (Point(x=1, y=0), True, Point(x=1, y=2))
    """

    if not TYPE_CHECKING:  # a checker knows from the metaclass

        def __init__(self, *values: Any, **named: Any) -> None:
            cls = type(self)
            if named or len(values) != len(cls._fields):
                values = _bound(cls, values, named)
            for set_field, value in zip(cls._setters, values, strict=True):
                set_field(self, value)
            self._check()

        def __setattr__(self, name: str, _value: Any) -> None:
            raise AttributeError(f"{name!r} of a {type(self).__name__} cannot be changed")

        def __delattr__(self, name: str) -> None:
            raise AttributeError(f"{name!r} of a {type(self).__name__} cannot be changed")

    def _check(self) -> None:
        """Raises where the fields do not go together."""

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in type(self)._fields)

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name in type(self)._fields)))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in type(self)._fields)
        return f"{type(self).__name__}({shown})"

    def __setstate__(self, state: tuple[None, dict[str, Any]]) -> None:
        for name, value in state[1].items():
            _set(self, name, value)


def _bound(cls: FrozenMeta, values: Sequence[Any], named: dict[str, Any]) -> Sequence[Any]:
    """The values of all fields; TypeError for arguments that are not theirs, as Python has it."""
    fields, defaults = cls._fields, cls._defaults
    if len(values) > len(fields):
        raise TypeError(f"{cls.__name__}() takes {len(fields)} arguments, {len(values)} were given")
    bound = list(values)
    for name in fields[len(values) :]:
        if name in named:
            bound.append(named.pop(name))
        elif name in defaults:
            default = defaults[name]
            bound.append(default.factory() if type(default) is _Made else default)
        else:
            raise TypeError(f"{cls.__name__}() lacks the argument {name!r}")
    for name in named:
        found = f"was given {name!r} twice" if name in fields else f"has no argument {name!r}"
        raise TypeError(f"{cls.__name__}() {found}")
    return bound


F = TypeVar("F", bound=Frozen)


def evolve(frozen: F, **changes: Any) -> F:
    """The same object with some fields changed."""
    values = {name: getattr(frozen, name) for name in type(frozen)._fields}
    return type(frozen)(**values | changes)


def check_numbers(
    frozen: Frozen, names: Sequence[str], kind: Any, least: float, remedy: str
) -> None:
    """Refuse fields that do not hold a number of a kind, or one below the least."""
    for name in names:
        value = getattr(frozen, name)
        is_number = isinstance(value, kind) and not isinstance(value, bool)
        if not is_number or not (value is None or value >= least):
            raise unfit_setting(name, value, remedy, type(frozen).__name__)
