"""`restmap export`: the records of a collection, into files that an interruption does not spoil."""

from __future__ import annotations

from typing import Any

import click

from ..errors import RestmapError
from ..exporting.export import export
from .listing import limit_option, refuse_others
from .operation_command import OperationCommand
from .options import for_requests, verbose_option
from .parameters import read_call
from .points import Point
from .profiles import open_client
from .progress import export_progress
from .statuses import DONE, INTERRUPTED, UNUSABLE, status_of
from .targets import TargetGroup

_FORMATS = click.Choice(["parquet", "csv", "jsonl"])


def _make(point: Point) -> click.Command:
    refuse_others(point)
    own: list[click.Parameter] = [
        click.Option(
            ["--into"],
            required=True,
            metavar="PATH",
            help="A file that ends with .parquet, .csv or .jsonl, or a directory, with a slash at "
            "its end.",
        ),
        click.Option(
            ["--format", "format_"],
            type=_FORMATS,
            help="Of the files in a directory; by default parquet.",
        ),
        click.Option(
            ["--since-last"],
            metavar="FIELD",
            help="Add the records whose value of this field, such as date_updated, is above the "
            "newest one in the directory.",
        ),
        limit_option(),
        *for_requests(),
        verbose_option(),
    ]
    return OperationCommand(point, own, _run, left_out=frozenset({"prefetch"}))


@click.command(cls=TargetGroup, make=_make, verb="list", name="export", no_args_is_help=True)
def command() -> None:
    """Export the records of a collection to Parquet, CSV or JSON lines.

    PACKAGE and NAME... lead to a collection, as for `restmap list`, and the filters of the API are
    options. After an interruption, even by kill -9, the same command goes on, and in the end each
    record is there once. Parquet and CSV need the extra `arrow`.

    \b
    Examples:
      restmap export resources.twilio messages --into messages.parquet
      restmap export resources.twilio calls --status failed --into failed.csv
      restmap export resources.twilio calls --into calls/ --since-last date_updated
    """


def _run(
    point: Point,
    *,
    profile: str | None,
    base_url: str | None,
    into: str,
    format_: Any,
    since_last: str | None,
    limit: int | None,
    **values: Any,
) -> int:
    call = read_call(point, values)
    assert point.root is not None
    with open_client(point.root.client_class, profile, base_url) as client:
        collection = point.open(client, call.keys)._target
        stream = collection.stream(limit=limit, **call.arguments)
        try:
            with export_progress() as progress:
                exported = export(
                    stream, into, format=format_, since_last=since_last, progress=progress
                )
        except KeyboardInterrupt:
            click.echo(_HOW_TO_GO_ON, err=True)
            return INTERRUPTED
        except RestmapError as error:
            if status_of(error) != UNUSABLE:
                click.echo(_HOW_TO_GO_ON, err=True)
            raise
    records = "1 record" if exported.records == 1 else f"{exported.records:,} records"
    new = exported.new_records
    added = f", {new:,} of them new" if new != exported.records else ""
    click.echo(f"{exported.path} has {records}{added}.")
    return DONE


_HOW_TO_GO_ON = "What was written is kept. To go on, repeat the command."
