"""`restmap call`: one operation, called with arguments from the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ..api.download import Download
from ..errors import escape_controls
from .dry_run import NotSent, make_dry
from .misuse import misuse
from .operation_command import OperationCommand
from .options import for_requests, for_results, verbose_option
from .output import chosen_format, encodable, write_object
from .parameters import GivenCall, read_call
from .points import Point
from .profiles import open_client
from .progress import bytes_progress
from .statuses import DONE, INCOMPLETE
from .targets import TargetGroup


def _make(point: Point) -> click.Command:
    own = [
        *for_requests(),
        click.Option(["--dry-run"], is_flag=True, help="Print the request, and send nothing."),
        *([_YES] if _is_delete(point) else []),
        *for_results(),
        *([_INTO] if _returns_file(point) else []),
        verbose_option(),
    ]
    return OperationCommand(point, own, _run)


_YES = click.Option(["--yes"], is_flag=True, help="Delete without asking.")
_INTO = click.Option(
    ["--into"],
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where the file is written; by default to standard output, unless that is a terminal.",
)


def _is_delete(point: Point) -> bool:
    operation = point.operation
    assert operation is not None
    return operation.method == "DELETE" or operation.name == "delete"


def _returns_file(point: Point) -> bool:
    operation = point.operation
    assert operation is not None
    return operation.result == "download" or operation.returns is bytes


@click.command(cls=TargetGroup, make=_make, name="call", no_args_is_help=True)
def command() -> None:
    """Call one operation, and print its result.

    PACKAGE is a module or a package, such as resources.desk. NAME... leads to an operation, by the
    names of a client and by keys: `messages MM… fetch`, `messages.create`, or an expression that
    `restmap operations` prints. Names may be left out at the beginning, where the rest is in one
    place alone. Keys may be given as options too: `messages.fetch --sid MM…`. Each operation has
    options for its parameters: `restmap call PACKAGE NAME... --help` lists them.

    Credentials come from the environment, as CLIENT_ARGUMENT (DESK_TOKEN for `Desk(token=…)`), or
    from a profile: a table in a TOML file of mode 600, whose keys are the arguments of the client.

    \b
    Examples:
      restmap call resources.twilio messages.create --to +15550100 --from +15550199 --body Hello
      restmap call resources.twilio messages MM… fetch --fields sid,status
      restmap call resources.twilio messages MM… delete --yes
      restmap call resources.twilio messages.create --to +15550100 --body @text.txt --dry-run
    """


def _run(
    point: Point,
    *,
    profile: str | None,
    base_url: str | None,
    dry_run: bool,
    output: str | None,
    fields: Sequence[str] | None,
    yes: bool = False,
    into: Path | None = None,
    **values: Any,
) -> int:
    call = read_call(point, values)
    assert point.root is not None
    with open_client(point.root.client_class, profile, base_url) as client:
        if dry_run:
            make_dry(client)
        elif not yes and not _may_go_on(point, call):
            click.echo("Nothing was sent.", err=True)
            return INCOMPLETE
        verb = point.open(client, call.keys)
        try:
            result = verb(**call.arguments)
            if dry_run and isinstance(result, Download):
                result.__enter__()
        except NotSent as request:
            click.echo(str(request))
            return DONE
        if isinstance(result, Download):
            _write_download(result, into)
        else:
            _write(result, output, fields, into)
    return DONE


def _may_go_on(point: Point, call: GivenCall) -> bool:
    """Whether the user agrees to a delete. Raises ParameterError where nobody can be asked."""
    operation = point.operation
    assert operation is not None
    if not _is_delete(point):
        return True
    if not sys.stdin.isatty():
        raise misuse("a delete asks first, and there is no terminal.", "Write --yes.")
    what = " ".join([operation.label.partition(".")[0], *call.keys])
    return click.confirm(f"Delete {escape_controls(what)}?", err=True)


def _write(
    result: Any, output: str | None, fields: Sequence[str] | None, into: Path | None
) -> None:
    if result is True:  # there was nothing to read in the response
        return
    if isinstance(result, bytes):
        _write_bytes(result, into)
    elif isinstance(result, str):
        text = escape_controls(result) if sys.stdout.isatty() else encodable(result)
        click.echo(text)
    else:
        write_object(result, chosen_format(output), fields)


def _write_bytes(content: bytes, into: Path | None) -> None:
    if into is not None:
        try:
            into.write_bytes(content)
        except OSError as error:
            found = f"{into} cannot be written: {error.strerror}."
            raise misuse(found, "Choose another place: --into FILE.") from None
        return
    _refuse_terminal()
    sys.stdout.buffer.write(content)


def _write_download(download: Download, into: Path | None) -> None:
    if into is not None:
        with bytes_progress(into.name) as progress:
            download.save(into, progress=progress)
        return
    _refuse_terminal()
    with download as pieces:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def _refuse_terminal() -> None:
    if sys.stdout.isatty():
        raise misuse("the result is a file.", "Write --into FILE, or redirect the output.")
