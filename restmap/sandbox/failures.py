"""Failures on request: what a sandbox does to requests so that a program can be tried with it."""

from __future__ import annotations

import math
import random
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from ..errors import unfit_setting
from ..messages import Response
from .refusal import Refusal

if TYPE_CHECKING:
    from ..describe.routes import Route
    from ..send.pace import RateLimit

_MESSAGES = {429: "Too many requests.", 500: "The server failed.", 503: "Try again later."}


class CutOff(Exception):  # noqa: N818  # a response, not a failure of the sandbox
    """What ends a request whose response is to end too early. response: the whole one."""

    def __init__(self, response: Response) -> None:
        super().__init__(response)
        self.response = response


@attrs.define
class Failure:
    """What happens to requests. The arguments are those of `Sandbox.fail`.

    owner, operation: which requests; None for all. times: how many are left; None for no end.
    """

    owner: type | None
    operation: str | None
    status: int | None
    times: int | None
    share: float
    delay: float
    cut_off: bool
    retry_after: float | None

    def fits(self, route: Route) -> bool:
        """Whether it is for the requests of a route."""
        is_owner = self.owner is None or self.owner is route.owner
        return is_owner and self.operation in (None, route.operation.name) and self.times != 0

    def refusal(self) -> Refusal | None:
        """The error that it responds with; None where the request is handled."""
        if self.status is None:
            return None
        message = _MESSAGES.get(self.status, "The sandbox was told to fail.")
        return Refusal(self.status, message, retry_after_header(self.retry_after))


def retry_after_header(seconds: float | None) -> dict[str, str]:
    """The header Retry-After (RFC 9110 10.2.3), in whole seconds."""
    return {} if seconds is None else {"Retry-After": str(math.ceil(seconds))}


def check_failure(failure: Failure) -> None:
    """Raise ConfigurationError for values that cannot be those of a failure."""
    settings: list[tuple[str, Any, bool, str]] = [
        ("status", failure.status, _is_error(failure.status), "Write one from 400 to 599."),
        ("times", failure.times, _is_count(failure.times), "Write a whole number above 0."),
        ("share", failure.share, 0 < failure.share <= 1, "Write a number from 0 to 1."),
        ("delay", failure.delay, 0 <= failure.delay < math.inf, "Write seconds."),
    ]
    for name, value, is_right, remedy in settings:
        if not is_right:
            raise unfit_setting(name, value, remedy, "Sandbox.fail")


def _is_error(status: int | None) -> bool:
    return status is None or 400 <= status <= 599


def _is_count(times: int | None) -> bool:
    return times is None or times >= 1


class Failures:
    """The failures of a sandbox, and its limit of requests."""

    def __init__(self) -> None:
        self._all: list[Failure] = []
        self._lock = threading.Lock()
        self._random = random.Random()
        self.limit: RateLimit | None = None

    def add(self, failure: Failure) -> None:
        """Begin to fail. Raises ConfigurationError for values that cannot be."""
        check_failure(failure)
        with self._lock:
            self._all.append(failure)

    def clear(self) -> None:
        """End all failures, and the limit."""
        with self._lock:
            self._all.clear()
            self.limit = None

    def check_limit(self, now: float) -> None:
        """Raise Refusal, a 429, for a request that is more than the limit allows.

        now: the time in seconds, by the clock of the sandbox.
        """
        wait = self.limit.try_turn(now) if self.limit is not None else 0.0
        if wait > 0:
            raise Refusal(429, _MESSAGES[429], retry_after_header(wait))

    def respond(self, route: Route, handle: Callable[[], Response]) -> Response:
        """Handle a request, unless it fails.

        Raises Refusal for an error, and CutOff where the response is cut off.
        """
        failure = self._take(route)
        if failure is None:
            return handle()
        time.sleep(failure.delay)
        refusal = failure.refusal()
        if refusal is not None:
            raise refusal
        response = handle()
        if failure.cut_off:
            raise CutOff(response)
        return response

    def _take(self, route: Route) -> Failure | None:
        with self._lock:
            for each in self._all:
                if each.fits(route) and self._random.random() < each.share:
                    if each.times is not None:
                        each.times -= 1
                    return each
        return None
