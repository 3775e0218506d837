"""Flows: the steps of a call, described without doing I/O.

A flow is a generator that yields steps: a Request to send, or a Pause to wait for. The driver sends
it the Response, and the flow returns its result. Of the two drivers one blocks and the other
awaits. Flows that receive a body in pieces are in `body_flow.py`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, cast

from ..messages import Request, Response

T = TypeVar("T")


class Pause(float):
    """A step: wait so many seconds before the next one."""


Step: TypeAlias = Request | Pause
Flow: TypeAlias = Generator[Step, Any, T]


if TYPE_CHECKING:

    class Runner(Protocol):
        """Runs flows to their results; a client does."""

        def _run(self, flow: Flow[T]) -> T:
            """Run a flow, blocking."""
            ...

        async def _run_async(self, flow: Flow[T]) -> T:
            """Run a flow, awaiting."""
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
                received = sleep(step) if isinstance(step, Pause) else send(step)
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
                received = await (sleep(step) if isinstance(step, Pause) else send(step))
            except Exception as error:
                step = flow.throw(error)
            else:
                step = flow.send(received)
    except StopIteration as stop:
        return cast("T", stop.value)
    finally:
        flow.close()
