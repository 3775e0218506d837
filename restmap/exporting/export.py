"""`restmap.export()`: a list, or several partitions of one, into files."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from ..api.streams import Stream
from ..data.extras import require
from ..errors import configuration_error
from .checkpoints import Checkpoint, CheckpointFile, unfinished_path
from .executors import run_in
from .manifest import manifest_of, open_directory, write_manifest
from .part_formats import FORMATS, flush_file
from .partition_export import PartitionTask, export_partition

if TYPE_CHECKING:
    from ..api.listing import ListCall

Format: TypeAlias = Literal["parquet", "csv", "jsonl"]


@attrs.frozen
class ExportProgress:
    """How far an export is.

    records: that were written by this call. total: of the export, where the API gives it; else
    None. seconds: since the call began. partitions, partitions_done: how many there are.
    """

    records: int
    total: int | None
    seconds: float
    partitions: int = 1
    partitions_done: int = 0

    @property
    def rate(self) -> float:
        """Records a second."""
        return self.records / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """The seconds until the end, at the rate so far; None where it is not known."""
        if self.total is None or not self.rate:
            return None
        return max(0, self.total - self.records) / self.rate


@attrs.frozen
class Exported:
    """The result of an export.

    path: the file, or the directory. records: in all files. new_records: of these, written by this
    call. files: the data files.
    """

    path: Path
    records: int
    new_records: int
    files: tuple[Path, ...]


Progress: TypeAlias = Callable[[ExportProgress], object]


def export(
    stream: Stream[Any] | Sequence[Stream[Any]],
    path: str | os.PathLike[str],
    *,
    format: Format | None = None,  # noqa: A002
    since_last: str | None = None,
    records_a_part: int = 50_000,
    progress: Progress | None = None,
    executor: Executor | None = None,
    at_a_time: int = 4,
) -> Exported:
    """Write the records of a stream to files; the same call goes on after an interruption.

        restmap.export(client.calls.stream(status="failed"), "calls.parquet")

    Whenever a program ends in the middle, even by `kill -9` or without electricity, the same call
    again goes on where it was, and in the end each record is there once.

    stream: a stream, or several, such as one for each day; these are the partitions of the export.
    path: a file that ends with .parquet, .csv or .jsonl, which appears when it is complete; or a
        directory for data files of about `records_a_part` records or 30 seconds each.
    format: of the files in a directory; by default Parquet. JSON lines have the records as they
        were received, the others the columns of `to_arrow()`.
    since_last: a field with an order, such as "date_updated". Once the export into a directory is
        complete, the same call adds the records whose value is above the newest one there.
    progress: called after each page, or with an executor after each partition.
    executor: where partitions are exported, such as a ProcessPoolExecutor or that of a Dask
        cluster; all of its workers need to see the path. at_a_time: the maximum number of
        partitions at a time; the pace of the client is divided by it for workers that do not
        share its memory.

    Raises ConfigurationError for a path that another export has, and for a package that is not
    installed; OSError where a file cannot be written; and the errors of any list. What was
    written until then stays, and the same call goes on from there.
    """
    streams = [stream] if isinstance(stream, Stream) else list(stream)
    calls = [each._call for each in streams]
    target = Target.of(path, format)
    if not calls:
        raise configuration_error("there is no stream to export.", "Give one or more.", "export")
    if since_last is not None and target.is_file:
        raise configuration_error(
            f"since_last= adds files to a directory, and {str(target.path)!r} is a file.",
            "Give a directory, such as 'calls/'.",
            "export",
        )
    if records_a_part < 1:
        raise configuration_error(
            f"records_a_part= cannot be {records_a_part}.", "Write 1 or more.", "export"
        )
    if FORMATS[target.format].needs_arrow:
        require("pyarrow", f"an export to {target.format}")
    return Export(target, calls, since_last, records_a_part).run(progress, executor, at_a_time)


@attrs.frozen
class Target:
    """Where an export goes. directory: of the data files, which a file is joined from."""

    path: Path
    format: str
    is_file: bool

    @classmethod
    def of(cls, path: str | os.PathLike[str], given: str | None) -> Target:
        """The target of a path."""
        found = Path(path).absolute()
        of_suffix = found.suffix.removeprefix(".").lower()
        if given is not None and given not in FORMATS:
            raise configuration_error(
                f"{given!r} is not a format.", f"Write one of {', '.join(FORMATS)}.", "export"
            )
        if found.is_dir() or str(path).endswith(("/", os.sep)) or not found.suffix:
            return cls(found, given or "parquet", is_file=False)
        if of_suffix not in FORMATS or given not in (None, of_suffix):
            suffixes = ", ".join(each.suffix for each in FORMATS.values())
            raise configuration_error(
                f"the name of {str(path)!r} does not end with the suffix of its format.",
                f"Write one of {suffixes}, or a directory with a slash at its end.",
                "export",
            )
        return cls(found, of_suffix, is_file=True)

    @property
    def directory(self) -> Path:
        """The directory of the data files."""
        return self.path.with_name(f"{self.path.name}.parts") if self.is_file else self.path

    @property
    def scrap(self) -> Path:
        """The name that the directory of a file has while it is removed."""
        return self.path.with_name(f".{self.path.name}.scrap")


class Export:
    """One call of `export()`, with its arguments checked."""

    def __init__(
        self,
        target: Target,
        calls: Sequence[ListCall],
        since_last: str | None,
        records_a_part: int,
    ) -> None:
        self._target = target
        self._calls = calls
        self._since_last = since_last
        self._records_a_part = records_a_part
        self._began = time.monotonic()
        self._new_records = 0

    def run(self, progress: Progress | None, executor: Executor | None, at_a_time: int) -> Exported:
        """Export every partition, and make one file of them where one is asked for."""
        self._remove_scrap()
        tasks = self._tasks()
        if executor is None:
            checkpoints = self._run_here(tasks, progress)
        else:
            checkpoints = self._run_in(executor, at_a_time, tasks, progress)
        directory = self._target.directory
        files = [directory / part.name for each in checkpoints for part in each.parts]
        self._remove_lost(files)
        records = sum(each.written for each in checkpoints)
        if self._target.is_file:
            self._join(files)
            files = [self._target.path]
        return Exported(self._target.path, records, self._new_records, tuple(files))

    def _tasks(self) -> list[PartitionTask]:
        """The partitions, for the run that was interrupted, or else for a new one."""
        format_, directory = FORMATS[self._target.format], self._target.directory
        manifest = manifest_of(
            self._calls, self._target.format, self._since_last, has_columns=format_.needs_arrow
        )
        manifest = open_directory(directory, manifest)
        names = [f"{number:04}" for number in range(len(self._calls))]
        states = [CheckpointFile(directory, name).read() for name in names]
        is_over = all(
            each is not None and each.is_complete and each.run == manifest.run for each in states
        )
        if is_over and self._since_last is not None:
            manifest = attrs.evolve(manifest, run=manifest.run + 1)
            write_manifest(directory, manifest)
        return [
            PartitionTask(
                call, directory, name, self._target.format, self._records_a_part,
                self._since_last, manifest.run,
            )
            for call, name in zip(self._calls, names, strict=True)
        ]  # fmt: skip

    def _run_here(
        self, tasks: Sequence[PartitionTask], progress: Progress | None
    ) -> list[Checkpoint]:
        checkpoints: list[Checkpoint] = []

        def on_page(count: int, total: int | None) -> None:
            self._new_records += count
            self._report(progress, self._total(total), len(tasks), len(checkpoints))

        for task in tasks:
            checkpoints.append(export_partition(task, on_page))
        self._report(progress, self._new_records, len(tasks), len(tasks))
        return checkpoints

    def _total(self, total: int | None) -> int | None:
        """The number of records of this call; None where it is not known."""
        if len(self._calls) > 1 or self._since_last is not None:
            return None
        limit = self._calls[0].limit
        return total if total is None or limit is None else min(total, limit)

    def _run_in(
        self,
        executor: Executor,
        at_a_time: int,
        tasks: Sequence[PartitionTask],
        progress: Progress | None,
    ) -> list[Checkpoint]:
        before = [CheckpointFile(task.directory, task.name).read() for task in tasks]
        done: dict[int, Checkpoint] = {}
        for index, checkpoint in run_in(executor, at_a_time, tasks):
            done[index] = checkpoint
            earlier = before[index]
            self._new_records += checkpoint.written - (earlier.written if earlier else 0)
            self._report(progress, None, len(tasks), len(done))
        return [done[index] for index in range(len(tasks))]

    def _report(
        self, progress: Progress | None, total: int | None, partitions: int, done: int
    ) -> None:
        if progress is not None:
            seconds = time.monotonic() - self._began
            progress(ExportProgress(self._new_records, total, seconds, partitions, done))

    def _remove_lost(self, files: Sequence[Path]) -> None:
        """Remove data files that no checkpoint names, as of a worker that was given up."""
        suffix = FORMATS[self._target.format].suffix
        for path in self._target.directory.glob(f"part-*{suffix}"):
            if path not in files:
                path.unlink(missing_ok=True)

    def _join(self, files: Sequence[Path]) -> None:
        """Make one file of the data files, and remove them when it is on disk."""
        target, format_ = self._target.path, FORMATS[self._target.format]
        unfinished = unfinished_path(target.parent, target.name)
        try:
            if files:
                format_.join(files, unfinished)
            else:
                format_.open(unfinished, self._calls[0]).close()
            flush_file(unfinished)
            unfinished.replace(target)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        # Removed under another name: what an interruption leaves is not an export.
        self._target.directory.rename(self._target.scrap)
        self._remove_scrap()

    def _remove_scrap(self) -> None:
        shutil.rmtree(self._target.scrap, ignore_errors=True)
