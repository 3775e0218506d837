"""Observers are called for each request of a client. The log is one of them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from ..errors import TransportError, escape_line
from ..json_codec import decode
from ..messages import Request, Response
from ..sensitive import folded, is_sensitive, masked_values
from ..streamed_body import StreamedBody, body_length, shown_length

if TYPE_CHECKING:
    import logging
    from collections.abc import Collection, Mapping, Sequence

    from ..errors import RestmapError
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
            method, path = call.request.method, _path_of(call)[0]
            _logger().debug("%s %s %s", method, path, shown_parameters(call))

    def after_response(self, call: ObservedCall) -> None:
        """At INFO: method, path with placeholders, status, time, attempt, request id."""
        if call.response is not None and _logger().isEnabledFor(_INFO):
            _logger().info(
                "%s %s %s %.0f ms attempt %d %s",
                call.sent_request.method,
                _path_of(call)[0],
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
            method, path = call.request.method, _path_of(call)[0]
            _logger().warning("%s %s attempt %d: %s", method, path, call.attempt, _reason(error))


def _reason(error: RestmapError) -> str:
    """What failed, without the text of the server, which may quote what was sent."""
    status = getattr(error, "status", None)
    return f"status {status}" if status is not None else str(error).partition("\n")[0]


def _path_of(call: ObservedCall) -> tuple[str, Mapping[str, str]]:
    """The path of a request with placeholders, and the values that they stand for.

    The whole path of a request that is not declared is a value. That of a redirect, which is not
    the declared path, is shown as the declared one, without values.
    """
    from urllib.parse import urlsplit

    template, path = call.operation.template, urlsplit(call.sent_request.url).path
    if not template.text:
        return "{path}", {"path": path}
    found = template.match(path)
    if found is None:
        return template.text, {}
    prefix, values = found
    return prefix + template.text, values


def shown_parameters(call: ObservedCall) -> list[tuple[str, Any]]:
    """The parameters of a request by name, from path, query and body; sensitive values masked."""
    return _masked(call, [*_path_of(call)[1].items()]) + shown_arguments(call)


def shown_arguments(call: ObservedCall) -> list[tuple[str, Any]]:
    """The parameters of a request by name, from query and body; sensitive values masked."""
    from urllib.parse import parse_qsl, urlsplit

    request, operation = call.request, call.operation
    pairs: list[tuple[str, object]] = []
    pairs += parse_qsl(urlsplit(request.url).query, keep_blank_values=True)
    if isinstance(request.body, bytes) and operation.body == "form":
        pairs += parse_qsl(request.body.decode(), keep_blank_values=True)
    if operation.body == "multipart" and isinstance(request.body, StreamedBody):
        pairs += request.body.fields
    elif isinstance(request.body, StreamedBody) or (operation.body == "raw" and request.body):
        pairs.append(("body", f"<{shown_length(body_length(request.body))}>"))
    shown = _masked(call, pairs)
    if isinstance(request.body, bytes) and request.body and operation.body == "json":
        whole_body = [each for each in operation.arguments.values() if each.location == "body"]
        body: Any = decode(request.body)
        if whole_body:
            body = {whole_body[0].wire_name: body}
        elif not isinstance(body, dict):
            body = {"body": body}
        shown += masked_values(body, _marked(call)).items()
    return shown


def _masked(call: ObservedCall, pairs: Sequence[tuple[str, Any]]) -> list[tuple[str, Any]]:
    marked = _marked(call)
    return [(name, "***" if is_sensitive(name, marked) else value) for name, value in pairs]


def _marked(call: ObservedCall) -> frozenset[str]:
    """The names of the parameters that are declared to be sensitive, as `folded` has them."""
    return frozenset(map(folded, [*call.operation.sensitive, *call.masked_parameters]))
