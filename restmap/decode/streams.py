"""Streams: the records of a list as they are needed, by `for` and by `async for`."""

from __future__ import annotations

import itertools
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .pages import Page, Walk

if TYPE_CHECKING:
    import threading
    from concurrent.futures import Future

    from ..send.flow import Flow, Runner

R = TypeVar("R")


class Stream(Generic[R]):
    """The records of a list; the next page is requested when the records of the last are used up.

    A stream can be iterated more than once, and each iteration sends its own requests.
    `next(stream)` is the next record of one iteration that the stream keeps, beginning with the
    first; `anext(stream)` is its awaited form.
    """

    def __init__(self, client: Runner, start: Callable[[], Walk[R]]) -> None:
        self._client = client
        self._start = start
        self._kept: Iterator[R] | None = None
        self._kept_async: AsyncIterator[R] | None = None
        start()  # raises for wrong arguments here, not at the first record

    def __iter__(self) -> Iterator[R]:
        walk = self._start()
        pages = self._pages_ahead(walk) if walk.prefetch else self._pages(walk)
        return itertools.chain.from_iterable(pages)

    def __next__(self) -> R:
        self._kept = self._kept or iter(self)
        return next(self._kept)

    async def __anext__(self) -> R:
        self._kept_async = self._kept_async or aiter(self)
        return await anext(self._kept_async)

    def _pages(self, walk: Walk[R]) -> Iterator[list[R]]:
        while (step := walk.step()) is not None:
            yield walk.take(self._client.run(step))

    def _pages_ahead(self, walk: Walk[R]) -> Iterator[list[R]]:
        """The pages of a walk; a thread requests the next one meanwhile."""
        import threading

        unwanted = threading.Event()

        def request_next() -> Future[Page[R]] | None:
            step = walk.step()
            return call_in_thread(self._client.run, while_wanted(step, unwanted)) if step else None

        try:
            pending = request_next()
            while pending is not None:
                records = walk.take(pending.result())
                pending = request_next()
                yield records
        finally:
            unwanted.set()

    async def __aiter__(self) -> AsyncIterator[R]:
        from contextlib import aclosing

        walk = self._start()
        pages = self._pages_ahead_async(walk) if walk.prefetch else self._pages_async(walk)
        async with aclosing(pages):
            async for records in pages:
                for record in records:
                    yield record

    async def _pages_async(self, walk: Walk[R]) -> AsyncGenerator[list[R], None]:
        while (step := walk.step()) is not None:
            yield walk.take(await self._client.run_async(step))

    async def _pages_ahead_async(self, walk: Walk[R]) -> AsyncGenerator[list[R], None]:
        """The pages of a walk; a task requests the next one meanwhile."""
        import asyncio

        def request_next() -> asyncio.Task[Page[R]] | None:
            step = walk.step()
            return asyncio.create_task(self._client.run_async(step)) if step is not None else None

        pending = request_next()
        try:
            while pending is not None:
                records = walk.take(await pending)
                pending = request_next()
                yield records
        finally:
            if pending is not None:
                pending.cancel()
                # asyncio would log the exception of a task that nobody awaits.
                await asyncio.gather(pending, return_exceptions=True)


def call_in_thread(function: Callable[[Any], R], argument: Any) -> Future[R]:
    """Call a function in a new thread; the future has its result or its exception."""
    import threading
    from concurrent.futures import Future
    from contextvars import copy_context

    future: Future[R] = Future()
    # The context of the caller, in which a tracer finds the span that the request belongs to.
    context = copy_context()

    def run() -> None:
        try:
            future.set_result(context.run(function, argument))
        except BaseException as error:
            future.set_exception(error)

    # A daemon, so that an interrupted program does not wait for a response that nobody wants.
    threading.Thread(target=run, name="restmap-prefetch", daemon=True).start()
    return future


def while_wanted(flow: Flow[Page[R]], unwanted: threading.Event) -> Flow[Any]:
    """A flow for another thread, which sends nothing more once its page is not wanted."""
    try:
        step = next(flow)
        while not unwanted.is_set():
            try:
                result = yield step
            except Exception as error:
                step = flow.throw(error)
            else:
                step = flow.send(result)
    except StopIteration as stop:
        return stop.value
    finally:
        flow.close()
    return None
