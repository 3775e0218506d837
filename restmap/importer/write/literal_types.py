"""Literal types of a module: one that has all values of another one, or the same, names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..draft.expressions import Constant, EnumType, Expression, Kind, Name, Subscript

# A type of fewer values is written again: to look it up would take longer than to read it.
_MIN_VALUES = 4


def literal_types(enums: Sequence[EnumType]) -> list[tuple[EnumType, Kind]]:
    """The Literal types with the code of each, in an order in which they can be defined."""
    written: dict[EnumType, Kind] = {}
    by_size = sorted(enums, key=lambda each: len(each.members))
    parts = {each: _largest_part(each, by_size[:index]) for index, each in enumerate(by_size)}

    def write(enum: EnumType) -> None:
        part = parts[enum]
        if part is not None:
            write(part)
        written.setdefault(enum, _code_of(enum, part))

    for each in enums:
        write(each)
    return list(written.items())


def _largest_part(enum: EnumType, smaller: Sequence[EnumType]) -> EnumType | None:
    """The type with most of the values of another one, in the same order, and with no others."""
    least = max(_MIN_VALUES, len(enum.members) / 2)
    fitting = [each for each in smaller if len(each.members) >= least and _is_in_order(each, enum)]
    return max(fitting, key=lambda each: len(each.members), default=None)


def _code_of(enum: EnumType, part: EnumType | None) -> Kind:
    if part is not None and part.members == enum.members:
        return Name(part.name)
    return Subscript(Name("Literal", "typing"), tuple(_values(enum, part)))


def _is_in_order(part: EnumType, whole: EnumType) -> bool:
    inside = set(part.members)
    return tuple(each for each in whole.members if each in inside) == part.members


def _values(enum: EnumType, part: EnumType | None) -> Iterator[Expression]:
    """The values of a type, with the name of a part of it in place of the first of its values."""
    inside = set(part.members) if part is not None else set[str | int]()
    is_named = False
    for value in enum.members:
        if value not in inside:
            yield Constant(value)
        elif part is not None and not is_named:
            is_named = True
            yield Name(part.name)
