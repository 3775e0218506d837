"""Type changes: whether a program that fits one type fits another, told from their texts."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

import attrs


def widens(before: str, after: str) -> bool:
    """Whether a parameter of the second type takes every value that one of the first takes.

    >>> widens("str", "int | str"), widens("str | None", "str")
    (True, False)
    >>> widens("Literal['open']", "Literal['open', 'closed']"), widens("Literal[1]", "str")
    (True, False)
    """
    known = _alternatives(after)
    return _ANYTHING in known or all(
        each in known or each.widened in known for each in _alternatives(before)
    )


def narrows(before: str, after: str) -> bool:
    """Whether a result of the second type fits where one of the first is read.

    Further values of a Literal fit: a program has to expect values that it does not know.

    >>> narrows("str | None", "str"), narrows("str", "str | None")
    (True, False)
    >>> narrows("Literal['open']", "Literal['open', 'closed']"), narrows("str", "Literal['a']")
    (True, True)
    """
    known = _alternatives(before)
    known |= {each.widened for each in known if each.is_literal}
    return _ANYTHING in known or all(
        each in known or (each.is_literal and each.widened in known)
        for each in _alternatives(after)
    )


def describe_type_change(before: str, after: str) -> str:
    """What is different, to follow a subject.

    >>> describe_type_change("int", "str | None")
    'is str | None instead of int'
    >>> describe_type_change("Literal['open', 'old']", "Literal['open', 'closed']")
    "may also be 'closed', and cannot be 'old'"
    """
    old, new = _alternatives(before), _alternatives(after)
    if all(each.is_literal for each in old ^ new) and any(each.is_literal for each in old & new):
        added = f"may also be {_values(new - old)}" if new - old else ""
        gone = f"cannot be {_values(old - new)}" if old - new else ""
        return ", and ".join(filter(None, [added, gone]))
    return f"is {_shortened(after)} instead of {_shortened(before)}"


def _values(alternatives: Iterable[_Alternative]) -> str:
    return _shortened(", ".join(sorted(each.text for each in alternatives)))


def _shortened(text: str) -> str:
    return text if len(text) <= _MAX_LENGTH else f"{text[: _MAX_LENGTH - 1]}…"


_MAX_LENGTH = 120


@attrs.frozen
class _Alternative:
    """One member of a union, or one value of a Literal.

    inside: the names of the generic types around it, such as list. text: of the type or the value.
    literal_type: the type of the value; empty for a type.
    """

    inside: tuple[str, ...]
    text: str
    literal_type: str = ""

    @property
    def is_literal(self) -> bool:
        """Whether it is a value of a Literal."""
        return bool(self.literal_type)

    @property
    def widened(self) -> _Alternative:
        """The type of the value; a type is its own."""
        return _Alternative(self.inside, self.literal_type) if self.is_literal else self


_ANYTHING = _Alternative((), "Any")


def _alternatives(text: str) -> frozenset[_Alternative]:
    """The members of a union, with each value of a Literal for itself."""
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError:
        return frozenset({_Alternative((), text)})
    return frozenset(_members(tree, ()))


def _members(node: ast.expr, inside: tuple[str, ...]) -> Iterator[_Alternative]:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            yield from _members(left, inside)
            yield from _members(right, inside)
        case ast.Subscript(value=ast.Name(id="Literal"), slice=values):
            for each in values.elts if isinstance(values, ast.Tuple) else [values]:
                value = ast.literal_eval(each)
                yield _Alternative(inside, repr(value), type(value).__name__)
        case ast.Subscript(value=ast.Name(id="list"), slice=item):
            yield from _members(item, (*inside, "list"))
        case _:
            yield _Alternative(inside, ast.unparse(node))
