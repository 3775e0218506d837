"""Bulk: one call for each of many items, several at a time, in threads or in tasks."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Generator, Iterable
from contextlib import contextmanager
from typing import Generic, TypeVar

from ..errors import MapError, RestmapError, compose, configuration_error

I = TypeVar("I")  # noqa: E741 (an item)
R = TypeVar("R")


def map(call: Callable[[I], R], items: Iterable[I], *, at_a_time: int = 20) -> list[R]:  # noqa: A001
    """Call a function with each item, in threads; the results in the order of the items.

        restmap.map(lambda name: services.create(unique_name=name), names, at_a_time=20)

    call: a function of one item. items: are taken one by one, as threads become free.
    at_a_time: the maximum number of calls at a time.
    Raises MapError at the end where calls raised a RestmapError: it has these items with their
    errors, and the results of the others. Any other error ends it: no further item is taken, and
    the error is raised when the calls that have begun are over.
    """
    from concurrent.futures import ThreadPoolExecutor
    from contextvars import copy_context

    bulk: Bulk[I, R] = Bulk(items, at_a_time)

    def work() -> None:
        for index, item in iter(bulk.take, None):
            with bulk.outcome_of(index, item):
                bulk.results[index] = (item, call(item))

    with ThreadPoolExecutor(at_a_time, "restmap-map") as threads:
        # In the context of the caller, where a tracer finds the span that the calls belong to.
        workers = [threads.submit(copy_context().run, work) for _ in range(at_a_time)]
        try:
            for each in workers:
                each.result()
        finally:
            bulk.stop()
    return bulk.ordered_results()


async def map_async(
    call: Callable[[I], Awaitable[R]], items: Iterable[I], *, at_a_time: int = 20
) -> list[R]:
    """Call an async function with each item, in tasks; the results in the order of the items.

        await restmap.map_async(lambda name: services.create_async(unique_name=name), names)

    As `map`, except that an error other than a RestmapError cancels the calls that have begun.
    """
    import asyncio

    bulk: Bulk[I, R] = Bulk(items, at_a_time)

    async def work() -> None:
        for index, item in iter(bulk.take, None):
            with bulk.outcome_of(index, item):
                bulk.results[index] = (item, await call(item))

    workers = [asyncio.create_task(work()) for _ in range(at_a_time)]
    try:
        await asyncio.gather(*workers)
    finally:
        for each in workers:
            each.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return bulk.ordered_results()


class Bulk(Generic[I, R]):
    """The items of one map, which its workers take, and what became of each, by its index."""

    def __init__(self, items: Iterable[I], at_a_time: int) -> None:
        if not isinstance(at_a_time, int) or isinstance(at_a_time, bool) or at_a_time < 1:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise configuration_error(
                f"at_a_time= cannot be {at_a_time!r}.", "Write a whole number above 0.", "map"
            )
        self.results: dict[int, tuple[I, R]] = {}
        self.failures: dict[int, tuple[I, RestmapError]] = {}
        self._items = enumerate(items)
        self._lock = threading.Lock()
        self._is_stopped = False

    def take(self) -> tuple[int, I] | None:
        """The next item with its index; None where there is none, or no more is wanted."""
        with self._lock:
            return None if self._is_stopped else next(self._items, None)

    def stop(self) -> None:
        """Let no further item be taken."""
        self._is_stopped = True

    @contextmanager
    def outcome_of(self, index: int, item: I) -> Generator[None]:
        """The call with an item: a RestmapError is kept as its failure, any other ends all."""
        try:
            yield
        except RestmapError as error:
            self.failures[index] = (item, error)
        except BaseException:
            self.stop()
            raise

    def ordered_results(self) -> list[R]:
        """The results in the order of the items. Raises MapError where calls failed."""
        results = [self.results[index] for index in sorted(self.results)]
        if not self.failures:
            return [result for _, result in results]
        failures = [self.failures[index] for index in sorted(self.failures)]
        first = str(failures[0][1]).partition("\n")[0]
        count = len(failures) + len(results)
        raise MapError(
            compose(
                f"{len(failures)} of {count} calls failed, the first with: {first}",
                "error.failures has their items and errors, error.results the others' results.",
            ),
            failures=failures,
            results=results,
        )
