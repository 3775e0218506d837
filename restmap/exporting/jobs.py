"""Jobs: the export of one partition, in this process or, from its pickle, in a worker."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import attrs

from ..api.streams import Stream
from ..errors import configuration_error
from ..send.pace import RateLimit, limited_to
from .checkpoints import Checkpoint
from .manifest import ListedCall, difference_of, listed_call
from .partition_export import OnPage, PartitionTask, export_partition
from .partitions import Partition

if TYPE_CHECKING:
    from ..api.client import Client
    from ..api.listing import ListCall

Source: TypeAlias = Stream[Any] | Partition[Any]


@attrs.frozen
class Share:
    """The part of a pace that one of several jobs at a time may use.

    at_a_time: how many jobs there are at a time. ages: how many seconds ago the requests were that
    the job before it sent, in the same place among them.
    """

    at_a_time: int
    ages: tuple[float, ...] = ()


@attrs.frozen
class JobResult:
    """The result of a job. ages: of the requests of a share, at the end."""

    checkpoint: Checkpoint
    ages: tuple[float, ...] = ()


@attrs.frozen
class Job:
    """The export of one partition.

    source: gives the list. listed: what the manifest has of it. call: the list, in this process.
    pace: that of the client, which all jobs of this process share; None for none.
    """

    task: PartitionTask
    source: Source
    listed: ListedCall
    call: ListCall
    pace: RateLimit | None

    def run(self, on_page: OnPage | None = None) -> JobResult:
        """Export the partition, in this process."""
        with limited_to(self.pace):
            return JobResult(export_partition(self.task, self.call, on_page))


@attrs.frozen
class SubmittedJob:
    """A job for an executor. Its pickle has the source, from which a worker makes its own list."""

    job: Job
    share: Share | None

    def run(self) -> JobResult:
        """Run the job, in a thread of this process."""
        return self.job.run()

    def __reduce__(self) -> Any:
        job = self.job
        # Dask takes two tasks with equal pickles for one: the export that was, and the next one.
        parts = (job.task, job.source, job.listed, job.pace, self.share, secrets.token_hex(8))
        return CopiedJob, parts


@attrs.frozen
class CopiedJob:
    """A job in a worker, from its pickle. token: tells pickles apart."""

    task: PartitionTask
    source: Source
    listed: ListedCall
    pace: RateLimit | None
    share: Share | None
    token: str

    def run(self) -> JobResult:
        """Export the partition, with a client of the worker and a share of the pace."""
        source = self.source
        call = (source.stream() if isinstance(source, Partition) else source)._call
        try:
            self._check_same(call)
            limit = self._limit(call.client.clock())
            with limited_to(limit):
                checkpoint = export_partition(self.task, call)
            return JobResult(checkpoint, limit.ages(call.client.clock()) if limit else ())
        finally:
            if isinstance(source, Stream):  # its client is a copy for this job
                cast("Client", call.client).close()

    def _check_same(self, call: ListCall) -> None:
        """Refuse another list than that of the program, as of an account that the worker has."""
        difference = difference_of(self.listed, listed_call(self.listed.name, call))
        if difference is not None:
            raise configuration_error(
                f"a worker has another list than the program that exports: {difference}.",
                "Give workers the same settings, and let a partition give the same list always.",
                "export",
            )

    def _limit(self, now: float) -> RateLimit | None:
        if self.pace is None:
            return None
        if self.share is None:
            raise configuration_error(
                f"workers have to keep the pace {self.pace} together, and their number is not "
                "known.",
                "Give it: export(…, executor=executor, at_a_time=4).",
                "export",
            )
        limit = self.pace.divided_by(self.share.at_a_time)
        limit.add_turns(self.share.ages, now)
        return limit


def run_submitted(job: SubmittedJob | CopiedJob) -> JobResult:
    """Run a job: a function that executors can pickle by its name."""
    return job.run()
