"""`restmap show`: what is declared at one place of a package."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import attrs
import click
from click.shell_completion import CompletionItem

from ..api.actions import Action
from ..api.collection import Collection
from ..display.operations import PARAMETER_HEADER, parameters_of, returned_type, url_of
from ..display.text import table_lines
from ..errors import RestmapError
from ..plan.operation import VERBS, Operation
from .operation_command import texts_of
from .options import PACKAGE, verbose
from .points import Point, follow_words, open_package
from .roots import PLACEHOLDER_ORIGIN
from .targets import complete_names, said_of


class _Name(click.ParamType[str]):
    """A name or a key, which TAB completes by those before it."""

    name = "name"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        try:
            point = follow_words(open_package(ctx.params["package"]), ctx.params["names"] or ())
        except RestmapError:
            return []
        return complete_names(point, incomplete)


@click.command("show")
@click.argument("package", type=PACKAGE)
@click.argument("names", nargs=-1, metavar="[NAME]...", type=_Name())
@verbose("Show whole messages.")
def command(package: str, names: Sequence[str]) -> None:
    """Show an operation, a collection or a package as it is declared.

    Of an operation: its request, its parameters with their types and defaults, what it returns,
    where it is documented, and the source of its declaration. Of anything else: what follows it.

    \b
    Examples:
      restmap show resources.twilio messages.create
      restmap show resources.twilio messages
    """
    point = follow_words(open_package(package), names)
    lines = _operation_lines(point) if point.operation is not None else _place_lines(point)
    click.echo("\n".join(lines))


def _operation_lines(point: Point) -> Iterator[str]:
    operation = point.operation
    assert operation is not None
    yield _bold(point.expression)
    # The path alone where no host is known.
    url = url_of(operation, point.target._target._site).removeprefix(PLACEHOLDER_ORIGIN)
    yield f"{operation.method} {url}"
    for text in texts_of(point):
        yield ""
        yield text
    rows = list(_parameter_rows(point))
    if rows:
        yield ""
        yield from _table(PARAMETER_HEADER, rows)
    yield ""
    yield f"returns {returned_type(operation, point.target._target._resource)}"
    yield ""
    yield from _source_of_operation(point)


def _place_lines(point: Point) -> Iterator[str]:
    yield _bold(point.expression if point.root is not None else point.package)
    rows = [(name, said_of(child)) for name, child in point.children()]
    if rows:
        yield ""
        yield from _table(("NAME", ""), rows)
    target: Any = point.target
    if isinstance(target, Collection):
        resource: Any = target._resource
        yield ""
        yield from _source(resource, resource._plan.place)


def _bold(text: str) -> str:
    return click.style(text, bold=True)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    first, *others = table_lines(header, rows)
    yield click.style(first, dim=True)
    yield from others


def _parameter_rows(point: Point) -> Iterator[tuple[str, str, str, str, str]]:
    operation = point.operation
    assert operation is not None
    for name, _ in point.keys:
        yield name, "key", "required", "path", ""
    yield from map(attrs.astuple, parameters_of(operation))


def _source_of_operation(point: Point) -> Iterator[str]:
    """The source of the nested class that declares an operation, below that of its owner."""
    operation = point.operation
    assert operation is not None
    target: Any = point.target._target
    is_of_collection = operation.name in _actions_of(target)
    owner: Any = cast("Any", type(target)) if is_of_collection else target._resource
    declared = _declaring_class(owner, operation)
    if declared is None:
        return
    yield from _source(declared, operation.place)


def _actions_of(target: Any) -> Mapping[str, Operation]:
    return target._actions if isinstance(target, Collection) else {}


def _declaring_class(owner: Any, operation: Operation) -> type | None:
    """The nested class of a verb, or the one that an action is made of."""
    name = operation.name.capitalize()
    nested: object = getattr(owner, name, None)
    if name in VERBS and isinstance(nested, type):
        return nested
    action: Any = inspect.getattr_static(owner, operation.name, None)
    return action.params if isinstance(action, Action) else None


def _source(declared: type, place: Any) -> Iterator[str]:
    try:
        lines, first = inspect.getsourcelines(declared)
        source = inspect.getsourcefile(declared) or ""
        relative = os.path.relpath(source)
        file = source if relative.startswith("..") else relative
    except (OSError, TypeError, ValueError):
        yield f"declared in {place}"
        return
    yield click.style(f"{file}:{first}", dim=True)
    yield "".join(lines).rstrip()
