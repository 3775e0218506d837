"""The rule for one value, from Python to the wire and back, and what is said of values it refuses.

A *wire value* is a value that JSON can represent. A JSON body has it unchanged; a form or a query
has its text (`true`, `5`), a list as its key repeated, and an object as JSON text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import attrs

from ..errors import shown_value

Dump: TypeAlias = Callable[[Any], Any]
Load: TypeAlias = Callable[[Any], Any]


@attrs.frozen(eq=False, repr=False)
class Serializer:
    """The rule for one parameter, from its Python value to its wire value and back.

    dump: a function from the Python value to its wire value; raises ValueError or TypeError for
        a value that it refuses.
    expects: what the caller should give, as the end of a sentence: "an ISO 8601 date-time".
    load: a function from the wire value to the Python value, by which the sandbox reads
        requests. The default returns the wire value unchanged.
    prefix: the prefix of the keys, where `dump` returns a Prefixed; `load` then takes a mapping
        of the keys with this prefix.

    >>> hexadecimal = Serializer("{:x}".format, "a whole number", load=lambda wire: int(wire, 16))
    >>> hexadecimal(255), hexadecimal.load("ff")
    ('ff', 255)
    """

    dump: Dump
    expects: str
    load: Load = lambda wire: wire
    prefix: str | None = None

    def __call__(self, value: Any) -> Any:
        return self.dump(value)

    def __repr__(self) -> str:
        return f"<serializer of {self.expects}>"


class Prefixed(dict[str, Any]):
    """A wire value that has keys of its own, in place of the parameter's wire name."""


class Reserved(str):
    """Text whose reserved characters are sent as they are."""

    __slots__ = ()


@attrs.frozen(repr=False)
class ExactNumber:
    """A wire value that is a number with these digits, which a float may not hold."""

    digits: str

    def __str__(self) -> str:
        return self.digits


def as_serializer(given: Callable[[Any], Any]) -> Serializer:
    """The serializer for a user's callable."""
    if isinstance(given, Serializer):
        return given
    name = getattr(given, "__name__", type(given).__name__)
    return Serializer(given, f"a value that {name}() accepts", load=getattr(given, "load", _same))


def _same(value: Any) -> Any:
    return value


def refuse(expected: str) -> ValueError:
    """Make the error that `dump` raises for a value that it refuses."""
    return ValueError(f"expected {expected}")


@attrs.frozen(eq=False, repr=False)
class MemberProblem:
    """What is wrong with one member of a nested value.

    path: from the parameter to the member, such as `.estimate.hours` or `[0].name`. found: a
    sentence with `{}` in place of the whole name of the member. remedy: a sentence.
    """

    path: str
    found: str
    remedy: str


class MembersError(ValueError):
    """A nested value is refused, because of one or several of its members."""

    def __init__(self, problems: Sequence[MemberProblem]) -> None:
        super().__init__(" ".join(each.found.format(repr(each.path)) for each in problems))
        self.problems = problems

    def below(self, path: str) -> list[MemberProblem]:
        """The problems, with a path before that of each member."""
        return [attrs.evolve(each, path=path + each.path) for each in self.problems]


def problems_of(error: Exception, path: str, value: Any, expects: str) -> list[MemberProblem]:
    """The problems with a value at a path, by the error that its serializer raised."""
    if isinstance(error, MembersError):
        return error.below(path)
    found = f"the parameter {{}} cannot be {literal(shown_value(value))}: {literal(str(error))}."
    return [MemberProblem(path, found, f"Give {expects}.")]


def literal(text: str) -> str:
    """Text for `str.format`, which would read braces as a place to fill."""
    return text.replace("{", "{{").replace("}", "}}")
