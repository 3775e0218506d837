"""Where a redirect leads, and what of a request goes along."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

import attrs

from ..errors import ResponseError
from ..messages import Request, Response, origin
from ..transports.failures import response_error
from ..transports.request_check import SAFE_IN_URLS

MOST_REDIRECTS = 5

_STATUSES = frozenset({301, 302, 303, 307, 308})
# What says nothing about the client may go to another origin; all else could be a secret.
_HARMLESS_HEADERS = frozenset({"accept", "accept-encoding", "user-agent"})


def redirected(request: Request, response: Response) -> Request | None:
    """The request that a redirect asks for (RFC 9110 15.4); None where it asks for none.

    Raises ResponseError where it leads out of https, or to no address.
    """
    location = response.headers.get("Location")
    if response.status not in _STATUSES or not location:
        return None
    try:
        # RFC 9110 10.2.2 has it encoded; where it is not, its bytes are what was meant.
        raw = location if location.isascii() else quote(location.encode("latin-1"), SAFE_IN_URLS)
        target = urljoin(request.url, raw)
        here, there = urlsplit(request.url), urlsplit(target)
        same_origin = origin(here) == origin(there)
        unsafe = here.scheme == "https" and there.scheme != "https"
        if unsafe or there.scheme not in ("http", "https") or not there.hostname:
            raise ValueError("it would leave https" if unsafe else "it is no address")
    except ValueError as error:
        raise refused(request, response, f"a redirect is not followed: {error}") from None
    if same_origin:
        return attrs.evolve(request, url=target)
    kept = {
        name: text for name, text in request.headers.items() if name.lower() in _HARMLESS_HEADERS
    }
    return attrs.evolve(request, url=target, headers=kept)


def refused(request: Request, response: Response, why: str) -> ResponseError:
    """The error for a redirect that is not followed."""
    status = response.status
    remedy = f"The answer has the status {status}. Ask the address it leads to, if you trust it."
    return response_error(request, status, f"{why}.", remedy)
