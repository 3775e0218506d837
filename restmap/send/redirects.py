"""Where a redirect leads, and which headers are sent there."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import attrs

from ..errors import ResponseError
from ..messages import Request, Response, origin, request_error
from ..streamed_body import StreamedBody
from ..transports.urls import percent_encoded

MAX_REDIRECTS = 5

_SEE_OTHER = 303
_STATUSES = frozenset({301, 302, _SEE_OTHER, 307, 308})
# Only these headers go to another origin; any other could be a secret.
_HEADERS_FOR_ANY_ORIGIN = frozenset(
    {"accept", "accept-encoding", "if-range", "range", "user-agent"}
)


def redirected(request: Request, response: Response) -> Request | None:
    """The request that follows a redirect (RFC 9110 15.4); None where the response is not one.

    A request body goes along within one origin, and not with the GET that a 303 asks for.
    Raises ResponseError where it leads from https to http, or its Location is not an http URL, and
    where a request body would go to another origin or cannot be sent again.
    """
    location = response.headers.get("Location")
    if response.status not in _STATUSES or not location:
        return None
    try:
        # RFC 9110 10.2.2 requires ASCII; other bytes are percent-encoded as they are.
        target = urljoin(request.url, percent_encoded(location.strip(), "latin-1"))
        source, destination = urlsplit(request.url), urlsplit(target)
        same_origin = origin(source) == origin(destination)
        unsafe = source.scheme == "https" and destination.scheme != "https"
        if unsafe or destination.scheme not in ("http", "https") or not destination.hostname:
            raise ValueError(
                "it leads away from https" if unsafe else "its Location is not an http URL"
            )
    except ValueError as error:
        raise redirect_error(request, response, f"a redirect is not followed: {error}") from None
    if request.body is not None:
        request = _with_body(request, response, same_origin=same_origin)
    if same_origin:
        return attrs.evolve(request, url=target)
    headers = {
        name: text
        for name, text in request.headers.items()
        if name.lower() in _HEADERS_FOR_ANY_ORIGIN
    }
    return attrs.evolve(request, url=target, headers=headers)


def _with_body(request: Request, response: Response, *, same_origin: bool) -> Request:
    """A request that has a body, as it is sent again, before it has the URL of the redirect."""
    if response.status == _SEE_OTHER:
        headers = {
            name: text
            for name, text in request.headers.items()
            if not name.lower().startswith("content-")
        }
        return attrs.evolve(request, headers=headers, body=None)
    if not same_origin:
        found = "a redirect of a request with a body is not followed to another origin"
        raise redirect_error(request, response, found)
    if isinstance(request.body, StreamedBody) and not request.body.can_be_sent:
        found = "a redirect is not followed: the request body is an iterator that was read"
        raise redirect_error(request, response, found)
    return request


def redirect_error(request: Request, response: Response, found: str) -> ResponseError:
    """The error for a redirect that is not followed."""
    status = response.status
    remedy = (
        f"The response has status {status}. If you trust the URL of its Location header, request "
        "it directly."
    )
    return request_error(ResponseError, request, f"{found}.", remedy, status=status)
