"""Checks the method and the headers of a request before it is given to a library."""

from __future__ import annotations

import re

from ..errors import ParameterError, compose
from ..messages import Request, shown_url
from ..streamed_body import RequestBody, body_length

# The characters of a method and of the name of a header: RFC 9110 5.6.2.
_is_token = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+").fullmatch


def check_request(request: Request) -> None:
    """Raise ParameterError for a method or a header that cannot be sent unchanged.

    >>> check_request(Request("GET", "http://a.example/b", {"X-A": "1"}))
    """
    if not _is_token(request.method):
        found = f"{request.method!r} is not an HTTP method"
        raise _unsendable(request, found, "Write one word in capitals: 'GET'")
    for name, value in request.headers.items():
        if not is_header(name, value):
            raise _unsendable(request, f"the header {name!r} cannot be sent", HEADER_REMEDY)
        if len(name) in (14, 17) and _misstates_body(name.lower(), value, request.body):
            found = f"the header {name!r} does not fit the request body"
            raise _unsendable(request, found, "Leave it out: it is added automatically")


HEADER_REMEDY = "Use letters, digits and hyphens in its name, and ASCII on one line as its value"


def is_header(name: str, value: object) -> bool:
    """Whether a header can be sent: a line break in it would forge another (RFC 9110 5.5).

    >>> is_header("X-Key", "k"), is_header("X-Key", "k\\r\\nX-Admin: 1"), is_header("X-Key", "€")
    (True, False, False)
    """
    # Servers and proxies do not agree on the encoding of characters beyond ASCII.
    is_text = isinstance(value, str) and value.isascii() and value.isprintable()
    return is_text and _is_token(name) is not None


def _misstates_body(lower_name: str, value: str, body: RequestBody) -> bool:
    # With a wrong length the server would read the rest of the body as another request
    # (RFC 9112 11.2).
    is_right = lower_name == "content-length" and value == str(body_length(body))
    return lower_name in ("content-length", "transfer-encoding") and not is_right


def _unsendable(request: Request, found: str, remedy: str) -> ParameterError:
    place = f"{request.method} {shown_url(request.url)}"
    return ParameterError(compose(f"{found}.", f"Nothing was sent. {remedy}.", place))
