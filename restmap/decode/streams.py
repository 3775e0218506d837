"""Streams: the records of a list as they are needed, in either colour of `for`."""

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
    """The records of a list, asking for the next page when the last is used up.

    It can be walked more than once, and each walk asks anew.
    """

    def __init__(self, client: Runner, start: Callable[[], Walk[R]]) -> None:
        self._client = client
        self._start = start
        start()  # what is wrong with the arguments is said now, not at the first record

    def __iter__(self) -> Iterator[R]:
        walk = self._start()
        pages = self._pages_ahead(walk) if walk.prefetch else self._pages(walk)
        return itertools.chain.from_iterable(pages)

    def _pages(self, walk: Walk[R]) -> Iterator[list[R]]:
        while (step := walk.step()) is not None:
            yield walk.take(self._client.run(step))

    def _pages_ahead(self, walk: Walk[R]) -> Iterator[list[R]]:
        """The same, with a thread that asks for the next page meanwhile."""
        import threading

        unwanted = threading.Event()

        def ask() -> Future[Page[R]] | None:
            step = walk.step()
            return in_thread(self._client.run, while_wanted(step, unwanted)) if step else None

        try:
            asked = ask()
            while asked is not None:
                records = walk.take(asked.result())
                asked = ask()
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
        """The same, with one task that asks for the next page meanwhile."""
        import asyncio

        def ask() -> asyncio.Task[Page[R]] | None:
            step = walk.step()
            return asyncio.create_task(self._client.run_async(step)) if step is not None else None

        asked = ask()
        try:
            while asked is not None:
                records = walk.take(await asked)
                asked = ask()
                yield records
        finally:
            if asked is not None:
                asked.cancel()
                # Its failure is nobody's any more; asyncio would complain of one not looked at.
                await asyncio.gather(asked, return_exceptions=True)


def in_thread(function: Callable[[Any], R], argument: Any) -> Future[R]:
    """What a function returns or raises, which a thread of its own finds out."""
    import threading
    from concurrent.futures import Future
    from contextvars import copy_context

    future: Future[R] = Future()
    # In the caller's context, where a tracer finds the span that the request belongs to.
    context = copy_context()

    def run() -> None:
        try:
            future.set_result(context.run(function, argument))
        except BaseException as error:
            future.set_exception(error)

    # A daemon: a program that is interrupted does not wait for an answer that nobody wants.
    threading.Thread(target=run, name="restmap-prefetch", daemon=True).start()
    return future


def while_wanted(flow: Flow[Page[R]], unwanted: threading.Event) -> Flow[Any]:
    """A flow for another thread, which asks for nothing more once its page is not wanted."""
    try:
        step = next(flow)
        while not unwanted.is_set():
            try:
                came = yield step
            except Exception as error:
                step = flow.throw(error)
            else:
                step = flow.send(came)
    except StopIteration as stop:
        return stop.value
    finally:
        flow.close()
    return None
