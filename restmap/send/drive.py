"""The two drivers: the only code that knows whether it waits by blocking or by `await`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar, cast

from ..flow import Flow, Pause
from ..messages import Request, Response

T = TypeVar("T")


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
