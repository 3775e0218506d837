"""Where a redirect leads, and which headers are sent there."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import attrs

from ..errors import ResponseError
from ..messages import Request, Response, origin, request_error
from ..transports.urls import percent_encoded

MAX_REDIRECTS = 5

_STATUSES = frozenset({301, 302, 303, 307, 308})
# Only these headers go to another origin; any other could be a secret.
_HEADERS_FOR_ANY_ORIGIN = frozenset(
    {"accept", "accept-encoding", "if-range", "range", "user-agent"}
)


def redirected(request: Request, response: Response) -> Request | None:
    """The request that follows a redirect (RFC 9110 15.4); None where the response is not one.

    Raises ResponseError where it leads from https to http, or its Location is not an http URL.
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
    if same_origin:
        return attrs.evolve(request, url=target)
    headers = {
        name: text
        for name, text in request.headers.items()
        if name.lower() in _HEADERS_FOR_ANY_ORIGIN
    }
    return attrs.evolve(request, url=target, headers=headers)


def redirect_error(request: Request, response: Response, found: str) -> ResponseError:
    """The error for a redirect that is not followed."""
    status = response.status
    remedy = (
        f"The response has status {status}. If you trust the URL of its Location header, request "
        "it directly."
    )
    return request_error(ResponseError, request, f"{found}.", remedy, status=status)
