"""One run of an export: its jobs, here or in an executor, and what they leave."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from ..api.streams import Stream
from ..errors import configuration_error
from .checkpoints import Checkpoint, CheckpointFile, unfinished_path
from .executors import run_in
from .jobs import Job, Source
from .manifest import Manifest, manifest_of, open_directory, write_manifest
from .part_formats import FORMATS, flush_file
from .partition_export import PartitionTask
from .partitions import Partition
from .progress import Exported, ExportProgress, Progress
from .target import Target

if TYPE_CHECKING:
    from ..send.pace import RateLimit


def check_sources(sources: Sequence[Source]) -> None:
    """Refuse what cannot be exported together. Raises ConfigurationError."""
    if not sources:
        raise configuration_error("there is no stream to export.", "Give one or more.", "export")
    names = [each.name for each in sources if isinstance(each, Partition)]
    if names and len(names) < len(sources):
        raise configuration_error(
            "there are streams beside partitions.", "Give the ones or the others.", "export"
        )
    twice = next((each for each, count in Counter(names).items() if count > 1), None)
    if twice is not None:
        raise configuration_error(
            f"two partitions have the name {twice!r}.",
            "Give each a name of its own: partition(…, name=…).",
            "export",
        )


class ExportRun:
    """One call of `export()`, with its arguments checked."""

    def __init__(
        self,
        target: Target,
        sources: Sequence[Source],
        since_last: str | None,
        records_a_part: int,
        progress: Progress,
    ) -> None:
        self._target = target
        self._sources = sources
        streams = [each if isinstance(each, Stream) else each.stream() for each in sources]
        self._calls = [each._call for each in streams]
        self._since_last = since_last
        self._records_a_part = records_a_part
        self._progress = progress
        self._began = time.monotonic()
        self._new_records = 0

    # -- the partitions -------------------------------------------------------------------

    def _jobs(self) -> list[Job]:
        """The partitions, for the run that was interrupted, or else for a new one."""
        self._remove_scrap()
        given = self._given()
        manifest = self._go_on(given)
        limits: dict[str, RateLimit] = {}
        jobs: list[Job] = []
        for index, (source, listed) in enumerate(zip(self._sources, given.calls, strict=True)):
            task = PartitionTask(
                self._target.directory, manifest.number_of(index, listed), self._target.format,
                self._records_a_part, self._since_last, manifest.run,
            )  # fmt: skip
            call = self._calls[index]
            pace = call.client.pace
            # Clients with equal limits share one, as those that partitions create.
            shared = limits.setdefault(repr(pace), pace) if pace is not None else None
            jobs.append(Job(task, source, listed, call, shared))
        return jobs

    def _given(self) -> Manifest:
        """The manifest of this call."""
        names = [each.name if isinstance(each, Partition) else None for each in self._sources]
        given = manifest_of(
            self._calls,
            names,
            self._target.format,
            self._since_last,
            has_columns=FORMATS[self._target.format].needs_arrow,
        )
        resources = sorted({each.resource for each in given.calls})
        if len(resources) > 1:
            raise configuration_error(
                f"an export has one resource, and these are {' and '.join(resources)}.",
                "Export each to a path of its own.",
                "export",
            )
        return given

    def _go_on(self, given: Manifest) -> Manifest:
        """The manifest of the directory, with new partitions, and for the next run if it is due."""
        directory = self._target.directory
        found = open_directory(directory, given)
        states = [
            CheckpointFile(directory, found.number_of(index, each)).read()
            for index, each in enumerate(found.calls)
            if each in given.calls
        ]
        is_over = states != [] and all(
            each is not None and each.is_complete and each.run == found.run for each in states
        )
        manifest = found.with_new_partitions(given.calls)
        if is_over and self._since_last is not None:
            manifest = attrs.evolve(manifest, run=found.run + 1)
        if manifest != found:
            write_manifest(directory, manifest)
        return manifest

    # -- running them ---------------------------------------------------------------------

    def run_here(self) -> Exported:
        """Export the partitions one after the other."""
        jobs = self._jobs()
        checkpoints: list[Checkpoint] = []

        def on_page(count: int, total: int | None) -> None:
            self._new_records += count
            self._report(self._total(total), len(jobs), len(checkpoints))

        for job in jobs:
            checkpoints.append(job.run(on_page).checkpoint)
        self._report(self._new_records, len(jobs), len(jobs))
        return self._finish(checkpoints)

    def _total(self, total: int | None) -> int | None:
        """The number of records of this call; None where it is not known."""
        if len(self._calls) > 1 or self._since_last is not None:
            return None
        limit = self._calls[0].limit
        return total if total is None or limit is None else min(total, limit)

    def run_in(self, executor: Executor, at_a_time: int | None) -> Exported:
        """Export the partitions in an executor."""
        jobs = self._jobs()
        before = [CheckpointFile(each.task.directory, each.task.number).read() for each in jobs]
        done: dict[int, Checkpoint] = {}
        for index, checkpoint in run_in(executor, at_a_time, jobs):
            done[index] = checkpoint
            earlier = before[index]
            self._new_records += checkpoint.written - (earlier.written if earlier else 0)
            self._report(None, len(jobs), len(done))
        return self._finish([done[index] for index in range(len(jobs))])

    def _report(self, total: int | None, partitions: int, done: int) -> None:
        seconds = time.monotonic() - self._began
        self._progress(ExportProgress(self._new_records, total, seconds, partitions, done))

    # -- what they leave ------------------------------------------------------------------

    def _finish(self, checkpoints: Sequence[Checkpoint]) -> Exported:
        """Make one file of the data files where one is asked for."""
        directory = self._target.directory
        files = [directory / part.name for each in checkpoints for part in each.parts]
        self._remove_lost(files)
        records = sum(each.written for each in checkpoints)
        if self._target.is_file:
            self._join(files)
            files = [self._target.path]
        return Exported(self._target.path, records, self._new_records, tuple(files))

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
