"""Unions: several types of a value become one."""

from __future__ import annotations

from collections.abc import Iterable

from .expressions import (
    ANY,
    BOOL,
    FLOAT,
    INT,
    STR,
    Constant,
    EnumType,
    Expression,
    Name,
    OrNone,
    Subscript,
    Union,
    literal_of,
    or_none,
    without_none,
)

DATETIME = Name("datetime", "datetime")
DATE = Name("date", "datetime")

# The order of the members of a union: a value is read as the first type that it fits.
_ORDER: tuple[Expression, ...] = (BOOL, INT, FLOAT, STR)


def union_of(kinds: Iterable[Expression], tag: str | None = None) -> Expression:
    """The union of some types; any value if there are none, or if one of them is any value."""
    given = list(kinds)
    if len(given) == 1 and tag is None:
        return given[0]
    alternatives: list[Expression] = []
    nullable = False
    for each in given:
        nullable = nullable or isinstance(each, OrNone)
        plain = without_none(each)
        alternatives += plain.kinds if isinstance(plain, Union) else [plain]
    distinct = list(dict.fromkeys(alternatives))
    if {DATE, DATETIME} <= set(distinct):
        # Python's datetime is a date, so that a program could not send each as what it is.
        distinct = [*dict.fromkeys(STR if each in (DATE, DATETIME) else each for each in distinct)]
    distinct = _with_one_literal(distinct)
    if STR in distinct:  # a text that is not among the members of a Literal type is a text
        distinct = [each for each in distinct if not _is_literal(each)]
    if not distinct or ANY in distinct:
        return ANY
    distinct.sort(key=_rank)
    union = distinct[0] if len(distinct) == 1 else Union(tuple(distinct), tag)
    return or_none(union) if nullable else union


def _with_one_literal(kinds: list[Expression]) -> list[Expression]:
    """The types of a union, with one Literal type in place of several.

    If there are many values, those that have names keep them.
    """
    literals = [each for each in kinds if _literal_values(each)]
    if len(_values_of(literals)) > _MAX_MERGED:
        literals = [each for each in literals if isinstance(each, Subscript)]
    if len(literals) < 2:
        return kinds
    merged = literal_of(_values_of(literals))
    return [*dict.fromkeys(merged if each in literals else each for each in kinds)]


_MAX_MERGED = 6


def _values_of(literals: Iterable[Expression]) -> list[str | int]:
    return [*dict.fromkeys(value for each in literals for value in _literal_values(each))]


def _literal_values(kind: Expression) -> tuple[str | int, ...]:
    """The values of a Literal type; none of any other."""
    if isinstance(kind, EnumType):
        return kind.members if kind.source is None else ()
    if not isinstance(kind, Subscript) or kind.base.text != "Literal":
        return ()
    values = [each.value for each in kind.arguments if isinstance(each, Constant)]
    return tuple(each for each in values if isinstance(each, str | int))


def _rank(kind: Expression) -> int:
    """The position of a type in a union: classes come first, mappings with any keys last."""
    is_mapping = isinstance(kind, Subscript) and kind.base.text == "dict"
    return len(_ORDER) if is_mapping else _ORDER.index(kind) if kind in _ORDER else -1


def _is_literal(kind: Expression) -> bool:
    if isinstance(kind, Subscript):
        return kind.base.text == "Literal"
    return isinstance(kind, EnumType) and all(isinstance(each, str) for each in kind.members)
