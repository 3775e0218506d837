"""Targets: the commands that a package makes, one for each of its operations.

`restmap call PACKAGE NAME… ` is read word by word. What the words lead to becomes a click command,
so that help and completion know the operations, their parameters and the values of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from ..api.site import Site
from ..api.verbs import BoundVerb
from ..errors import RestmapError
from .misuse import misuse
from .options import complete_package
from .points import Point, follow_words, open_package


class TargetGroup(click.Group):
    """A command whose first words are a package and what leads to an operation in it.

    make: makes the command of a point that is an operation. verb: the operation that is added
    where the words lead to a collection; empty where they name the operation themselves.
    """

    def __init__(
        self, *args: Any, make: Callable[[Point], click.Command], verb: str = "", **settings: Any
    ) -> None:
        settings |= {"subcommand_metavar": "PACKAGE NAME... [OPTIONS]", "options_metavar": ""}
        super().__init__(*args, **settings)
        self._make = make
        self._verb = verb

    def list_commands(self, ctx: click.Context) -> list[str]:
        return []

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        words = leading_words(args)
        if not words:
            raise misuse(f"{args[0]!r} comes too early.", "Write PACKAGE NAME... before it.")
        try:
            point = follow_words(open_package(words[0]), words[1:])
            if self._verb and point.operation is None:
                point = self._with_verb(point)
        except RestmapError:
            if ctx.resilient_parsing:  # there is nothing that TAB could complete
                return " ".join(words), click.Command(None), []
            raise
        command = self._make(point) if point.operation else PointGroup(point)
        return " ".join(words), command, args[len(words) :]

    def _with_verb(self, point: Point) -> Point:
        try:
            return follow_words(point, [self._verb]) if point.root is not None else point
        except RestmapError:
            return point

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [CompletionItem(each) for each in complete_package(incomplete)]


def leading_words(arguments: Sequence[str]) -> list[str]:
    """The words before the first option and before the first `name=value`.

    >>> leading_words(["resources.desk", "tickets", "7", "update", "state=closed", "--yes"])
    ['resources.desk', 'tickets', '7', 'update']
    """
    words: list[str] = []
    for each in arguments:
        if each.startswith("-") or re.match(r"[\w-]+:?=", each):
            break
        words.append(each)
    return words


class PointGroup(click.Group):
    """What stands at a place that is not an operation: the names that lead on from there."""

    def __init__(self, point: Point) -> None:
        super().__init__(
            invoke_without_command=True,
            callback=self._refuse,
            subcommand_metavar="NAME...",
            options_metavar="",
        )
        self._point = point

    def _refuse(self) -> None:
        names = [name for name, _ in self._point.children()]
        where = self._point.expression if self._point.root is not None else self._point.package
        shown = ", ".join(names[:15]) + (", …" if len(names) > 15 else "")
        remedy = f"Go on with one of: {shown}." if names else "It has no operations."
        raise misuse(f"{where} is not an operation.", remedy)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        where = self._point.expression if self._point.root is not None else self._point.package
        with formatter.indentation():
            formatter.write_text(f"What follows {where}:")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = list(self._rows())
        operations = [row[:2] for row in rows if row[2]]
        places = [row[:2] for row in rows if not row[2]]
        for title, listed in (("Operations", operations), ("Names", places)):
            if listed:
                with formatter.section(title):
                    formatter.write_dl(listed)

    def _rows(self) -> list[tuple[str, str, bool]]:
        """Each name with what is said of it, and whether it is an operation."""
        return [
            (name, said_of(child), isinstance(child, BoundVerb))
            for name, child in self._point.children()
        ]

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return complete_names(self._point, incomplete)


def complete_names(point: Point, incomplete: str) -> list[CompletionItem]:
    """The names below a point that begin so; `orders.cr` is completed to `orders.create`."""
    before, dot, begun = incomplete.rpartition(".")
    try:
        below = follow_words(point, [before]) if before else point
    except RestmapError:
        return []
    return [
        CompletionItem(f"{before}{dot}{name}", help=said_of(child))
        for name, child in below.children()
        if name.startswith(begun)
    ]


def said_of(child: Any) -> str:
    """What is said of a name in a list: its request, or the first line of the docstring."""
    if isinstance(child, BoundVerb):
        operation = child._operation
        return f"{operation.method} {operation.template.text}"
    cls = child if isinstance(child, type) else type(child)
    if not isinstance(child, type | Site):
        cls = child._resource
    return (cls.__doc__ or "").strip().partition("\n")[0]
