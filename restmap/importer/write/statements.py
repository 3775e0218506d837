"""Statements: modules as values, which `printing.py` turns into text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from ..draft.expressions import (
    EnumType,
    Expression,
    Name,
    Source,
    Subscript,
    check_identifier,
    walk,
)


@attrs.frozen
class Field:
    """An annotated name: `name: kind = value`, or `name: kind` without a value.

    docstring: the text below it, which editors show; empty for none.
    """

    name: str = attrs.field(validator=check_identifier)
    kind: Expression
    value: Expression | None = None
    docstring: str = ""


@attrs.frozen
class Assignment:
    """An assignment: `name = value`."""

    name: str = attrs.field(validator=check_identifier)
    value: Expression


@attrs.frozen
class Class:
    """A class statement.

    keywords: the keywords after the bases. docstring: empty for none. groups: the statements of
    the body, with a blank line between the groups; without any, the class is written on one line.
    """

    name: str = attrs.field(validator=check_identifier)
    bases: Sequence[Expression]
    keywords: Sequence[tuple[str, Expression]] = ()
    docstring: str = ""
    groups: Sequence[Sequence[Statement]] = ()

    def __attrs_post_init__(self) -> None:
        for name, _ in self.keywords:
            check_identifier(None, None, name)

    def expressions(self) -> Iterator[Expression]:
        """Every expression of the class, including those in its body."""
        yield from self.bases
        yield from (value for _, value in self.keywords)
        for statement in (each for group in self.groups for each in group):
            yield from expressions_of(statement)


@attrs.frozen
class Initializer:
    """The `__init__` of a client class, which passes its arguments on to that of Client.

    arguments: keyword arguments; the value of each is its default. passed: the keywords of Client
    that are given one argument, or several as a dict by the names in the declaration. settings: the
    type of the other arguments.
    """

    arguments: Sequence[Field]
    passed: Sequence[tuple[str, str | Mapping[str, str]]]
    settings: Name

    def __attrs_post_init__(self) -> None:
        for keyword, given in self.passed:
            names = [given] if isinstance(given, str) else [*given.values()]
            for each in (keyword, *names):
                check_identifier(None, None, each)


Statement: TypeAlias = Field | Assignment | Class | Initializer


def expressions_of(statement: Statement) -> Iterator[Expression]:
    """Every expression of a statement."""
    match statement:
        case Class():
            yield from statement.expressions()
        case Field(_, kind, value):
            yield kind
            if value is not None:
                yield value
        case Assignment(_, value):
            yield value
        case Initializer(arguments, _, settings):
            yield Subscript(Name("Unpack", "typing"), (settings,))
            for each in arguments:
                yield from expressions_of(each)


@attrs.frozen
class Placeholders:
    """Classes that type checkers see as imported, and programs import when they are first used.

    sources: "module:Class", relative to the package of the module or absolute.
    """

    sources: Sequence[Source]


@attrs.frozen
class Module:
    """A module.

    package: the dotted name of its package. is_annotated: whether the evaluation of annotations is
    postponed. imports: sources in addition to those of the names in the module. exported: the names
    that it imports for others.
    """

    package: str
    classes: Sequence[Class]
    docstring: str = ""
    is_annotated: bool = False
    aliases: Sequence[EnumType] = ()
    placeholders: Sequence[Placeholders] = ()
    imports: Sequence[Source] = ()
    exported: Sequence[str] = ()

    def names(self) -> Iterator[Name]:
        """Every name in the classes of the module."""
        for each in self.classes:
            for expression in each.expressions():
                for inner in walk(expression):
                    if isinstance(inner, Name):
                        yield inner
