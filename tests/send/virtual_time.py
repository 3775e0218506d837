"""Time for asyncio that passes only while everything sleeps."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Coroutine
from datetime import datetime, timedelta
from typing import Any, TypeVar

from .desk import EPOCH

T = TypeVar("T")


class VirtualTime:
    """A clock for tasks: when all of them sleep, it goes on to the end of the shortest sleep."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    def __call__(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return EPOCH + timedelta(seconds=self.seconds)

    async def sleep(self, seconds: float) -> None:
        awakened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.seconds + seconds, next(self._order), awakened))
        await awakened

    @property
    def settings(self) -> dict[str, Any]:
        return {"clock": self, "now": self.now, "sleep_async": self.sleep}

    def run(self, program: Coroutine[Any, Any, T]) -> T:
        return asyncio.run(self._drive(program))

    async def _drive(self, program: Coroutine[Any, Any, T]) -> T:
        task = asyncio.create_task(program)
        while not task.done():
            await self._until_all_sleep()
            if self._sleepers and not task.done():
                self.seconds, _, awakened = heapq.heappop(self._sleepers)
                awakened.set_result(None)
        return await task

    async def _until_all_sleep(self) -> None:
        """Let the tasks run until none falls asleep for a while."""
        asleep, quiet = next(self._order), 0
        while quiet < 20:
            await asyncio.sleep(0)
            now_asleep = next(self._order)
            quiet = quiet + 1 if now_asleep == asleep + 1 else 0
            asleep = now_asleep
