"""Progress of long work, on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.text import Text

from ..errors import escape_line
from ..exporting.progress import ExportProgress


class _Rate(ProgressColumn):
    """Records in a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


class RecordProgress:
    """A bar of the records that were read. It appears with the second page, since one is no work.

    total: the number of records to read; None where it is not known. Where the records themselves
    are written to a terminal, they are the progress.
    """

    def __init__(self, total: int | None) -> None:
        is_shown = sys.stderr.isatty() and not sys.stdout.isatty()
        self._progress = _bar(MofNCompleteColumn(), _Rate(), TimeElapsedColumn())
        self._task = self._progress.add_task("records", total=total)
        self._is_shown = is_shown

    def advance(self, count: int, *, is_last: bool) -> None:
        """Count the records of one page. is_last: whether no page follows."""
        self._progress.advance(self._task, count)
        if self._is_shown and not is_last:
            self._progress.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._is_shown:
            self._progress.stop()


@contextmanager
def export_progress() -> Generator[Callable[[ExportProgress], object]]:
    """A bar of the records of an export, with the time left where the API gives a total."""
    if not sys.stderr.isatty():
        yield lambda so_far: None
        return
    with _bar(MofNCompleteColumn(), _Rate(), TimeRemainingColumn()) as progress:
        task = progress.add_task("records", total=None)
        yield lambda so_far: progress.update(task, completed=so_far.records, total=so_far.total)


@contextmanager
def bytes_progress(name: str) -> Generator[Callable[[int, int | None], object]]:
    """A bar of the bytes of a download: a function to call with those received and their total."""
    if not sys.stderr.isatty():
        yield lambda received, total: None
        return
    with _bar(DownloadColumn(), TransferSpeedColumn()) as progress:
        task = progress.add_task(escape_line(name), total=None)
        yield lambda received, total: progress.update(task, completed=received, total=total)


@contextmanager
def steps_progress() -> Generator[Callable[[str], object]]:
    """A line with the step that work has come to: a function to call with what is done next."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    with Console(stderr=True, highlight=False).status("") as status:
        yield lambda step: status.update(Text(escape_line(step)))


def _bar(*columns: ProgressColumn) -> Progress:
    console = Console(stderr=True, highlight=False)
    text = TextColumn("{task.description}", markup=False)
    # Standard output is the records: it stays as it is.
    return Progress(
        text, BarColumn(), *columns, console=console, redirect_stdout=False, redirect_stderr=False
    )
