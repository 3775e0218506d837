"""When a failed request is sent again, and after how long.

Three parts that are put together in `exchange.py`: `RetryPolicy` says whether and when,
`retry_after_seconds` reads what the server asks for, `RetryBudget` keeps a client from
hammering a service that is down.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from ..errors import ApiError, RestmapError, TransportError
from ..transports.forks import renew_lock, reset_in_child
from ..validators import number

if TYPE_CHECKING:
    from datetime import datetime

# RFC 6585 4: too many requests. The server did not do what was asked, whatever the verb.
_TOO_MANY_REQUESTS = 429
# RFC 9110 15.6: a gateway or the server could not answer now; it may have done what was asked.
_UNAVAILABLE = frozenset({502, 503, 504})
# What a `Retry-After` of any more digits is read as: some thirty years.
_MOST_SECONDS = 1e9


def _random_fraction() -> float:
    # A function of its own, so that a pickled policy does not take the state of the generator
    # along: processes that share it would wait in step.
    import random

    return random.random()


@attrs.frozen
class RetryPolicy:
    """Whether a failed request is sent again, and after how long.

    attempts: how often in all, counted from 1; 1 never repeats.
    base_seconds, cap_seconds: the pause after attempt n is drawn evenly between 0 and
        `min(cap, base · 2ⁿ⁻¹)` ("full jitter").
    total_seconds: of all the pauses of a call; a server that asks for more is not waited for.
    repeat_unsafe: whether what may have reached the server is repeated for POST and PATCH too;
        say so only where doing it twice does no harm.
    random_fraction: gives the jitter, a number from 0 to 1.

    >>> RetryPolicy(random_fraction=lambda: 1.0).backoff_seconds(3)
    2.0
    """

    attempts: int = attrs.field(
        default=4, validator=number(int, 1, "Write 1 to send each request once.")
    )
    base_seconds: float = 0.5
    cap_seconds: float = 4.0
    total_seconds: float = 8.0
    repeat_unsafe: bool = False
    random_fraction: Callable[[], float] = _random_fraction

    def repeats(self, failure: RestmapError, *, idempotent: bool) -> bool:
        """Whether a failure is one that trying again may mend, and may be tried again."""
        safe = idempotent or self.repeat_unsafe
        match failure:
            case ApiError(status=status):
                return status == _TOO_MANY_REQUESTS or (status in _UNAVAILABLE and safe)
            case TransportError(maybe_sent=maybe_sent, transient=transient):
                return transient and (safe or not maybe_sent)
            case _:
                return False

    def backoff_seconds(self, attempt: int) -> float:
        """The pause after an attempt, counted from 1."""
        doubled = 2.0 ** min(attempt - 1, 64)  # more is beyond every cap, and beyond a float
        ceiling = min(self.cap_seconds, self.base_seconds * doubled)
        return self.random_fraction() * ceiling

    def pause_seconds(
        self, failure: RestmapError, attempt: int, left_seconds: float
    ) -> float | None:
        """The pause before the next attempt; None where there is to be none.

        left_seconds: what the call's deadline and the pauses so far leave.
        """
        if attempt >= self.attempts:
            return None
        asked = failure.retry_after if isinstance(failure, ApiError) else None
        pause = self.backoff_seconds(attempt) if asked is None else asked
        return pause if pause <= left_seconds else None


def retry_after_seconds(text: str | None, now: datetime) -> float | None:
    """What a `Retry-After` header asks for: seconds, or a date (RFC 9110 10.2.3).

    None where it is absent or says nothing that can be followed.

    >>> from datetime import UTC, datetime
    >>> retry_after_seconds("3", datetime.now(UTC)), retry_after_seconds("nan", datetime.now(UTC))
    (3.0, None)
    """
    if text is None:
        return None
    text = text.strip()
    if text.isascii() and text.isdigit():
        return min(float(text), _MOST_SECONDS)
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, OverflowError, TypeError):
        return None


class RetryBudget:
    """How many repetitions a client may make, shared by all of its threads and tasks.

    A success earns a part of a repetition; a client whose requests all fail soon makes each of
    them once only.
    capacity: repetitions in reserve, and at the start. earned: by each success.
    """

    def __init__(self, capacity: float = 20.0, earned: float = 0.2) -> None:
        self._capacity = capacity
        self._earned = earned
        self._left = capacity
        self._lock = threading.Lock()
        reset_in_child(self, renew_lock)

    def earn(self) -> None:
        """A request succeeded."""
        # Without the lock: a full reserve needs nothing, and it is full nearly always.
        if self._left < self._capacity:
            with self._lock:
                self._left = min(self._capacity, self._left + self._earned)

    def spend(self) -> bool:
        """Take one repetition; whether there was one."""
        with self._lock:
            if self._left < 1:
                return False
            self._left -= 1
            return True

    def __reduce__(self) -> tuple[type[RetryBudget], tuple[float, float]]:
        return RetryBudget, (self._capacity, self._earned)
