"""HTTP/1.1 as bytes: requests read and answers written, for one connection (RFC 9112)."""

from __future__ import annotations

import re
from http import HTTPStatus

import attrs

from ..messages import Headers, Request, Response

MOST_HEAD_BYTES = 64 * 1024
MOST_BODY_BYTES = 16 * 1024 * 1024

_REQUEST_LINE = re.compile(r"([A-Z]+) (/[!-~]*) HTTP/1\.([01])", re.ASCII)
_HEADER = re.compile(r"([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)", re.ASCII)
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:[0-9]+)?|\[[0-9A-Fa-f:.]+\](:[0-9]+)?", re.ASCII)


class ProtocolError(Exception):
    """What came is no request that can be answered; the connection ends. status: of the answer."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@attrs.frozen
class Arrived:
    """A request that came whole. keep_alive: whether another may follow on the connection."""

    request: Request
    keep_alive: bool


class RequestReader:
    """Cuts the bytes of one connection into requests.

    >>> reader = RequestReader("127.0.0.1:80")
    >>> reader.feed(b"GET /things?size=5 HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n")
    >>> reader.next_request().request.url
    'http://localhost/things?size=5'
    >>> reader.next_request() is None
    True

    address: what was asked, for requests that do not say it.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._buffer = bytearray()
        self._head: _Head | None = None

    def feed(self, data: bytes) -> None:
        """Take what arrived."""
        self._buffer += data

    def next_request(self) -> Arrived | None:
        """The next request if it is whole; raises ProtocolError if it cannot become one."""
        if self._head is None:
            self._head = self._take_head()
        head = self._head
        if head is None or len(self._buffer) < head.length:
            return None
        body = bytes(self._buffer[: head.length])
        del self._buffer[: head.length]
        self._head = None
        url = f"http://{head.host or self._address}{head.target}"
        request = Request(head.method, url, head.headers, body or None)
        return Arrived(request, head.keep_alive)

    def _take_head(self) -> _Head | None:
        # RFC 9112 2.2: an empty line before a request is passed over.
        while self._buffer.startswith(b"\r\n"):
            del self._buffer[:2]
        end = self._buffer.find(b"\r\n\r\n")
        if end > MOST_HEAD_BYTES or (end < 0 and len(self._buffer) > MOST_HEAD_BYTES):
            raise ProtocolError(431, "The head of the request is too long.")
        if end < 0:
            return None
        text = self._buffer[:end].decode("latin-1")
        del self._buffer[: end + 4]
        return read_head(text)


@attrs.frozen
class _Head:
    method: str
    target: str
    host: str | None
    headers: Headers
    length: int
    keep_alive: bool


def read_head(text: str) -> _Head:
    """The head of a request; strict, for a lax server hides a client's mistake."""
    first, *lines = text.split("\r\n")
    line = _REQUEST_LINE.fullmatch(first)
    if line is None:
        raise ProtocolError(400, "The request line is not one of HTTP/1.1.")
    headers = _read_headers(lines)
    host = headers.get("Host")
    if host is not None and not _HOST.fullmatch(host):
        raise ProtocolError(400, "The Host header names no host.")
    if "Transfer-Encoding" in headers:
        raise ProtocolError(411, "The body must come with a Content-Length.")
    default = "keep-alive" if line[3] == "1" else "close"
    keep_alive = headers.get("Connection", default).lower() != "close"
    return _Head(line[1], line[2], host, headers, _body_length(headers), keep_alive)


def _read_headers(lines: list[str]) -> Headers:
    headers: dict[str, str] = {}
    for line in lines:
        found = _HEADER.fullmatch(line)
        if found is None:
            raise ProtocolError(400, "A header line is broken.")
        name = found[1].title()
        value = found[2].rstrip(" \t")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return Headers(headers)


def _body_length(headers: Headers) -> int:
    text = headers.get("Content-Length", "0")
    if not re.fullmatch("[0-9]{1,12}", text):
        raise ProtocolError(400, "The Content-Length is no number.")
    if int(text) > MOST_BODY_BYTES:
        raise ProtocolError(413, f"The body has more than {MOST_BODY_BYTES} bytes.")
    return int(text)


def write_response(response: Response, *, with_body: bool = True, keep_alive: bool = True) -> bytes:
    """The bytes of an answer.

    >>> write_response(Response(204))
    b'HTTP/1.1 204 No Content\\r\\n\\r\\n'
    """
    lines = [f"HTTP/1.1 {response.status} {_phrase(response.status)}"]
    lines += [f"{name}: {value}" for name, value in response.headers.items()]
    if response.status != 204:  # RFC 9110 8.6: such an answer has no length
        lines.append(f"Content-Length: {len(response.body)}")
    if not keep_alive:
        lines.append("Connection: close")
    head = "\r\n".join([*lines, "", ""]).encode("latin-1")
    return head + response.body if with_body else head


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
