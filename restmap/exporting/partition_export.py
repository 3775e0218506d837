"""The export of one partition: from its checkpoint to the end of its list."""

from __future__ import annotations

import contextlib
import secrets
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from ..api.streams import pages_of
from ..errors import RestmapError
from .checkpoints import Checkpoint, CheckpointFile, PartFile, unfinished_path
from .part_formats import FORMATS, PartWriter, flush_file
from .since_last import SinceLast

if TYPE_CHECKING:
    from ..api.listing import ListCall

# What an interruption costs at most: the records of this time are requested again.
_MAX_SECONDS_A_PART = 30.0
# Small pages are put together before they are written.
_MIN_ROWS = 1000


@attrs.frozen
class PartitionTask:
    """What the export of a partition needs beside its list.

    number: in the names of its files. run: which export of what is new.
    """

    directory: Path
    number: str
    format: str
    records_a_part: int
    since_last: str | None
    run: int


OnPage = Callable[[int, int | None], object]
"""Is called with the number of records that were added, and the total where the API gives it."""


def export_partition(
    task: PartitionTask, call: ListCall, on_page: OnPage | None = None
) -> Checkpoint:
    """Export a partition, from its checkpoint on; the checkpoint at its end. call: its list."""
    file = CheckpointFile(task.directory, task.number)
    before = file.read() or Checkpoint("")
    checkpoint = attrs.evolve(before, writer=secrets.token_hex(4))
    if before.run != task.run:
        checkpoint = attrs.evolve(
            checkpoint, run=task.run, page_url=None, records=0, is_complete=False,
            since=before.newest,
        )  # fmt: skip
    if checkpoint.is_complete:
        file.publish(checkpoint)
        return checkpoint
    file.take_over(checkpoint)
    return PartitionExport(task, call, file, checkpoint).run(on_page)


class PartitionExport:
    """The export of a partition that has begun."""

    def __init__(
        self, task: PartitionTask, call: ListCall, file: CheckpointFile, checkpoint: Checkpoint
    ) -> None:
        self._task = task
        self._list = call
        self._file = file
        self._checkpoint = checkpoint  # with what is on disk
        self._reached = checkpoint  # with the pages since then
        self._format = FORMATS[task.format]
        self._part: Part | None = None
        self._since: SinceLast | None = None
        self._newest: SinceLast | None = None
        if task.since_last is not None:
            self._since = SinceLast(call, task.since_last, checkpoint.since)
            self._newest = SinceLast(call, task.since_last, checkpoint.newest)

    def run(self, on_page: OnPage | None) -> Checkpoint:
        """Request and write every page."""
        try:
            for count, total in self._write_pages():
                if on_page is not None:
                    on_page(count, total)
            self._commit(is_complete=True)
        except BaseException as error:
            self._keep_what_is_whole(error)
            raise
        return self._checkpoint

    def _write_pages(self) -> Iterator[tuple[int, int | None]]:
        call = self._call()
        walk = call.walk_items(self._checkpoint.page_url, self._checkpoint.records)
        for items in pages_of(walk, call.client):
            page = walk.page
            assert page is not None, "its items are here"
            new = items if self._since is None else list(filter(self._since.is_new, items))
            self._part = self._part or self._open_part()
            self._part.is_whole = False
            self._part.add(new)
            if self._newest is not None:
                self._newest.add(new)
            self._reached = attrs.evolve(
                self._reached,
                page_url=page.next_page_url,
                records=self._reached.records + len(items),
                newest=self._newest.state if self._newest is not None else None,
            )
            self._part.is_whole = True
            if self._part.is_full and not walk.is_over:
                self._commit()
            yield len(new), page.total

    def _call(self) -> ListCall:
        """The list, of new records alone where it has a filter for that."""
        task, begin = self._task, self._since.begin if self._since is not None else None
        name = f"{task.since_last}_after"
        if begin is None or name not in self._list.operation.parameters:
            return self._list
        return self._list.with_filters(**{name: begin})

    def _open_part(self) -> Part:
        number = len(self._checkpoint.parts)
        name = (
            f"part-{self._task.number}-{number:05}-{self._checkpoint.writer}{self._format.suffix}"
        )
        path = unfinished_path(self._task.directory, name)
        writer = self._format.open(path, self._list)
        return Part(name, path, writer, self._task.records_a_part)

    def _commit(self, *, is_complete: bool = False) -> None:
        """Complete the part, and let the checkpoint name it and the page after it."""
        part, self._part = self._part, None
        parts = self._checkpoint.parts
        if part is not None:
            try:
                part.close()
            except BaseException:
                part.discard()
                raise
            if part.records:
                parts += (PartFile(part.name, part.records),)
            else:
                part.discard()
        self._checkpoint = attrs.evolve(self._reached, parts=parts, is_complete=is_complete)
        self._reached = self._checkpoint
        try:
            self._file.commit(self._checkpoint)
        except RestmapError:  # another call has taken the partition over
            if part is not None:
                part.discard()
            raise

    def _keep_what_is_whole(self, error: BaseException) -> None:
        """After a failure or an interrupt, keep the pages that were written before."""
        part = self._part
        if part is None:
            return
        if not part.is_whole or isinstance(error, OSError):  # such as a disk that is full
            self._part = None
            part.discard()
            return
        with contextlib.suppress(OSError, RestmapError):
            self._commit()


class Part:
    """A data file that is being written.

    is_whole: whether it has whole pages alone, and what was reached is known; not while a page is
    added.
    """

    def __init__(self, name: str, path: Path, writer: PartWriter, records_a_part: int) -> None:
        self.name = name
        self.records = 0
        self.is_whole = True
        self._path = path
        self._writer = writer
        self._waiting: list[Any] = []
        self._records_a_part = records_a_part
        self._deadline = time.monotonic() + _MAX_SECONDS_A_PART

    @property
    def is_full(self) -> bool:
        """Whether it has its number of records, or its time is over."""
        return self.records >= self._records_a_part or time.monotonic() > self._deadline

    def add(self, items: list[Any]) -> None:
        """Add the records of a page."""
        self._waiting += items
        self.records += len(items)
        if len(self._waiting) >= _MIN_ROWS:
            self._write()

    def _write(self) -> None:
        self._writer.write(self._waiting)
        self._waiting = []

    def close(self) -> None:
        """Complete the file, and wait until the disk has it."""
        if self._waiting:
            self._write()
        self._writer.close()
        flush_file(self._path)

    def discard(self) -> None:
        """Delete the file."""
        with contextlib.suppress(OSError):
            self._writer.close()
        self._path.unlink(missing_ok=True)
