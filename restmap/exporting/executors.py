"""Partitions in an executor of `concurrent.futures`: threads, processes, or a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import Any, cast

import attrs

from ..errors import configuration_error
from .checkpoints import Checkpoint
from .partition_export import PartitionTask, export_partition


def run_in(
    executor: Executor, at_a_time: int, tasks: Sequence[PartitionTask]
) -> Iterator[tuple[int, Checkpoint]]:
    """Export partitions in an executor; yields the index and the checkpoint of each at its end.

    After the failure of one, those that have begun are waited for, and its error is raised.
    """
    if at_a_time < 1:
        raise configuration_error(
            f"at_a_time= cannot be {at_a_time}.", "Write 1 or more.", "export"
        )
    waiting = iter(enumerate(tasks))
    running: dict[Future[Checkpoint], int] = {}
    failure: BaseException | None = None
    while True:
        while failure is None and len(running) < at_a_time:
            following = next(waiting, None)
            if following is None:
                break
            index, task = following
            running[executor.submit(export_in_worker, SharedTask(task, at_a_time))] = index
        if not running:
            break
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in finished:
            index, error = running.pop(future), future.exception()
            if error is None:
                yield index, future.result()
            else:
                failure = failure or error
    if failure is not None:
        raise failure


@attrs.frozen
class SharedTask:
    """A task that keeps to a share of the client's pace where it has a copy of the client."""

    task: PartitionTask
    at_a_time: int
    is_copy: bool = False

    def __reduce__(self) -> Any:
        return _copied, (self.task, self.at_a_time)


def _copied(task: PartitionTask, at_a_time: int) -> SharedTask:
    """A task from its pickle, whose client is a copy."""
    client = cast("Any", task.call.client)
    if client.pace is not None:
        client.pace = client.pace.divided_by(at_a_time)
    return SharedTask(task, at_a_time, is_copy=True)


def export_in_worker(shared: SharedTask) -> Checkpoint:
    """Export a partition, in a worker."""
    try:
        return export_partition(shared.task)
    finally:
        if shared.is_copy:
            cast("Any", shared.task.call.client).close()
