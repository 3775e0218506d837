"""`restmap sandbox`: a server of declared resources on this machine."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import cast

import click

from .options import PACKAGE, log_to_stderr, verbose


@click.command("sandbox")
@click.argument("declared", nargs=-1, required=True, metavar="MODULE...", type=PACKAGE)
@click.option("--port", type=int, default=0, help="The port; by default a free one.")
@click.option("--database", metavar="FILE", help="Keep the records in an SQLite file.")
@click.option(
    "--seed",
    "seeds",
    multiple=True,
    metavar="FILE",
    help="Add records from a file of JSON, JSON lines or YAML; may be given several times.",
)
@click.option("--account", metavar="ID", help="The account; by default a random one.")
@click.option("--token", metavar="TEXT", help="The token; by default a random one.")
@verbose("Print a line for each request.")
def command(
    declared: Sequence[str],
    port: int,
    database: str | None,
    seeds: Sequence[str],
    account: str | None,
    token: str | None,
) -> None:
    """Serve declared resources over HTTP on 127.0.0.1, until Ctrl-C.

    Each MODULE has resources, such as resources.desk. It needs the extra `sandbox`.

    \b
    restmap sandbox resources.twilio.proxy
    """
    from ..sandbox.sandbox import Sandbox

    context = click.get_current_context()
    if "verbose" not in cast("dict[str, bool]", context.ensure_object(dict)):
        # What a server would tell a person in another way, such as the code of a verification.
        log_to_stderr(context.find_root(), "restmap.sandbox.codes")
    sandbox = Sandbox(*declared, account=account, token=token, database=database, port=port)
    for each in seeds:
        sandbox.seed(each)
    try:
        with sandbox:
            click.echo(f"{', '.join(declared)} at {sandbox.url}\n\n{sandbox.usage()}\n")
            click.echo("Ctrl-C ends it.")
            wait_until_interrupted()
    except KeyboardInterrupt:
        return


def wait_until_interrupted() -> None:
    """Wait until Ctrl-C raises KeyboardInterrupt."""
    never = threading.Event()
    while True:
        # On Windows, Ctrl-C does not interrupt a wait without a timeout.
        never.wait(1)
