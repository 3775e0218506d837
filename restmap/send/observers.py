"""Observers are called for each request of a client. The log is one of them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from ..errors import TransportError, escape_line

if TYPE_CHECKING:
    import logging
    from collections.abc import Collection

    from ..errors import RestmapError
    from ..messages import Request, Response
    from ..plan.operation import Operation


class ObservedCall:
    """One call of an operation, as observers see it.

    request: without credentials. sent_request: the request of the last attempt, with them.
    started, sent, finished: when the call began, and when its last attempt was sent and ended, in
    seconds of the client's clock. attempt: counted from 1. paused: seconds of all pauses so far.
    waited: seconds that the client's pace made it wait, which do not count towards its deadline.
    response, request_id: of the last attempt. masked_parameters: the names of parameters, beside
    those of the operation, whose values no log may show. notes: for an observer's own use.
    """

    def __init__(
        self,
        operation: Operation,
        request: Request,
        started: float,
        masked_parameters: Collection[str] = (),
    ) -> None:
        self.operation = operation
        self.masked_parameters = masked_parameters
        self.request = self.sent_request = request
        self.started = started
        self.attempt = 1
        self.paused = self.waited = self.sent = self.finished = 0.0
        self.response: Response | None = None
        self.request_id: str | None = None
        self.notes: dict[str, Any] = {}

    @property
    def milliseconds(self) -> float:
        """The duration of the last attempt."""
        return (self.finished - self.sent) * 1000


class Observer:
    """Base class of observers: override the methods you need.

    They are called in the caller's thread, and an error that one raises reaches the caller.
    """

    def before_request(self, call: ObservedCall) -> None:
        """An attempt is about to be sent."""

    def after_response(self, call: ObservedCall) -> None:
        """A response arrived, whatever its status: `call.response`."""

    def on_retry(self, call: ObservedCall, failure: RestmapError, pause_seconds: float) -> None:
        """The attempt failed, and the request is sent again after a pause."""

    def on_error(self, call: ObservedCall, error: RestmapError) -> None:
        """The call failed; `error` is raised to its caller."""

    def on_end(self, call: ObservedCall) -> None:
        """The call ended, with a result or an error."""


@functools.cache
def _logger() -> logging.Logger:
    import logging  # with the first request, not with the package

    logger = logging.getLogger("restmap")
    # Without a handler, warnings would go to the standard error of a program that set up no log:
    # https://docs.python.org/3/howto/logging.html#configuring-logging-for-a-library
    logger.addHandler(logging.NullHandler())
    return logger


_DEBUG, _INFO = 10, 20  # the levels of `logging`, without importing it


class LogObserver(Observer):
    """Writes to the logger `restmap`: each request at INFO, its decoded parameters at DEBUG.

    Paths are shown with placeholders, since their values may be phone numbers or names.
    """

    def before_request(self, call: ObservedCall) -> None:
        """At DEBUG: the parameters of the request, sensitive values masked."""
        if _logger().isEnabledFor(_DEBUG):
            from .shown_call import masked_pairs, path_of, shown_parameters

            operation, request, masked = call.operation, call.request, call.masked_parameters
            path, values = path_of(operation, call.sent_request.url)
            shown = masked_pairs(operation, values.items(), masked)
            shown += shown_parameters(operation, request, masked)
            _logger().debug("%s %s %s", request.method, path, shown)

    def after_response(self, call: ObservedCall) -> None:
        """At INFO: method, path with placeholders, status, time, attempt, request id."""
        if call.response is not None and _logger().isEnabledFor(_INFO):
            _logger().info(
                "%s %s %s %.0f ms attempt %d %s",
                call.sent_request.method,
                _shown_path(call),
                call.response.status,
                call.milliseconds,
                call.attempt,
                escape_line(call.request_id or "-"),
            )

    def on_retry(self, call: ObservedCall, failure: RestmapError, pause_seconds: float) -> None:
        """At INFO: the reason, and the pause."""
        _logger().info(
            "retrying in %.1f s after attempt %d: %s", pause_seconds, call.attempt, _reason(failure)
        )

    def on_error(self, call: ObservedCall, error: RestmapError) -> None:
        """At WARNING, where there is no response and so no line of it, or only a part of one."""
        if call.response is None or isinstance(error, TransportError):
            method, path = call.request.method, _shown_path(call)
            _logger().warning("%s %s attempt %d: %s", method, path, call.attempt, _reason(error))


def _reason(error: RestmapError) -> str:
    """What failed, without the text of the server, which may quote what was sent."""
    status = getattr(error, "status", None)
    return f"status {status}" if status is not None else str(error).partition("\n")[0]


def _shown_path(call: ObservedCall) -> str:
    from .shown_call import path_of  # for programs whose log is read

    return path_of(call.operation, call.sent_request.url)[0]
