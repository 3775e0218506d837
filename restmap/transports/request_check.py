"""Checks a request before it is given to a library."""

from __future__ import annotations

import re

from ..errors import ParameterError, compose
from ..messages import Request, shown_url

# Characters that are not percent-encoded in a URL: RFC 3986 2.2, and `%` itself.
SAFE_IN_URLS = "!#$%&'()*+,/:;=?@[]~"

# The characters of a method and of the name of a header: RFC 9110 5.6.2.
is_token = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+").fullmatch


def check_request(request: Request) -> None:
    """Raise ParameterError for a method or a header that cannot be sent unchanged.

    >>> check_request(Request("GET", "http://a.example/b", {"X-A": "1"}))
    """
    headers = request.headers
    if not is_token(request.method):
        found = f"{request.method!r} is not an HTTP method"
        raise _unsendable(request, found, "Write one word in capitals: 'GET'")
    if "" in headers or not is_token("".join(headers) or "-"):
        name = next(name for name in headers if not is_token(name))
        raise _unsendable(
            request, f"{name!r} is not the name of a header", "Use letters, digits and hyphens"
        )
    if not _is_sendable("".join(headers.values())):
        name = next(name for name, value in headers.items() if not _is_sendable(value))
        found = (
            f"the header {name!r} has a line break, a control character or a non-ASCII character"
        )
        raise _unsendable(request, found, "Percent-encode the value, or leave these characters out")
    for name, value in headers.items():
        # With a wrong length the server would read the rest of the body as another request
        # (RFC 9112 11.2).
        if len(name) in (14, 17) and _misstates_body(name.lower(), value, request.body or b""):
            found = f"the header {name!r} does not fit the request body"
            raise _unsendable(request, found, "Leave it out: it is added automatically")


def _misstates_body(lower_name: str, value: str, body: bytes) -> bool:
    is_right = lower_name == "content-length" and value == str(len(body))
    return lower_name in ("content-length", "transfer-encoding") and not is_right


def _is_sendable(text: str) -> bool:
    """Whether a text can be the value of a header (RFC 9110 5.5)."""
    return text.isascii() and text.replace("\t", " ").isprintable()


def _unsendable(request: Request, found: str, remedy: str) -> ParameterError:
    place = f"{request.method} {shown_url(request.url)}"
    return ParameterError(compose(f"{found}.", f"Nothing was sent. {remedy}.", place))
