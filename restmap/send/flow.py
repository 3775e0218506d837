"""Flows: what is to be done, said without doing it.

A flow is a generator that yields steps, a Request to send or a Pause to wait, is sent the
Response that came, and returns what it was for. The two drivers below do the steps: they alone
know whether to wait by blocking or by `await`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, cast

import attrs

from ..messages import Request, Response

T = TypeVar("T")


@attrs.frozen(eq=False, repr=False)
class Pause:
    """Wait before going on."""

    seconds: float


Step: TypeAlias = Request | Pause
Flow: TypeAlias = Generator[Step, Any, T]


if TYPE_CHECKING:

    class Runner(Protocol):
        """What drives flows to their results: a client."""

        def run(self, flow: Flow[T]) -> T:
            """By blocking."""
            ...

        async def run_async(self, flow: Flow[T]) -> T:
            """By `await`."""
            ...


def drive(
    flow: Flow[T],
    send: Callable[[Request], Response],
    sleep: Callable[[float], object],
) -> T:
    """Do what a flow yields, send it what came, and return its result."""
    try:
        step = next(flow)
        while True:
            try:
                came = sleep(step.seconds) if isinstance(step, Pause) else send(step)
            except Exception as error:
                step = flow.throw(error)
            else:
                step = flow.send(came)
    except StopIteration as stop:
        return cast("T", stop.value)
    finally:
        flow.close()  # after an interrupt, the flow's own `finally` runs now, not some day


async def drive_async(
    flow: Flow[T],
    send: Callable[[Request], Awaitable[Response]],
    sleep: Callable[[float], Awaitable[object]],
) -> T:
    """The same, awaiting."""
    try:
        step = next(flow)
        while True:
            try:
                came = await (sleep(step.seconds) if isinstance(step, Pause) else send(step))
            except Exception as error:
                step = flow.throw(error)
            else:
                step = flow.send(came)
    except StopIteration as stop:
        return cast("T", stop.value)
    finally:
        flow.close()
