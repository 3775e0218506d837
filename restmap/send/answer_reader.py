"""The bytes of HTTP/1.1 as a Response (RFC 9112 4 to 9). Nothing here does I/O."""

from __future__ import annotations

import re
from collections.abc import Generator
from typing import TypeAlias, TypeVar

from ..messages import Headers, Request, Response
from .body import Body
from .failures import (
    BAD_CHUNKS,
    BAD_HEAD,
    BROKEN_OFF,
    CLOSED,
    HEAD_TOO_LARGE,
    MOST_HEAD_BYTES,
    MOST_HEADERS,
    MOST_LINE_BYTES,
    NOT_HTTP,
    AnswerError,
    Reason,
)

# RFC 9112 2.2: a line may end in LF alone.
_find_end_of_head = re.compile(rb"\n\r?\n").search
_match_status_line = re.compile(r"HTTP/1\.([0-9]) ([1-9][0-9]{2})(?: .*)?").fullmatch

# RFC 9110 15.3.5 and 15.4.5: these have no body, whatever their headers say.
_STATUSES_WITHOUT_BODY = frozenset({204, 304})

T = TypeVar("T")
_Steps: TypeAlias = Generator[None, bytes, T]


class AnswerReader:
    """Reads the answer to one request from what arrives, in pieces of any size.

    request: that is answered. most_body_bytes: how large the body may be, decompressed.

    >>> reader = AnswerReader(Request("GET", "http://a.example/b"), 1000)
    >>> reader.feed(b"HTTP/1.1 200 OK\\r\\nContent-Le")
    >>> reader.feed(b"ngth: 2\\r\\n\\r\\nhi")
    >>> reader.response
    Response(status=200, headers={'Content-Length': '2'}, body=<2 bytes>)

    response: None until the answer is whole. keeps_connection: whether another may follow it.
    """

    def __init__(self, request: Request, most_body_bytes: int) -> None:
        self.response: Response | None = None
        self.keeps_connection = False
        self._request = request
        self._most_body_bytes = most_body_bytes
        self._may_keep = False
        self._buffer = bytearray()
        self._head_bytes = 0
        self._steps = self._answer()
        next(self._steps)

    def feed(self, data: bytes) -> None:
        """Take what arrived; b"" where the connection is at its end.

        Raises AnswerError for what is no answer, and ResponseError for a body that cannot be
        decompressed or is too large.
        """
        if self.response is not None:
            self.keeps_connection = False  # nobody asked for it
            return
        try:
            self._steps.send(data)
        except StopIteration as end:
            self.response = end.value
            # What came behind it would be read as the next answer.
            self.keeps_connection = self._may_keep and not self._buffer

    def _answer(self) -> _Steps[Response]:
        while True:
            version, status, headers = read_head((yield from self._head()))
            if status == 101:
                raise AnswerError(BAD_HEAD)  # it switches protocols, unasked
            if status >= 200:  # RFC 9110 15.2: interim answers may come before the final one
                break
        self._may_keep = _keeps_connection(version, headers)
        body = Body(self._request, status, headers.get("Content-Encoding"), self._most_body_bytes)
        yield from self._body(status, headers, body)
        return Response(status, headers, body.finish())

    def _head(self) -> _Steps[str]:
        """The next head, without the empty line."""
        buffer, searched = self._buffer, 0
        while (end := _find_end_of_head(buffer, searched)) is None:
            searched = max(0, len(buffer) - 2)
            if not b"HTTP/".startswith(buffer[:5]):
                raise AnswerError(NOT_HTTP)
            if self._head_bytes + len(buffer) > MOST_HEAD_BYTES:
                raise AnswerError(HEAD_TOO_LARGE)
            buffer += yield from self._more(BROKEN_OFF if buffer else CLOSED)
        self._head_bytes += end.end()
        if self._head_bytes > MOST_HEAD_BYTES:
            raise AnswerError(HEAD_TOO_LARGE)
        return self._taken(end.end()).decode("latin-1")

    def _body(self, status: int, headers: Headers, body: Body) -> _Steps[None]:
        """Feed a body what belongs to it (RFC 9112 6.3)."""
        coding = headers.get("Transfer-Encoding", "identity").lower()
        if coding not in ("identity", "chunked"):
            raise AnswerError(BAD_HEAD)
        if self._request.method in ("HEAD", "CONNECT") or status in _STATUSES_WITHOUT_BODY:
            return
        if coding == "chunked":
            yield from self._chunks(body)
        elif (length := _length(headers)) is not None:
            body.expect(length)
            yield from self._sized(length, body)
        else:
            self._may_keep = False
            yield from self._to_the_end(body)

    def _sized(self, left: int, body: Body) -> _Steps[None]:
        piece = self._taken(left)
        while True:
            body.feed(piece)
            left -= len(piece)
            if not left:
                return
            data = yield from self._more(BROKEN_OFF)
            piece = data[:left]
            self._buffer += data[left:]

    def _to_the_end(self, body: Body) -> _Steps[None]:
        data = self._taken(len(self._buffer))
        while True:
            body.feed(data)
            data = yield
            if not data:
                return

    def _chunks(self, body: Body) -> _Steps[None]:
        """RFC 9112 7.1, extensions and trailers passed over."""
        while size := _size((yield from self._line())):
            yield from self._sized(size, body)
            if (yield from self._line()):
                raise AnswerError(BAD_CHUNKS)
        while line := (yield from self._line()):
            self._head_bytes += len(line)
            if self._head_bytes > MOST_HEAD_BYTES:
                raise AnswerError(BAD_CHUNKS)

    def _line(self) -> _Steps[bytes]:
        """The next line, without its end."""
        while (end := self._buffer.find(b"\n")) < 0:
            if len(self._buffer) > MOST_LINE_BYTES:
                raise AnswerError(BAD_CHUNKS)
            self._buffer += yield from self._more(BROKEN_OFF)
        return self._taken(end + 1).rstrip(b"\r\n")

    def _more(self, at_end: Reason) -> _Steps[bytes]:
        """What arrives next; at the end of the connection, this is why there is no answer."""
        data = yield
        if not data:
            raise AnswerError(at_end)
        return data

    def _taken(self, count: int) -> bytes:
        """So many bytes of the buffer, or as many as there are."""
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken


def read_head(text: str) -> tuple[int, int, Headers]:
    """What a head says: the minor version of HTTP/1, the status, the headers.

    Raises AnswerError for what is none.

    >>> read_head("HTTP/1.1 204 No Content\\r\\nX-Y: 1\\r\\n")
    (1, 204, {'X-Y': '1'})
    """
    text = text.replace("\r\n", "\n").rstrip("\n")
    first, *lines = text.split("\n")
    line = _match_status_line(first)
    if line is None:
        raise AnswerError(NOT_HTTP)
    is_long = len(text) > MOST_LINE_BYTES and len(max(lines, key=len)) > MOST_LINE_BYTES
    if is_long or len(lines) > MOST_HEADERS:
        raise AnswerError(HEAD_TOO_LARGE)
    if "\r" in text or "\0" in text:  # RFC 9112 2.2, RFC 9110 5.5
        raise AnswerError(BAD_HEAD)
    return int(line[1]), int(line[2]), Headers(_header_pairs(lines))


def _header_pairs(lines: list[str]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for line in lines:
        name, colon, value = line.partition(":")
        if line[0] in " \t" and pairs:  # RFC 9112 5.2: the line before goes on
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]} {line.strip()}")
        elif colon and name.isascii() and name.isprintable() and " " not in name and name:
            # RFC 9110 5.6.2, and what else is printable: servers send it.
            pairs.append((name, value.strip(" \t")))
        else:
            raise AnswerError(BAD_HEAD)
    return pairs


def _keeps_connection(version: int, headers: Headers) -> bool:
    """Whether another answer may follow this one (RFC 9112 9.3)."""
    if "Transfer-Encoding" in headers and (version < 1 or "Content-Length" in headers):
        return False  # RFC 9112 6.1 and 6.3: who wrote this may see another end than we do
    options = headers.get("Connection")
    if options is None:
        return version >= 1
    named = {option.strip() for option in options.lower().split(",")}
    return "close" not in named and (version >= 1 or "keep-alive" in named)


def _length(headers: Headers) -> int | None:
    given = headers.get("Content-Length")
    if given is None:
        return None
    # RFC 9110 8.6: one that is there twice is one.
    length, *more = {each.strip() for each in given.split(",")}
    if more or not (length.isascii() and length.isdigit() and len(length) <= 18):
        raise AnswerError(BAD_HEAD)
    return int(length)


def _size(line: bytes) -> int:
    size = line.partition(b";")[0].strip()
    if not re.fullmatch(rb"[0-9A-Fa-f]{1,16}", size):
        raise AnswerError(BAD_CHUNKS)
    return int(size, 16)
