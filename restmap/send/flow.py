"""Flows: the steps of a call, described without doing I/O.

A flow is a generator that yields steps: a Request to send, a Pause to wait for, or Receive, to read
the body of a response in pieces. The driver sends it the Response, and the flow returns its result.
Of each pair of drivers below one blocks and the other awaits; those of the second pair are for
flows that receive a body, and yield its pieces.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterable
from contextlib import ExitStack, aclosing, closing
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, cast

import attrs

from ..messages import OpenResponse, Request, Response

T = TypeVar("T")


@attrs.frozen(eq=False, repr=False)
class Pause:
    """A step: wait before the next one."""

    seconds: float


@attrs.frozen(eq=False, repr=False)
class Receive:
    """A step: read the body of a response. add: is called with each piece."""

    response: Response
    add: Callable[[bytes], object]


Step: TypeAlias = Request | Pause
Flow: TypeAlias = Generator[Step, Any, T]
BodyFlow: TypeAlias = Generator[Step | Receive, Any, T]
"""A flow that receives a body in pieces."""


if TYPE_CHECKING:

    class Runner(Protocol):
        """Runs flows to their results; a client does."""

        def _run(self, flow: Flow[T]) -> T:
            """Run a flow, blocking."""
            ...

        async def _run_async(self, flow: Flow[T]) -> T:
            """Run a flow, awaiting."""
            ...

        def _run_pieces(self, flow: BodyFlow[object]) -> Generator[bytes]:
            """Run a flow that receives a body, blocking, and yield the pieces."""
            ...

        def _run_pieces_async(self, flow: BodyFlow[object]) -> AsyncGenerator[bytes]:
            """Run a flow that receives a body, awaiting, and yield the pieces."""
            ...


def drive(
    flow: Flow[T],
    send: Callable[[Request], Response],
    sleep: Callable[[float], object],
) -> T:
    """Carry out the steps of a flow, blocking, and return its result."""
    try:
        step = next(flow)
        while True:
            try:
                received = sleep(step.seconds) if isinstance(step, Pause) else send(step)
            except Exception as error:
                step = flow.throw(error)
            else:
                step = flow.send(received)
    except StopIteration as stop:
        return cast("T", stop.value)
    finally:
        flow.close()  # after an interrupt, run the flow's `finally` at once


async def drive_async(
    flow: Flow[T],
    send: Callable[[Request], Awaitable[Response]],
    sleep: Callable[[float], Awaitable[object]],
) -> T:
    """Carry out the steps of a flow, awaiting, and return its result."""
    try:
        step = next(flow)
        while True:
            try:
                received = await (sleep(step.seconds) if isinstance(step, Pause) else send(step))
            except Exception as error:
                step = flow.throw(error)
            else:
                step = flow.send(received)
    except StopIteration as stop:
        return cast("T", stop.value)
    finally:
        flow.close()


def drive_pieces(
    flow: BodyFlow[object],
    send: Callable[[Request], Response],
    sleep: Callable[[float], object],
) -> Generator[bytes]:
    """Carry out the steps of a flow that receives a body, blocking, and yield the pieces."""
    with closing(flow), ExitStack() as responses:
        try:
            step = next(flow)
            while True:
                received = None
                try:
                    if isinstance(step, Receive):
                        for piece in _pieces(step.response):
                            step.add(piece)
                            yield piece
                    elif isinstance(step, Pause):
                        sleep(step.seconds)
                    else:
                        received = _closed_by(responses, send(step))
                except Exception as error:
                    step = flow.throw(error)
                else:
                    step = flow.send(received)
        except StopIteration:
            return


async def drive_pieces_async(
    flow: BodyFlow[object],
    send: Callable[[Request], Awaitable[Response]],
    sleep: Callable[[float], Awaitable[object]],
) -> AsyncGenerator[bytes]:
    """Carry out the steps of a flow that receives a body, awaiting, and yield the pieces."""
    with closing(flow), ExitStack() as responses:
        try:
            step = next(flow)
            while True:
                received = None
                try:
                    if isinstance(step, Receive):
                        async with aclosing(_pieces_async(step.response)) as pieces:
                            async for piece in pieces:
                                step.add(piece)
                                yield piece
                    elif isinstance(step, Pause):
                        await sleep(step.seconds)
                    else:
                        received = _closed_by(responses, await send(step))
                except Exception as error:
                    step = flow.throw(error)
                else:
                    step = flow.send(received)
        except StopIteration:
            return


def _closed_by(responses: ExitStack, response: Response) -> Response:
    """The response, whose connection is given up at the end of the flow if it is still open."""
    if isinstance(response, OpenResponse):
        responses.callback(response.close)
    return response


def _pieces(response: Response) -> Iterable[bytes]:
    """The pieces of a body; the whole one where the transport has read it already."""
    if isinstance(response, OpenResponse):
        return cast("Generator[bytes]", response.pieces)
    return filter(None, [response.body])


def _pieces_async(response: Response) -> AsyncGenerator[bytes]:
    if isinstance(response, OpenResponse):
        return cast("AsyncGenerator[bytes]", response.pieces)
    return _whole_async(response)


async def _whole_async(response: Response) -> AsyncGenerator[bytes]:
    if response.body:
        yield response.body
