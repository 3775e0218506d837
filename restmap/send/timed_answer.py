"""HTTP answers read from a socket under a deadline: http.client's, with what it leaves open.

http.client waits for each piece of an answer, but not for the whole; reads heads of 6 MiB; takes
interim answers for final ones; and forgets bytes that came behind an answer.
"""

from __future__ import annotations

import io
import re
import socket
import threading
from collections.abc import Callable, Iterable
from http.client import (
    BadStatusLine,
    HTTPException,
    HTTPMessage,
    HTTPResponse,
    IncompleteRead,
    LineTooLong,
    RemoteDisconnected,
    UnknownProtocol,
)
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

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
    STATUSES_WITHOUT_BODY,
    Reason,
    tunnel_reason,
)

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class BadHeadError(HTTPException):
    """A head that does not say how to read the answer."""


class HeadTooLargeError(HTTPException):
    """A head larger than MOST_HEAD_BYTES."""


class BadChunkError(HTTPException):
    """A chunk that does not say how long it is."""


class Exchange:
    """One request and its answer, as the connection sees them.

    total: seconds from now to the end of the answer, or None. sent: whether a byte of the request
    may have left.
    """

    __slots__ = ("_deadline", "sent")

    def __init__(self, total: float | None) -> None:
        self._deadline = None if total is None else monotonic() + total
        self.sent = False

    def seconds_left(self) -> float | None:
        """Until the deadline; None without one. Raises TimeoutError where it is over."""
        if self._deadline is None:
            return None
        left = self._deadline - monotonic()
        if left <= 0:
            raise TimeoutError("the time for the whole exchange is over")
        return left

    def is_over(self) -> bool:
        """Whether the deadline has come."""
        # A socket may give up a little before the time it was given.
        return self._deadline is not None and monotonic() >= self._deadline - 0.002


class CurrentExchange(threading.local):
    """The exchange of this thread: a pool hands its connections no more than numbers."""

    exchange = Exchange(None)


CURRENT = CurrentExchange()


class TimedReader(io.RawIOBase):
    """Reads from a socket for no longer than its exchange may take.

    The socket's own timeout is for each piece; it is only ever shortened here.
    """

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, exchange: Exchange) -> None:
        self._raw = raw
        self._socket = sock
        self._exchange = exchange
        self._is_head = True
        self._head_bytes = 0
        self._ended = False

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        """Read what is there, or wait for something."""
        if self._ended:
            return 0
        left = self._exchange.seconds_left()
        if left is not None:
            timeout = self._socket.gettimeout()
            if timeout is None or left < timeout:
                self._socket.settimeout(left)
        count = self._raw.readinto(buffer)
        if self._is_head and count:
            self._head_bytes += count
            if self._head_bytes > MOST_HEAD_BYTES:
                raise HeadTooLargeError(f"more than {MOST_HEAD_BYTES} bytes")
        return count

    def end_head(self) -> None:
        """What comes now is the body."""
        self._is_head = False

    def end(self) -> bool:
        """Read no more; whether TLS holds bytes that are not read."""
        self._ended = True
        pending: Callable[[], int] | None = getattr(self._socket, "pending", None)
        return pending is not None and self._socket.fileno() >= 0 and pending() > 0

    def close(self) -> None:
        """Let go of the socket."""
        if not self.closed:
            self._raw.close()
            super().close()


class AnswerReader(io.BufferedReader):
    """The bytes of one answer; tells when more came than belong to it."""

    def __init__(self, raw: TimedReader, on_stray: Callable[[], None]) -> None:
        super().__init__(raw)
        self._on_stray = on_stray

    def close(self) -> None:
        """End reading; http.client does at the last byte of an answer."""
        if not self.closed:
            in_tls = cast("TimedReader", self.raw).end()
            if in_tls or self.peek(1):
                self._on_stray()
        super().close()


# RFC 9112 7.1: a size in hexadecimal digits, and extensions that nobody uses.
_MOST_CHUNK_LINE = 4096


def _is_name(text: str) -> bool:
    # RFC 9110 5.6.2, and what else is printable: http.client takes it, and servers send it.
    return text.isascii() and text.isprintable() and " " not in text and text != ""


def read_headers(file: io.BufferedIOBase) -> HTTPMessage:
    """The headers of a head, up to the empty line.

    In place of http.client's, which takes them for those of an e-mail: that is a third of all the
    time a small answer takes, and a line that is no header hides those that follow.
    Raises HTTPException for what is none, or too large.
    """
    pairs: list[tuple[str, str]] = []
    while line := file.readline(MOST_LINE_BYTES + 1).decode("latin-1"):
        if len(line) > MOST_LINE_BYTES:
            raise LineTooLong("header line")
        text = line.rstrip("\r\n")
        if not text:
            break
        if text[0] in " \t":  # RFC 9112 5.2: the line before goes on
            if not pairs:
                raise BadHeadError("it begins with the rest of a header")
            name, value = pairs.pop()
            pairs.append((name, f"{value} {text.strip()}"))
            continue
        name, colon, value = text.partition(":")
        if not colon or not _is_name(name):
            raise BadHeadError("a line is no header")
        pairs.append((name, value.strip(" \t")))
        if len(pairs) > MOST_HEADERS:
            raise HeadTooLargeError(f"more than {MOST_HEADERS} headers")
    headers = HTTPMessage()
    for name, value in pairs:
        headers.set_raw(name, value)
    return headers


class TimedAnswer(HTTPResponse):
    """http.client's answer, read by a TimedReader. on_stray: called if bytes came behind it."""

    def __init__(
        self,
        sock: socket.socket,
        debuglevel: int = 0,
        method: str | None = None,
        url: str | None = None,
        *,
        on_stray: Callable[[], None],
    ) -> None:
        super().__init__(sock, debuglevel, method, url)
        buffered: Any = self.fp
        self._reader = TimedReader(buffered.detach(), sock, CURRENT.exchange)
        self.fp = AnswerReader(self._reader, on_stray)

    if TYPE_CHECKING:
        # What http.client has of its own, and checkers do not know.
        _method: str | None

        def _read_status(self) -> tuple[str, int, str]: ...
        def _check_close(self) -> bool: ...

    def begin(self) -> None:
        """Read the head; raises HTTPException for one that does not say how to go on."""
        while True:
            version, status, reason = self._read_status()
            if version not in ("HTTP/0.9", "HTTP/1.0") and not version.startswith("HTTP/1."):
                raise UnknownProtocol(version)
            headers = read_headers(self.fp)
            if status == 101:
                raise BadHeadError("it switches protocols, which was not asked for")
            # RFC 9110 15.2: interim answers may come before the final one.
            if status >= 200:
                break
        self._reader.end_head()
        self.code = self.status = status
        self.reason = reason.strip()
        self.version = 10 if version in ("HTTP/0.9", "HTTP/1.0") else 11
        self.headers = self.msg = headers
        self._find_end(headers)

    def _find_end(self, headers: HTTPMessage) -> None:
        """Where the body ends (RFC 9112 6.3), and whether the connection does with it."""
        coding = (headers.get("Transfer-Encoding") or "identity").lower()
        self.chunked = coding == "chunked"
        self.chunk_left = None
        if not self.chunked and coding != "identity":
            raise BadHeadError("an unknown transfer coding")
        self.length = None
        given: list[str] = headers.get_all("Content-Length", [])
        lengths = set[str]() if self.chunked else set(given)
        if self._method == "HEAD" or self.status in STATUSES_WITHOUT_BODY:
            self.length = 0
        elif lengths:
            length = lengths.pop()
            if lengths or not (length.isascii() and length.isdigit() and len(length) < 20):
                raise BadHeadError("its length is no number, or several")
            self.length = int(length)
        until_closed = not self.chunked and self.length is None
        self.will_close = until_closed or self._check_close()

    def _read_next_chunk_size(self) -> int:
        # In place of http.client's, which takes a size of -1 and then reads without end, and
        # calls a size that is none a truncated answer.
        line = self.fp.readline(_MOST_CHUNK_LINE)
        if not line.endswith(b"\n"):
            raise IncompleteRead(b"") if len(line) < _MOST_CHUNK_LINE else BadChunkError("no end")
        size = line.partition(b";")[0].strip()
        if not re.fullmatch(rb"[0-9a-fA-F]{1,16}", size):
            raise BadChunkError("its size is no number")
        return int(size, 16)


# What is more special comes first: RemoteDisconnected is a BadStatusLine.
_REASONS: tuple[tuple[type[Exception], Reason], ...] = (
    (RemoteDisconnected, CLOSED),
    (LineTooLong, HEAD_TOO_LARGE),
    (HeadTooLargeError, HEAD_TOO_LARGE),
    (BadHeadError, BAD_HEAD),
    (BadChunkError, BAD_CHUNKS),
    (IncompleteRead, BROKEN_OFF),
    (BadStatusLine, NOT_HTTP),
    (UnknownProtocol, NOT_HTTP),
)
_TUNNEL_REFUSED = r"Tunnel connection failed: (\d{3})"


def http_client_reason(chain: Iterable[BaseException]) -> Reason | None:
    """What http.client's errors in a chain of causes say; None where there is none."""
    for error in chain:
        for kind, reason in _REASONS:
            if isinstance(error, kind):
                return reason
        # Two failures that have no class of their own.
        if type(error) is HTTPException and "headers" in str(error):
            return HEAD_TOO_LARGE
        refused = re.match(_TUNNEL_REFUSED, str(error)) if type(error) is OSError else None
        if refused:
            return tunnel_reason(int(refused[1]))
    return None
