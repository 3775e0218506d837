"""One call, from its request to its final response: authentication, retries, redirects.

A call is a flow (see flow.py): it does no I/O, and serves blocking and awaited calls alike.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol, TypeVar, cast

import attrs

from ..errors import ApiError, NotModified, ResponseError, RestmapError, unfit_setting
from ..messages import Request, Response, has_header, request_error, shown_url
from ..streamed_body import StreamedBody
from .flow import Flow, Pause
from .observers import ObservedCall
from .pace import limit_of_context
from .retry import TOO_MANY_REQUESTS, retry_after_seconds

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from ..messages import Timeout
    from ..plan.operation import Operation
    from .body_flow import BodyRunner
    from .observers import Observer
    from .pace import RateLimit
    from .receiver import Receiver
    from .retry import RetryBudget, RetryPolicy

    class AuthProtocol(Protocol):
        """What adds credentials to requests: see `auth/auth.py`."""

        def flow(self, request: Request) -> Flow[Request]: ...
        def renews(self, request: Request, response: Response) -> bool: ...

    class ClientProtocol(BodyRunner, Protocol):
        """The part of a client that calls need."""

        masked_parameters: ClassVar[Collection[str]]

        @property
        def auth(self) -> AuthProtocol: ...

        pace: RateLimit | None
        observers: Sequence[Observer]
        retries: RetryPolicy
        drift: Literal["ignore", "warn", "error"]
        timeout: Timeout
        clock: Callable[[], float]
        now: Callable[[], datetime]
        _budget: RetryBudget

        def _with_defaults(self, request: Request) -> Request: ...
        def request_id(self, response: Response) -> str | None: ...
        def _is_repeatable(self, request: Request) -> bool: ...
        def check_response(self, response: Response) -> None: ...


T = TypeVar("T")


def whole_response(response: Response) -> Response:
    """The response itself, for `read` of `exchange()`."""
    return response


def exchange(
    client: ClientProtocol,
    request: Request,
    operation: Operation,
    read: Callable[[Response], T],
    receiver: Receiver | None = None,
) -> Flow[T]:
    """Send a request with the client's settings, and return what `read` makes of its response.

    read: turns the final response into the result. An error that it raises ends the call like any
    other failure: it has the number of attempts, and observers are called.
    receiver: of the body of a response that is received in pieces.
    Raises the error of the last attempt: ApiError for a status of 400 and above, TransportError
    where no response came. Raises NotModified for a status of 304.
    """
    sent = client._with_defaults(request)
    call = ObservedCall(operation, sent, client.clock(), client.masked_parameters)
    try:
        while True:
            try:
                return read((yield from _attempt(client, call, receiver)))
            except NotModified as outcome:
                outcome.attempts = call.attempt
                raise
            except RestmapError as failure:
                can_go_on = receiver is None or receiver.can_go_on
                pause = _pause_before_next(client, call, failure) if can_go_on else None
                if pause is None:
                    _give_up(client, call, failure)
                    raise
                for observer in client.observers:
                    observer.on_retry(call, failure, pause)
            yield Pause(pause)
            call.attempt += 1
    finally:
        for observer in client.observers:
            observer.on_end(call)


def _attempt(
    client: ClientProtocol, call: ObservedCall, receiver: Receiver | None
) -> Flow[Response]:
    """Make one attempt and return its response. Raises what made it fail."""
    unauthorised = _within_deadline(client, call, call.request)
    if receiver is not None:
        unauthorised = receiver.next_request(unauthorised)
    request = yield from client.auth.flow(unauthorised)
    response = yield from _send(client, call, request)
    is_renewed = response.status == 401 and client.auth.renews(request, response)
    if is_renewed and _can_be_sent(unauthorised):
        request = yield from client.auth.flow(unauthorised)
        response = yield from _send(client, call, request)
    if 300 <= response.status < 400 and response.status != _NOT_MODIFIED:
        response = yield from _follow(client, call, request, response)
    if response.status == _NOT_MODIFIED:
        client._budget.earn()
        raise _not_modified(call, response)
    _check(client, call, response)
    client._budget.earn()
    if receiver is not None:
        # Only `drive_pieces` and `drive_pieces_async` are given a flow that has a receiver.
        yield from cast("Flow[None]", receiver.receive(call.sent_request, response))
    return response


# RFC 9110 15.4.5: what a conditional GET asked for has not changed; there is no body.
_NOT_MODIFIED = 304


# RFC 9110 13.1: the headers of a conditional request that may be answered so.
_CONDITIONS = ("If-None-Match", "If-Modified-Since")


def _not_modified(call: ObservedCall, response: Response) -> NotModified | ResponseError:
    request = call.sent_request
    if not any(has_header(call.request.headers, each) for each in _CONDITIONS):
        found = "the response has status code 304 and no record, and the request had no condition."
        remedy = "Check base_url, and a cache between here and the API."
        return request_error(ResponseError, request, found, remedy, status=response.status)
    found = "status 304: the record was not modified, so the response has none."
    remedy = "Use the record that you have, or leave the condition out of the request."
    return request_error(NotModified, request, found, remedy, headers=response.headers)


def _check(client: ClientProtocol, call: ObservedCall, response: Response) -> None:
    """Raise ApiError for a response of status 400 or above, or one that the client refuses."""
    try:
        client.check_response(response)
        if response.status < 400:
            return
        from .api_errors import api_error  # needed for few responses

        error = api_error(response, call.sent_request, call.request_id)
    except ApiError as refused:
        from .api_errors import complete_error

        raise complete_error(refused, response, call.sent_request, call.request_id) from None
    raise error


def _send(client: ClientProtocol, call: ObservedCall, request: Request) -> Flow[Response]:
    pace = limit_of_context() or client.pace
    if pace is not None:
        wait = pace.reserve(client.clock())
        if wait > 0:
            call.waited += wait
            yield Pause(wait)
    request = _within_deadline(client, call, request)
    call.sent_request, call.response, call.request_id = request, None, None
    for observer in client.observers:
        observer.before_request(call)
    call.sent = client.clock()
    try:
        response: object = yield request
    finally:
        call.finished = client.clock()
    if not isinstance(response, Response):
        place = shown_url(request.url)
        raise unfit_setting("the transport's response", response, "Return a Response.", place)
    call.response = response
    call.request_id = client.request_id(response)
    for observer in client.observers:
        observer.after_response(call)
    return response


def _follow(
    client: ClientProtocol, call: ObservedCall, request: Request, response: Response
) -> Flow[Response]:
    """Follow redirects to the final response; return a redirect that the operation asks for."""
    from .redirects import MAX_REDIRECTS, redirect_error, redirected  # needed for few responses

    if not call.operation.follows_redirects:
        if call.operation.method in ("GET", "HEAD"):
            return response
        found = f"a redirect of a {request.method} request is not followed"
        raise redirect_error(request, response, found)
    for _ in range(MAX_REDIRECTS):
        following = redirected(request, response)
        if following is None:
            return response
        request, response = following, (yield from _send(client, call, following))
    if redirected(request, response) is None:
        return response
    raise redirect_error(request, response, f"more than {MAX_REDIRECTS} redirects are not followed")


def _seconds_left(client: ClientProtocol, call: ObservedCall) -> float:
    total = client.timeout.total
    return math.inf if total is None else total - (client.clock() - call.started - call.waited)


# Within this time of its start a call keeps the whole timeout, which saves copying the request.
_IGNORED_SECONDS = 0.01


def _within_deadline(client: ClientProtocol, call: ObservedCall, request: Request) -> Request:
    """Limit the timeout of a request to the time that is left until the call's deadline."""
    total = client.timeout.total
    if total is None or client.clock() - call.started < _IGNORED_SECONDS:
        return request
    left = max(_seconds_left(client, call), 0.001)
    return attrs.evolve(request, timeout=attrs.evolve(client.timeout, total=left))


def _pause_before_next(
    client: ClientProtocol, call: ObservedCall, failure: RestmapError
) -> float | None:
    """How long to wait before the next attempt; None where the call has failed."""
    if isinstance(failure, ApiError) and failure.retry_after is None:
        failure.retry_after = retry_after_seconds(failure.headers.get("Retry-After"), client.now())
    policy = client.retries
    if not _can_be_sent(call.request):
        return None
    idempotent = call.operation.idempotent or client._is_repeatable(call.request)
    if not policy.repeats(failure, idempotent=idempotent):
        return None
    left = min(policy.total_seconds - call.paused, _seconds_left(client, call))
    pause = policy.pause_seconds(failure, call.attempt, left)
    if pause is None:
        return None
    # A 429 says that the service is up, and how fast it may be asked.
    is_paced = isinstance(failure, ApiError) and failure.status == TOO_MANY_REQUESTS
    if not is_paced and not client._budget.spend():
        failure.budget_used_up = True
        return None
    call.paused += pause
    return pause


def _can_be_sent(request: Request) -> bool:
    """Whether the request can be sent now; a body from an iterator is read only once."""
    return not isinstance(request.body, StreamedBody) or request.body.can_be_sent


def _give_up(client: ClientProtocol, call: ObservedCall, failure: RestmapError) -> None:
    """Record the number of attempts in the error that ends the call, and call the observers."""
    failure.attempts = call.attempt
    for observer in client.observers:
        observer.on_error(call, failure)
