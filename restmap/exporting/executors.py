"""Jobs in an executor of `concurrent.futures`: threads, processes, or a cluster."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)

import attrs

from ..errors import configuration_error
from .checkpoints import Checkpoint
from .jobs import Job, JobResult, Share, Source, SubmittedJob, run_submitted
from .partitions import Partition


def check_executor(executor: Executor, at_a_time: int | None, sources: Sequence[Source]) -> None:
    """Refuse what cannot be run in an executor, before anything is written or sent."""
    if at_a_time is not None and at_a_time < 1:
        raise configuration_error(
            f"at_a_time= cannot be {at_a_time}.", "Write 1 or more.", "export"
        )
    # Others have ways of their own to pickle functions, as Dask does with those without a name.
    if isinstance(executor, ProcessPoolExecutor):
        for each in sources:
            _refuse_unpicklable(each)


def _refuse_unpicklable(source: Source) -> None:
    try:
        pickle.dumps(source)
    except Exception as error:  # pickle raises various ones
        if isinstance(source, Partition):
            raise configuration_error(
                f"the partition {source.name!r} cannot be sent to another process: {error}.",
                "Write its function with `def` at the top of a module, not inside of another one.",
                "export",
            ) from error
        raise configuration_error(
            f"a stream cannot be sent to another process with its client: {error}.",
            "Let each process create its own client: export(restmap.partition(…), …).",
            "export",
        ) from error


def run_in(
    executor: Executor, at_a_time: int | None, jobs: Sequence[Job]
) -> Iterator[tuple[int, Checkpoint]]:
    """Run jobs in an executor; yields the index and the checkpoint of each at its end.

    at_a_time: the maximum number of jobs at a time; None leaves that to the executor.
    After the failure of one, no other begins, and its error is raised when the others have ended.
    """
    yield from Running(executor, at_a_time, jobs).results()


class Running:
    """The jobs of an export in an executor.

    There is a share of the pace for each job at a time. The next job takes over that of one that
    has ended, with its last requests, so that all together keep the pace whichever workers they are
    in, and also where jobs are short.
    """

    def __init__(self, executor: Executor, at_a_time: int | None, jobs: Sequence[Job]) -> None:
        self._executor = executor
        self._waiting = iter(enumerate(jobs))
        self._free: list[Share | None] = (
            [None] * len(jobs) if at_a_time is None else [Share(at_a_time)] * at_a_time
        )
        self._running: dict[Future[JobResult], tuple[int, Share | None]] = {}
        self._failure: BaseException | None = None

    def results(self) -> Iterator[tuple[int, Checkpoint]]:
        """The index and the checkpoint of each job at its end."""
        try:
            self._submit()
            while self._running:
                finished, _ = wait(self._running, return_when=FIRST_COMPLETED)
                yield from self._take(finished)
                self._submit()
        finally:
            self._cancel()
        if self._failure is not None:
            raise self._failure

    def _submit(self) -> None:
        """Submit jobs as far as there are shares, until one has failed."""
        while self._free and self._failure is None:
            index, job = next(self._waiting, (0, None))
            if job is None:
                return
            share = self._free.pop()
            try:
                future = self._executor.submit(run_submitted, SubmittedJob(job, share))
            except Exception as error:  # such as an executor that is shut down
                if isinstance(error, TypeError | pickle.PicklingError | AttributeError):
                    error.add_note(_HOW_TO_PICKLE)
                self._fail(error)
                return
            self._running[future] = index, share

    def _take(self, finished: set[Future[JobResult]]) -> Iterator[tuple[int, Checkpoint]]:
        for future, (index, share) in [(each, self._running.pop(each)) for each in finished]:
            error = future.exception()
            if error is not None:
                self._fail(error)
                continue
            result = future.result()
            self._free.append(attrs.evolve(share, ages=result.ages) if share else None)
            yield index, result.checkpoint

    def _fail(self, error: BaseException) -> None:
        if self._failure is None:
            if isinstance(error, BrokenExecutor):
                error.add_note(
                    "What was written is kept. To go on, make the same call with a new executor."
                )
            self._failure = error
            self._cancel()

    def _cancel(self) -> None:
        """Take back the jobs that have not begun, or, in Dask, not ended.

        What a worker goes on to write all the same is its part's, until another call takes it over.
        """
        for future in [*self._running]:
            if future.cancel():
                del self._running[future]


_HOW_TO_PICKLE = (
    "Workers import what the function of a partition uses: write it, and the resources that it "
    "uses, in a module that they can import."
)
