"""Streams: the records of a list as they are needed, by `for` and by `async for`."""

from __future__ import annotations

import itertools
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..messages import shown_url

if TYPE_CHECKING:
    import asyncio
    import threading
    from concurrent.futures import Future

    import pandas
    import polars
    import pyarrow

    from ..data.batches import ArrowBatches
    from ..decode.pages import Page, Walk
    from ..send.flow import Flow, Runner
    from .listing import ListCall

R = TypeVar("R")


class Stream(Generic[R]):
    """The records of a list; the next page is requested when the records of the last are used up.

    A stream can be iterated more than once, and each iteration sends its own requests.
    `next(stream)` is the next record of one iteration that the stream keeps, beginning with the
    first; `anext(stream)` is its awaited form.
    """

    def __init__(self, call: ListCall) -> None:
        self._call = call
        self._kept: Iterator[R] | None = None
        self._kept_async: AsyncIterator[R] | None = None
        call.walk()  # raises for wrong arguments here, not at the first record

    def __getstate__(self) -> Any:
        # Without the iterations that `next()` and `anext()` keep.
        return self._call

    def __setstate__(self, call: ListCall) -> None:
        self._call = call
        self._kept = self._kept_async = None

    def __repr__(self) -> str:
        """The request that it begins with, and its arguments, with sensitive values masked."""
        request = self._call.first_request
        arguments = [f"{name}={value}" for name, value in self._call.shown_arguments()]
        shown = ", ".join([f"{request.method} {shown_url(request.url)}", *arguments])
        return f"<Stream: {shown}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: what it would request, and how. Nothing is requested."""
        from ..decode.previews import stream_html

        call = self._call
        is_begun = self._kept is not None or self._kept_async is not None
        kind = call.target._resource.__name__
        return stream_html(kind, call.first_request, call.shown_arguments(), is_begun)

    def __iter__(self) -> Iterator[R]:
        return itertools.chain.from_iterable(pages_of(self._call.walk(), self._call.client))

    def __next__(self) -> R:
        self._kept = self._kept or iter(self)
        return next(self._kept)

    async def __anext__(self) -> R:
        self._kept_async = self._kept_async or aiter(self)
        return await anext(self._kept_async)

    def to_arrow_batches(self) -> ArrowBatches:
        """The records as record batches of Arrow, for `for` and for `async for`.

            for batch in calls.stream(limit=100_000).to_arrow_batches(): …

        A batch has the records of a page, or of several small ones, so that memory stays flat. The
        columns have the names and types of the declaration; what they cannot hold is in the last
        one, `_other`: keys that are not declared, and values that do not fit, as JSON text.
        Raises ConfigurationError without pyarrow: `pip install 'restmap[arrow]'`.
        """
        return self._to_arrow_batches("to_arrow_batches()")

    def to_arrow(self) -> pyarrow.Table:
        """All records as a table of Arrow, with the columns of `to_arrow_batches`."""
        return self._to_arrow_batches("to_arrow()").table()

    async def to_arrow_async(self) -> pyarrow.Table:
        """The awaited form of `to_arrow`."""
        return await self._to_arrow_batches("to_arrow_async()").table_async()

    def to_pandas(self) -> pandas.DataFrame:
        """All records as a data frame of pandas, made from `to_arrow`.

        For other types of its columns, such as those of Arrow, write
        `stream.to_arrow().to_pandas(types_mapper=pandas.ArrowDtype)`.
        Raises ConfigurationError without pandas or pyarrow.
        """
        batches = self._to_arrow_batches("to_pandas()", "pandas")
        from ..data.frames import pandas_frame

        return pandas_frame(batches.table())

    async def to_pandas_async(self) -> pandas.DataFrame:
        """The awaited form of `to_pandas`."""
        batches = self._to_arrow_batches("to_pandas_async()", "pandas")
        from ..data.frames import pandas_frame

        return pandas_frame(await batches.table_async())

    def to_polars(self) -> polars.DataFrame:
        """All records as a data frame of polars, made from `to_arrow` without copies of most.

        Raises ConfigurationError without polars or pyarrow.
        """
        batches = self._to_arrow_batches("to_polars()", "polars")
        from ..data.frames import polars_frame

        return polars_frame(batches, batches.schema)

    async def to_polars_async(self) -> polars.DataFrame:
        """The awaited form of `to_polars`."""
        batches = self._to_arrow_batches("to_polars_async()", "polars")
        from ..data.frames import polars_frame

        return polars_frame([batch async for batch in batches], batches.schema)

    def _to_arrow_batches(self, feature: str, *packages: str) -> ArrowBatches:
        """The batches. feature: what was called. packages: what it needs beside pyarrow."""
        from ..data.extras import require

        for each in ("pyarrow", *packages):
            require(each, feature)
        from ..data.batches import ArrowBatches

        call = self._call
        return ArrowBatches(
            call.table_builder,
            lambda: pages_of(call.walk_items(), call.client),
            lambda: pages_of_async(call.walk_items(), call.client),
        )

    async def __aiter__(self) -> AsyncIterator[R]:
        # One generator, and none within it: an event loop that ends closes all of them at once,
        # and two that close the same one get in each other's way.
        ahead = _NextPage(self._call.client, self._call.walk())
        try:
            while (records := await ahead.take()) is not None:
                for record in records:
                    yield record
        finally:
            await ahead.cancel()


def pages_of(walk: Walk[R], client: Runner) -> Iterator[list[R]]:
    """The pages of a walk, each as the list of what is on it."""
    return _pages_ahead(walk, client) if walk.prefetch else _pages(walk, client)


async def pages_of_async(walk: Walk[R], client: Runner) -> AsyncGenerator[list[R]]:
    """The awaited form of `pages_of`."""
    ahead = _NextPage(client, walk)
    try:
        while (page := await ahead.take()) is not None:
            yield page
    finally:
        await ahead.cancel()


def _pages(walk: Walk[R], client: Runner) -> Iterator[list[R]]:
    while (step := walk.step()) is not None:
        yield walk.take(client._run(step))


def _pages_ahead(walk: Walk[R], client: Runner) -> Iterator[list[R]]:
    """The pages of a walk; a thread requests the next one meanwhile."""
    import threading

    unwanted = threading.Event()

    def request_next() -> Future[Page[R]] | None:
        step = walk.step()
        return call_in_thread(client._run, while_wanted(step, unwanted)) if step else None

    try:
        pending = request_next()
        while pending is not None:
            records = walk.take(pending.result())
            pending = request_next()
            yield records
    finally:
        unwanted.set()


class _NextPage(Generic[R]):
    """The next page of an awaited walk; with `prefetch`, a task requests it meanwhile."""

    def __init__(self, client: Runner, walk: Walk[R]) -> None:
        self._client = client
        self._walk = walk
        self._pending: asyncio.Task[Page[R]] | None = None

    async def take(self) -> list[R] | None:
        """The records of the next page; None after the last one."""
        if self._pending is None:
            step = self._walk.step()
            if step is None:
                return None
            page = await self._client._run_async(step)
        else:
            page = await self._pending
        records = self._walk.take(page)
        self._pending = self._request_ahead() if self._walk.prefetch else None
        return records

    def _request_ahead(self) -> asyncio.Task[Page[R]] | None:
        import asyncio

        step = self._walk.step()
        return asyncio.create_task(self._client._run_async(step)) if step is not None else None

    async def cancel(self) -> None:
        """Cancel the task. asyncio would log the exception of one that nobody awaits."""
        if self._pending is not None:
            import asyncio

            self._pending.cancel()
            await asyncio.gather(self._pending, return_exceptions=True)


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
