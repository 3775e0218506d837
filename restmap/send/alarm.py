"""One timer for all the attempts of a connection."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable

# An event loop rings as much before its time, at most.
EARLY_SECONDS = 0.001


class Alarm:
    """Rings when an attempt takes too long: in all, or since something last moved.

    A timer for each wait is one more object to be made, sorted in and cancelled: for a quick
    answer that is as much work as to read it. This timer is touched where it would ring too late;
    where it rings too early, it looks again.

    ring: what to call.
    """

    def __init__(self, ring: Callable[[], object]) -> None:
        self._ring = ring
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._ends = self._patience = math.inf
        self._moved = 0.0
        self._is_waiting = True

    def set(self, ends: float, patience: float) -> None:
        """An attempt begins.

        ends: when it is to be over, in seconds of the event loop's clock. patience: seconds.
        """
        self._ends, self._patience = ends, patience
        self.wait(True)

    def note_progress(self) -> None:
        """Something moved."""
        self._moved = self._loop.time()

    def wait(self, is_waiting: bool) -> None:
        """Whether the other side is waited for; while it is not, patience does not end."""
        self._is_waiting = is_waiting
        self.note_progress()
        self._wind()

    def stop(self) -> None:
        """There is nothing left to wait for."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _due(self) -> float:
        if not self._is_waiting:
            return self._ends
        return min(self._ends, self._moved + self._patience)

    def _wind(self) -> None:
        due, timer = self._due(), self._timer
        if timer is not None and timer.when() <= due:
            return
        self.stop()
        if due < math.inf:
            self._timer = self._loop.call_at(due, self._look)

    def _look(self) -> None:
        self._timer = None
        if self._loop.time() < self._due() - EARLY_SECONDS:
            self._wind()
        else:
            self._ring()
