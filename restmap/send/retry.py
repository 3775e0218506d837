"""When a failed request is retried, and after which pause.

`exchange.py` uses all three parts: `RetryPolicy` decides whether and when, `retry_after_seconds`
reads the header of the server, and `RetryBudget` limits the retries of a client while a service
is down.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from ..errors import ApiError, RestmapError, TransportError
from ..validators import instance, number, setting

if TYPE_CHECKING:
    from datetime import datetime

# RFC 6585 4: too many requests. The server did not carry out the request, whatever its method.
TOO_MANY_REQUESTS = 429
# RFC 9110 15.6: a gateway or the server is unavailable. The request may have been carried out.
_UNAVAILABLE = frozenset({502, 503, 504})
# A larger `Retry-After` is read as this: some thirty years.
_MAX_RETRY_AFTER_SECONDS = 1e9


def _random_fraction() -> float:
    # A function, so that a pickled policy does not hold the state of the random generator, which
    # would make processes that share it retry at the same moments.
    import random

    return random.random()


_SECONDS = number(int | float, 0, "Write a number of seconds, such as 0.5.")


@attrs.frozen
class RetryPolicy:
    """Decides whether a failed request is retried, and after which pause.

    attempts: the maximum number of attempts, the first one included; 1 never retries.
    base_seconds, cap_seconds: the back-off after attempt n is a random time between 0 and
        `min(cap, base · 2ⁿ⁻¹)` ("full jitter").
    total_seconds: the maximum of all pauses of a call; a longer `Retry-After` is not waited for.
    budget: the number of retries that a client may make while none of its requests succeeds; each
        success adds `budget_per_success`, up to this number. It keeps many calls from overloading
        a service that is down. Retries after a 429 do not count, since the API paces them.
        None is no limit.
    repeat_unsafe: whether POST and PATCH are retried even where the request may have reached the
        server; set it only where doing the work twice does no harm.
    random_fraction: returns the jitter, a number from 0 to 1.

    >>> RetryPolicy(random_fraction=lambda: 1.0).backoff_seconds(3)
    2.0
    """

    attempts: int = attrs.field(
        default=4, validator=number(int, 1, "Write 1 to send each request once.")
    )
    base_seconds: float = attrs.field(default=0.5, validator=_SECONDS)
    cap_seconds: float = attrs.field(default=4.0, validator=_SECONDS)
    total_seconds: float = attrs.field(default=8.0, validator=_SECONDS)
    budget: float | None = attrs.field(
        default=20, validator=number(int | float | None, 0, "Write a number, or None for no limit.")
    )
    budget_per_success: float = attrs.field(
        default=0.2, validator=number(int | float, 0, "Write a number such as 0.2.")
    )
    repeat_unsafe: bool = attrs.field(
        default=False, validator=instance(bool, "Write True or False.")
    )
    random_fraction: Callable[[], float] = attrs.field(
        default=_random_fraction, validator=setting(callable, "Give a function: random.random.")
    )

    def repeats(self, failure: RestmapError, *, idempotent: bool) -> bool:
        """Whether a retry may succeed after this failure, and is allowed."""
        safe = idempotent or self.repeat_unsafe
        match failure:
            case ApiError(status=status):
                return status == TOO_MANY_REQUESTS or (status in _UNAVAILABLE and safe)
            case TransportError(maybe_sent=maybe_sent, transient=transient):
                return transient and (safe or not maybe_sent)
            case _:
                return False

    def backoff_seconds(self, attempt: int) -> float:
        """The back-off after an attempt, counted from 1."""
        doubled = 2.0 ** min(attempt - 1, 64)  # a larger exponent would overflow a float
        ceiling = min(self.cap_seconds, self.base_seconds * doubled)
        return self.random_fraction() * ceiling

    def pause_seconds(
        self, failure: RestmapError, attempt: int, left_seconds: float
    ) -> float | None:
        """The pause before the next attempt; None where there is no further attempt.

        left_seconds: the longest pause that `total_seconds` and the call's deadline allow.
        """
        if attempt >= self.attempts:
            return None
        retry_after = failure.retry_after if isinstance(failure, ApiError) else None
        pause = self.backoff_seconds(attempt) if retry_after is None else retry_after
        return pause if pause <= left_seconds else None


def retry_after_seconds(text: str | None, now: datetime) -> float | None:
    """The seconds to wait by a `Retry-After` header: a number or a date (RFC 9110 10.2.3).

    None where the header is absent or is neither.

    >>> from datetime import UTC, datetime
    >>> retry_after_seconds("3", datetime.now(UTC)), retry_after_seconds("nan", datetime.now(UTC))
    (3.0, None)
    """
    if text is None:
        return None
    text = text.strip()
    if text.isascii() and text.isdigit():
        return min(float(text), _MAX_RETRY_AFTER_SECONDS)
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, OverflowError, TypeError):
        return None


class RetryBudget:
    """How many retries a client may make, shared by all of its threads and tasks.

    Each success earns a part of a retry. A client whose requests all fail uses the budget up, and
    then sends each request once.
    capacity: the maximum of the budget, and its start; None for no limit. earned: what each success
        adds.
    """

    def __init__(self, capacity: float | None, earned: float) -> None:
        self.limits = capacity, earned
        self._capacity = math.inf if capacity is None else capacity
        self._earned = earned
        self._left = self._capacity

    # Without a lock: what two threads do at the same moment may be counted once, which is accurate
    # enough for a limit of retries.

    def earn(self) -> None:
        """Add to the budget after a request that succeeded."""
        self._left = min(self._capacity, self._left + self._earned)

    def spend(self) -> bool:
        """Take one retry from the budget; False where there is none left."""
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def __reduce__(self) -> tuple[type[RetryBudget], tuple[float | None, float]]:
        return RetryBudget, self.limits
