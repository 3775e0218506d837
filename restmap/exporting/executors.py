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


@attrs.define
class Place:
    """One of the places that `at_a_time` gives to jobs, with the share of its next job.

    Each goes on with the requests of the job before, so that all together keep the pace whichever
    workers they are in, and also where jobs are short.
    """

    share: Share


class Running:
    """The jobs of an export in an executor."""

    def __init__(self, executor: Executor, at_a_time: int | None, jobs: Sequence[Job]) -> None:
        self._executor = executor
        self._waiting = iter(enumerate(jobs))
        self._places: list[Place | None]
        if at_a_time is None:
            self._places = [None] * len(jobs)
        else:
            self._places = [Place(Share(at_a_time)) for _ in range(at_a_time)]
        self._running: dict[Future[JobResult], tuple[int, Place | None]] = {}
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
        """Submit jobs as far as there are places, until one has failed."""
        while self._places and self._failure is None:
            index, job = next(self._waiting, (0, None))
            if job is None:
                return
            place = self._places.pop()
            submitted = SubmittedJob(job, place.share if place is not None else None)
            try:
                future = self._executor.submit(run_submitted, submitted)
            except Exception as error:  # such as an executor that is shut down
                if isinstance(error, TypeError | pickle.PicklingError | AttributeError):
                    error.add_note(_HOW_TO_PICKLE)
                self._fail(error)
                return
            self._running[future] = index, place

    def _take(self, finished: set[Future[JobResult]]) -> Iterator[tuple[int, Checkpoint]]:
        for future in finished:
            index, place = self._running.pop(future)
            error = future.exception()
            if error is not None:
                self._fail(error)
                continue
            result = future.result()
            if place is not None:
                place.share = attrs.evolve(place.share, ages=result.ages)
            self._places.append(place)
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
