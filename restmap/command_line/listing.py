"""`restmap list`: the records of a collection, page after page."""

from __future__ import annotations

import shlex
import signal
import threading
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any

import attrs
import click

from ..decode.pages import Page
from ..errors import RestmapError
from ..plan.operation import PAGING_NAMES, Operation
from .conditions import Condition, read_condition
from .misuse import misuse
from .operation_command import OperationCommand
from .options import for_requests, for_results, verbose_option
from .output import RecordWriter, chosen_format
from .parameters import read_call
from .points import Point
from .profiles import open_client
from .progress import RecordProgress
from .statuses import DONE, INTERRUPTED
from .targets import TargetGroup


def refuse_others(point: Point) -> None:
    """Refuse an operation that is not a list."""
    operation = point.operation
    assert operation is not None
    if operation.result != "page":
        raise misuse(f"{point.expression} is not a list.", f"Use: restmap call {point.package} …")


def limit_option() -> click.Option:
    """The option for the maximum of records."""
    return click.Option(
        ["--limit"], type=click.IntRange(0), metavar="INTEGER", help="The maximum of records."
    )


def _make(point: Point) -> click.Command:
    refuse_others(point)
    own = [
        limit_option(),
        click.Option(
            ["--where"],
            multiple=True,
            metavar="FIELD=VALUE",
            help="Only records with this value; may be repeated. Also != < <= > >=, and ~ for text "
            "that contains another. The records are read and then chosen from: a parameter of the "
            "API, where there is one, reads fewer.",
        ),
        click.Option(["--resume"], metavar="URL", help="Go on from the page of this URL."),
        click.Option(
            ["--skip"],
            type=click.IntRange(0),
            default=0,
            metavar="INTEGER",
            help="With --resume: how many records of the page were written before.",
        ),
        *for_results(),
        *for_requests(),
        verbose_option(),
    ]
    return OperationCommand(point, own, _run, left_out=frozenset({"prefetch"}))


@click.command(cls=TargetGroup, make=_make, verb="list", name="list", no_args_is_help=True)
def command() -> None:
    """List the records of a collection, page after page.

    PACKAGE and NAME... lead to a collection, as for `restmap call`; the filters of the API are
    options: `restmap list PACKAGE NAME... --help` lists them. Records are written as they come; a
    list that ends before its time, by Ctrl-C or by an error, says how to go on.

    \b
    Examples:
      restmap list resources.twilio messages --limit 500 --fields sid,status
      restmap list resources.twilio messages --where "status=failed" --output csv > failed.csv
      restmap list resources.twilio proxy.v1.services KS… sessions --output jsonl | jq .sid
    """


def _run(
    point: Point,
    *,
    profile: str | None,
    base_url: str | None,
    limit: int | None,
    where: Sequence[str],
    resume: str | None,
    skip: int,
    output: str | None,
    fields: Sequence[str] | None,
    **values: Any,
) -> int:
    call = read_call(point, values)
    operation = point.operation
    assert operation is not None
    assert point.root is not None
    resource = point.target._target._resource
    conditions = [read_condition(each, resource) for each in where]
    plan = resource._plan
    writer = RecordWriter(
        chosen_format(output), fields, list(plan.fields), plan.keys, resume is not None
    )
    with open_client(point.root.client_class, profile, base_url) as client:
        collection = point.open(client, call.keys)._target
        pages = _Pages(collection, operation, call.arguments, resume)
        listing = _Listing(writer, conditions, limit, resume, skip)
        total = None if conditions else limit
        try:
            with RecordProgress(total) as progress:
                listing.run(pages.walk(limit if not conditions else None), progress)
        except (RestmapError, KeyboardInterrupt) as error:
            writer.close()
            click.echo(listing.how_to_go_on(), err=True)
            if isinstance(error, KeyboardInterrupt):
                return INTERRUPTED
            raise
    writer.close()
    return DONE


@attrs.frozen
class _Pages:
    """The pages of a list. resume: the URL of the page to begin with."""

    collection: Any
    operation: Operation
    arguments: Mapping[str, Any]
    resume: str | None

    def walk(self, wanted: int | None) -> Iterator[Page[Any]]:
        """Request one page after the other. wanted: the number of records, where it is known."""
        page: Page[Any] | None = self._first(wanted)
        while page is not None:
            yield page
            page = page.next_page()

    def _first(self, wanted: int | None) -> Page[Any]:
        arguments = dict(self.arguments)
        page: Page[Any]
        if self.resume is not None:
            filters = {name: each for name, each in arguments.items() if name not in PAGING_NAMES}
            page = self.collection.get_page(self.resume, **filters)
            return page
        has_size = self.operation.page_type is not None and self.operation.page_type.page_size
        default = self.operation.parameters["page_size"].default
        if wanted and has_size and default is None:
            arguments.setdefault("page_size", wanted)
        page = self.collection.page(**arguments)
        return page


class _Listing:
    """Writes the records of pages, and knows where to go on if it is interrupted.

    skip: the number of records of the first page that were written before.
    """

    def __init__(
        self,
        writer: RecordWriter,
        conditions: Sequence[Condition],
        limit: int | None,
        resume: str | None,
        skip: int,
    ) -> None:
        self._writer = writer
        self._conditions = conditions
        self._limit = limit
        self._written = 0
        self._next = resume
        self._skip = skip

    def run(self, pages: Iterator[Page[Any]], progress: RecordProgress) -> None:
        """Write the records of pages, up to the limit."""
        if self._limit == 0:
            return
        for page in pages:
            self._next = page.url
            with _uninterrupted():
                is_last = self._write(page) or page.next_page_url is None
                self._next, self._skip = page.next_page_url, 0
            progress.advance(len(page.items), is_last=is_last)
            if is_last:
                return

    def _write(self, page: Page[Any]) -> bool:
        """Write the records of a page, and return whether the limit is reached."""
        chosen = [
            each
            for each in page.items[self._skip :]
            if all(condition.holds(each) for condition in self._conditions)
        ]
        if self._limit is not None:
            chosen = chosen[: self._limit - self._written]
        self._writer.write(chosen)
        self._written += len(chosen)
        return self._limit is not None and self._written >= self._limit

    def how_to_go_on(self) -> str:
        """What to add to the command line, so that it goes on from here."""
        done = f"{self._written} {'record was' if self._written == 1 else 'records were'} written."
        if self._next is None:
            return done
        options = ["--resume", shlex.quote(self._next)]
        if self._skip:
            options += ["--skip", str(self._skip)]
        if self._limit is not None:
            options += ["--limit", str(self._limit - self._written)]
        return f"{done} To go on, repeat the command with: {' '.join(options)}"


@contextmanager
def _uninterrupted() -> Generator[None]:
    """Let Ctrl-C wait until the records of a page are written; a second Ctrl-C does not wait."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread gets signals
        return
    pending: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        if pending:
            raise KeyboardInterrupt
        pending.append(number)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pending:
        raise KeyboardInterrupt
