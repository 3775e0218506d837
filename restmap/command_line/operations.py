"""`restmap operations`: what a package declares."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .options import PACKAGE, verbose
from .statuses import DONE, INCOMPLETE

if TYPE_CHECKING:
    from ..describe.operations import OperationDescription


@click.command("operations")
@click.argument("package", type=PACKAGE)
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.option(
    "--json", "as_json", is_flag=True, help="Print parameters, results and fields too, as JSON."
)
@verbose()
def command(package: str, words: Sequence[str], as_json: bool) -> int:
    """List the operations that a package declares: call, method and URL.

    PACKAGE is a module or a package, such as resources.desk. Each WORD must be in the call, the
    method, the URL or the name, in capitals or not. The exit status is 1 if no operation has them.

    \b
    restmap operations resources.twilio messages create
    restmap operations resources.twilio --json messages | jq '.[].call'
    """
    import attrs

    from ..describe.search import search_operations

    found = search_operations(package, words)
    if as_json:
        click.echo(json.dumps([attrs.asdict(each) for each in found.operations], indent=1))
    elif found.operations:
        for line in _lines(found.operations):
            click.echo(line)
    else:
        shown = " and ".join(map(repr, words))
        click.echo(f"None of the {found.searched} operations has {shown} in it.", err=True)
    return DONE if found.operations else INCOMPLETE


def _lines(described: Sequence[OperationDescription]) -> Iterator[str]:
    """A table of the operations of each client, with its class above if there are several."""
    clients = list(dict.fromkeys(each.client for each in described))
    for client in clients:
        if len(clients) > 1:
            yield from ([""] if client != clients[0] else [])
            yield from (client or "Any client", "")
        yield from _table([each for each in described if each.client == client])


def _table(described: Sequence[OperationDescription]) -> Iterator[str]:
    """A line for each operation: its call, its method and its URL, in columns."""
    calls = max(len(each.call) for each in described)
    methods = max(len(each.method) for each in described)
    for each in described:
        yield f"{each.call:{calls}}  {each.method:{methods}}  {each.url}"
