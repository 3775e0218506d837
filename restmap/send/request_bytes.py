"""A Request as the bytes of HTTP/1.1 (RFC 9112 3). Nothing here does I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from ..errors import ParameterError, compose
from ..messages import Request, shown_url
from .body import ACCEPT_ENCODING

# RFC 9110 9.3: a body has no meaning in these, so that having none needs no word.
_METHODS_WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "CONNECT"})

# What is left as it is where the rest of a URL is encoded: RFC 3986 2.2, and what is encoded.
SAFE_IN_URLS = "!#$%&'()*+,/:;=?@[]~"

# RFC 9110 5.6.2.
_is_token = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+").fullmatch


def request_bytes(
    request: Request, target: str, host: str, more: Mapping[str, str] | None = None
) -> bytes:
    """A request as it goes over the wire: the line, the headers, the body.

    target: what is asked for; a path with its query, or a whole URL for a proxy. host: of the Host
    header. more: headers for a proxy. Raises ParameterError for headers that cannot be sent.

    >>> request = Request("GET", "http://a.example/b", {"Accept-Encoding": "gzip"})
    >>> request_bytes(request, "/b", "a.example")
    b'GET /b HTTP/1.1\\r\\nHost: a.example\\r\\nAccept-Encoding: gzip\\r\\n\\r\\n'
    """
    headers, body = request.headers, request.body
    names = {name.lower() for name in headers}
    _check_headers(request, names)
    lines = [f"{request.method} {_encoded(target)} HTTP/1.1"]
    if "host" not in names:
        lines.append(f"Host: {host}")
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if "accept-encoding" not in names:
        lines.append(f"Accept-Encoding: {ACCEPT_ENCODING}")
    if "content-length" not in names and (body or request.method not in _METHODS_WITHOUT_BODY):
        lines.append(f"Content-Length: {len(body or b'')}")
    if more:
        lines += [f"{name}: {value}" for name, value in more.items()]
    lines += ("", "")
    return "\r\n".join(lines).encode("ascii") + (body or b"")


def _encoded(target: str) -> str:
    # What is percent-encoded stays so; what cannot stand in a request's line becomes so.
    is_ready = target.isascii() and target.isprintable() and " " not in target
    return target if is_ready else quote(target, SAFE_IN_URLS)


def _check_headers(request: Request, lower_names: set[str]) -> None:
    headers = request.headers
    if not _is_token(request.method):
        raise _unsendable(request, f"the method {request.method!r} is none", "Write one: GET")
    if "" in headers or not _is_token("".join(headers) or "-"):
        name = next(name for name in headers if not _is_token(name))
        found = f"the header {name!r} has a name that none can have"
        raise _unsendable(request, found, "Rename it")
    if not _is_sendable("".join(headers.values())):
        name = next(name for name, value in headers.items() if not _is_sendable(value))
        found = f"the header {name!r} has a line break, a control or non-ASCII character"
        raise _unsendable(request, found, "Encode the value")
    if "content-length" in lower_names or "transfer-encoding" in lower_names:
        _check_framing(request)


def _check_framing(request: Request) -> None:
    # Where it is not that of the body, the rest is read as another request (RFC 9112 11.2).
    for name, value in request.headers.items():
        is_length = name.lower() == "content-length" and value == str(len(request.body or b""))
        if not is_length and name.lower() in ("content-length", "transfer-encoding"):
            found = f"the header {name!r} says of the body what is not so"
            raise _unsendable(request, found, "Leave it out: it is added")


def _is_sendable(text: str) -> bool:
    """Whether a header may hold a text (RFC 9110 5.5)."""
    return text.isascii() and text.replace("\t", " ").isprintable()


def _unsendable(request: Request, found: str, remedy: str) -> ParameterError:
    place = f"{request.method} {shown_url(request.url)}"
    return ParameterError(compose(f"{found}.", f"Nothing was sent. {remedy}.", place))
