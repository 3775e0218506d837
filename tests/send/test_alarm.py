"""The timer of a connection: when it rings, on an event loop whose time passes at once."""

from __future__ import annotations

import asyncio
import math
import selectors
from collections.abc import Awaitable, Callable

import pytest

from restmap.send.alarm import Alarm

Action = Callable[[Alarm], Awaitable[object]]


class _JumpingSelector(selectors.DefaultSelector):
    now = 0.0

    def select(
        self, timeout: float | None = None
    ) -> list[tuple[selectors.SelectorKey, selectors._EventMask]]:
        self.now += timeout or 0
        return super().select(0)


class _JumpingLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.selector = _JumpingSelector()
        super().__init__(self.selector)

    def time(self) -> float:
        return self.selector.now


async def _rung(action: Action) -> list[float]:
    """When an alarm rings, in seconds rounded to tenths."""
    loop = asyncio.get_running_loop()
    rung: list[float] = []
    alarm = Alarm(lambda: rung.append(round(loop.time(), 1)))
    await action(alarm)
    await asyncio.sleep(1000)
    return rung


async def _patience_ends(alarm: Alarm) -> None:
    alarm.set(math.inf, 30)


async def _time_in_all_ends(alarm: Alarm) -> None:
    alarm.set(20, 30)


async def _no_bound(alarm: Alarm) -> None:
    alarm.set(math.inf, math.inf)


async def _something_moves(alarm: Alarm) -> None:
    alarm.set(math.inf, 30)
    for _ in range(5):
        await asyncio.sleep(25)
        alarm.note_progress()


async def _something_moves_for_too_long(alarm: Alarm) -> None:
    alarm.set(100, 30)
    for _ in range(5):
        await asyncio.sleep(25)
        alarm.note_progress()


async def _another_attempt_with_less_patience(alarm: Alarm) -> None:
    alarm.set(math.inf, 30)
    await asyncio.sleep(10)
    alarm.set(math.inf, 2)


async def _another_attempt_with_more_time(alarm: Alarm) -> None:
    alarm.set(15, 30)
    await asyncio.sleep(10)
    alarm.set(200, 60)


async def _it_is_not_waited_for(alarm: Alarm) -> None:
    alarm.set(math.inf, 30)
    alarm.wait(False)
    await asyncio.sleep(100)
    alarm.wait(True)


async def _it_is_not_waited_for_too_long(alarm: Alarm) -> None:
    alarm.set(50, 30)
    alarm.wait(False)


async def _stopped(alarm: Alarm) -> None:
    alarm.set(50, 30)
    alarm.stop()
    alarm.stop()


@pytest.mark.parametrize(
    ("action", "rung"),
    [
        (_patience_ends, [30]),
        (_time_in_all_ends, [20]),
        (_no_bound, []),
        (_something_moves, [155]),
        (_something_moves_for_too_long, [100]),
        (_another_attempt_with_less_patience, [12]),
        (_another_attempt_with_more_time, [70]),
        (_it_is_not_waited_for, [130]),
        (_it_is_not_waited_for_too_long, [50]),
        (_stopped, []),
    ],
)
def test_when_it_rings(action: Action, rung: list[float]) -> None:
    with asyncio.Runner(loop_factory=_JumpingLoop) as runner:
        assert runner.run(_rung(action)) == rung
