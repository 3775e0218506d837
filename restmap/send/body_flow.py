"""Flows that receive the body of a response in pieces: their third step, and their drivers.

The driver yields the pieces; one of the two blocks and the other awaits.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterable
from contextlib import ExitStack, aclosing, closing
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, cast

import attrs

from ..messages import Request, Response
from ..transports.open_response import OpenResponse
from .flow import Pause, Step

T = TypeVar("T")


@attrs.frozen(eq=False, repr=False)
class Receive:
    """A step: read the body of a response. add: is called with each piece."""

    response: Response
    add: Callable[[bytes], object]


BodyFlow: TypeAlias = Generator[Step | Receive, Any, T]
"""A flow that receives a body in pieces."""


if TYPE_CHECKING:
    from .flow import Runner

    class BodyRunner(Runner, Protocol):
        """Runs flows that receive bodies as well."""

        def _run_pieces(self, flow: BodyFlow[object]) -> Generator[bytes]:
            """Run a flow, blocking, and yield the pieces."""
            ...

        def _run_pieces_async(self, flow: BodyFlow[object]) -> AsyncGenerator[bytes]:
            """Run a flow, awaiting, and yield the pieces."""
            ...


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
                        sleep(step)
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
                        await sleep(step)
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
