"""The click command of one operation, and its help, with the parameters apart from the options."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import click

from ..display.operations import documentation_link, said_of
from .arguments import option_name
from .parameters import hidden_parameters, options_of
from .points import Point


class OperationCommand(click.Command):
    """A command for one operation.

    own: the options that the command itself has; the others are parameters of the operation. run:
    is called with the point and the values of all options.
    """

    def __init__(
        self,
        point: Point,
        own: Sequence[click.Parameter],
        run: Callable[..., Any],
        left_out: frozenset[str] = frozenset(),
    ) -> None:
        taken = {name for each in own for name in each.opts} | {"--help"}
        taken |= {option_name(name) for name in left_out}
        self._left_out = left_out
        self._own = own
        self._taken = frozenset(taken)
        self._point = point
        super().__init__(
            point.expression,
            params=[*options_of(point, self._taken), *own],
            callback=functools.partial(run, point),
        )

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        operation = self._point.operation
        assert operation is not None
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(f"{operation.method} {operation.template.text}")
            for text in texts_of(self._point):
                formatter.write_paragraph()
                formatter.write_text(text)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        parameters: list[tuple[str, str]] = []
        options: list[tuple[str, str]] = []
        for each in self.get_params(ctx):
            record = each.get_help_record(ctx)
            if record is not None and isinstance(each, click.Option):
                is_own = each in self._own or "--help" in each.opts
                (options if is_own else parameters).append(record)
        hidden = hidden_parameters(self._point, self._taken)
        parameters += [record for name, record in hidden if name not in self._left_out]
        for title, records in (("Parameters", parameters), ("Options", options)):
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_FORMS)


_FORMS = (
    "A parameter may also be written as name=value, or name:=json; a value as @FILE for the "
    "content of a file, or - for standard input."
)


def texts_of(point: Point) -> list[str]:
    """What the declaration says of an operation: its docstring, and the link of its resource."""
    operation = point.operation
    assert operation is not None
    text, link = said_of(operation), documentation_link(operation, point.target._target._resource)
    return [each for each in (text, link if link and link not in text else None) if each]
