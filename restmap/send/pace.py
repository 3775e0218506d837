"""Pace: how many requests a client may send in a time."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from contextvars import ContextVar

from ..errors import unfit_setting


class RateLimit:
    """The maximum number of requests in any period, over all threads and tasks of a client.

        Client(pace=RateLimit(100))          # 100 in any second
        Client(pace=RateLimit(100, per=60))  # 100 in any minute

    A request that would be one too many waits for its turn; that time does not count towards the
    deadline of its call. Clients that are given the same object share the limit; a pickled one
    has a limit of its own.
    requests: the number of requests. per: the length of the period in seconds.
    Raises ConfigurationError for a number that cannot be a limit.
    """

    def __init__(self, requests: int, per: float = 1.0) -> None:
        if not isinstance(requests, int) or isinstance(requests, bool) or requests < 1:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise unfit_setting("requests", requests, "Write a whole number above 0.", "RateLimit")
        if not isinstance(per, int | float) or isinstance(per, bool) or not 0 < per < 1e9:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise unfit_setting("per", per, "Write seconds above 0.", "RateLimit")
        self.requests = requests
        self.per = per
        # When the last requests were sent, or are to be: a request has its turn one period after
        # that which is so many before it.
        self._turns: deque[float] = deque(maxlen=requests)
        self._lock = threading.Lock()
        self._process = os.getpid()

    def divided_by(self, count: int) -> RateLimit:
        """The limit of each of several clients that keep this one together, as in processes.

        Where there are more clients than requests, it is kept on average: they do not know of each
        other, and may send at the same moment.

        >>> RateLimit(100).divided_by(4), RateLimit(1).divided_by(4)
        (RateLimit(25, per=1), RateLimit(1, per=4))
        """
        if self.requests >= count:
            return RateLimit(self.requests // count, self.per)
        return RateLimit(1, self.per * count / self.requests)

    def try_turn(self, now: float) -> float:
        """Take a turn if there is one at once; else the seconds until there is, for nobody yet."""
        with self._held():
            turn = self._next_turn(now)
            if turn == now:
                self._turns.append(turn)
        return turn - now

    def reserve(self, now: float) -> float:
        """Take the next turn; the seconds to wait for it. now: of the client's clock."""
        with self._held():
            turn = self._next_turn(now)
            self._turns.append(turn)
        return turn - now

    def ages(self, now: float) -> tuple[float, ...]:
        """How many seconds ago the turns were that still count, the oldest first."""
        with self._held():
            return tuple(now - turn for turn in self._turns if now - turn < self.per)

    def add_turns(self, ages: Iterable[float], now: float) -> None:
        """Count the turns of another limit that this one goes on with. ages: as `ages()` gives."""
        with self._held():
            self._turns.extend(now - age for age in ages)

    def _next_turn(self, now: float) -> float:
        is_full = len(self._turns) == self.requests
        return max(now, self._turns[0] + self.per) if is_full else now

    def _held(self) -> threading.Lock:
        if self._process != os.getpid():  # a thread of the parent may hold the lock
            self._process, self._lock = os.getpid(), threading.Lock()
        return self._lock

    def __repr__(self) -> str:
        return f"RateLimit({self.requests}, per={self.per:g})"

    def __reduce__(self) -> tuple[type[RateLimit], tuple[int, float]]:
        return RateLimit, (self.requests, self.per)


_of_context: ContextVar[RateLimit | None] = ContextVar("restmap_limit", default=None)


def limit_of_context() -> RateLimit | None:
    """The limit that takes the place of every client's here; None for none."""
    return _of_context.get()


@contextmanager
def limited_to(limit: RateLimit | None) -> Generator[None]:
    """Let a limit take the place of those of the clients, for what is called inside."""
    token = _of_context.set(limit)
    try:
        yield
    finally:
        _of_context.reset(token)
