"""What stands between a connection and aiohttp: for the time, and for what nobody asked for."""

from __future__ import annotations

import asyncio
import math
import re
import select
from collections.abc import Callable
from typing import TYPE_CHECKING

from aiohttp import SocketTimeoutError
from aiohttp.http_exceptions import LineTooLong

from .alarm import EARLY_SECONDS, Alarm
from .failures import MOST_HEAD_BYTES, STATUSES_WITHOUT_BODY

if TYPE_CHECKING:
    from aiohttp.client_proto import ResponseHandler
    from aiohttp.streams import StreamReader

    from ..messages import Request

_END_OF_HEAD = b"\r\n\r\n"

# Of "HTTP/1.1 200".
_STATUS_BYTES = 12

_STATUSES_WITHOUT_BODY = frozenset(b"%d" % status for status in STATUSES_WITHOUT_BODY)

_find_length = re.compile(rb"\r\n[Cc]ontent-[Ll]ength: (\d{1,12})\r\n").search


def _is_body(data: bytes, head: bytes) -> bool:
    """Whether what follows a head, which says how long its body is, is nothing but that body."""
    length = _find_length(head)
    return length is not None and len(data) <= int(length[1])


class Attempt:
    """One request on its way.

    ends: when it is to be over, by the clock of the event loop. patience: seconds from one sign of
    life to the next. sent: whether a byte of it may have left. gate: that of its connection.
    """

    __slots__ = ("_content", "_failure", "ends", "gate", "is_head", "patience", "sent")

    def __init__(self, request: Request, loop: asyncio.AbstractEventLoop) -> None:
        total, read = request.timeout.total, request.timeout.read
        self.ends = math.inf if total is None else loop.time() + total
        self.patience = math.inf if read is None else read
        self.is_head = request.method == "HEAD"
        self.sent = False
        self.gate: Gate | None = None
        self._content: StreamReader | None = None
        self._failure: BaseException | None = None

    def is_over(self) -> bool:
        """Whether the time for the whole is."""
        return asyncio.get_running_loop().time() >= self.ends - EARLY_SECONDS

    def watch(self, content: StreamReader) -> None:
        """The head of the answer is there, and this is its body."""
        self._content = content
        self._end_content()

    def fail(self, failure: BaseException) -> None:
        """There will be no answer, or no more of it."""
        self._failure = failure
        self._end_content()

    def _end_content(self) -> None:
        # aiohttp tells whoever waits for a head, but not whoever reads a body: that one would
        # wait for as long as it is allowed to.
        content = self._content
        if content is not None and self._failure is not None and not content.is_eof():
            content.set_exception(self._failure)

    def end(self) -> None:
        """The answer is whole: what comes now on its connection is no part of it."""
        # Another request may have the connection already.
        if self.gate is not None and self.gate.owner is self:
            self.gate.owner = None


class Gate(asyncio.BufferedProtocol):
    """Stands between a connection and aiohttp, and hands on what arrives.

    Bytes that come when no request is under way close the connection: they would be read as the
    next answer. Heads are handed on apart from what follows, but where that is surely their body:
    where it is no HTTP, as the body of a 204, aiohttp would not return the answer before it either.
    An attempt whose time is over fails.

    room: where all connections of an event loop receive, one after the other.
    """

    def __init__(
        self, inner: ResponseHandler, transport: asyncio.Transport, room: memoryview
    ) -> None:
        self.inner = inner
        self.owner: Attempt | None = None
        self._transport = transport
        self._room = room
        self._in_head = False
        self._head_bytes = 0
        self._line = b""
        self._tail = b""
        self._alarm = Alarm(lambda: self._fail(SocketTimeoutError("the time is over")))
        self._has_unread = _unread_of(transport)
        self._is_used = False

    def is_soiled(self) -> bool:
        """Whether the connection was used before and has bytes that nobody asked for."""
        return self._is_used and (self.inner.should_close or self._has_unread())

    def open(self, owner: Attempt) -> None:
        """A request is about to be sent."""
        self.owner = owner
        self._is_used = self._in_head = True
        self._head_bytes = 0
        self._line = self._tail = b""
        self._alarm.set(owner.ends, owner.patience)

    def abort(self) -> None:
        """Close the connection at once."""
        self._transport.abort()

    def _fail(self, failure: BaseException) -> None:
        if self.owner is not None:
            self.inner.set_exception(failure)
            self.owner.fail(failure)

    def get_buffer(self, sizehint: int) -> memoryview:
        """Where to receive."""
        return self._room

    def buffer_updated(self, nbytes: int) -> None:
        """Hand on what arrived."""
        owner = self.owner
        if owner is None:
            self.abort()
            return
        self._alarm.note_progress()
        data = bytes(self._room[:nbytes])
        while self._in_head and data:
            data = self._hand_on_head(data, owner)
        if data:
            self.inner.data_received(data)
        failure = self.inner.exception()
        if failure is not None:
            owner.fail(failure)

    def _hand_on_head(self, data: bytes, owner: Attempt) -> bytes:
        """Hand on what is of a head, and return what is left to be handed on."""
        self._line = (self._line + data)[:_STATUS_BYTES]
        joined = self._tail + data
        end = joined.find(_END_OF_HEAD)
        length = len(data) if end < 0 else end + len(_END_OF_HEAD) - len(self._tail)
        self._head_bytes += length
        if self._head_bytes > MOST_HEAD_BYTES:
            self._fail(LineTooLong(b"", MOST_HEAD_BYTES))
            return b""
        if end < 0:
            self._tail = joined[1 - len(_END_OF_HEAD) :]
        else:
            status, self._line, self._tail = self._line[9:], b"", b""
            # RFC 9110 15.2: behind an interim answer, "HTTP/1.1 1…", there is another head.
            self._in_head = status[:1] == b"1"
            has_body = not (self._in_head or owner.is_head or status in _STATUSES_WITHOUT_BODY)
            if has_body and _is_body(data[length:], data[:length]):
                return data
        self.inner.data_received(data[:length])
        return data[length:]

    def eof_received(self) -> None:
        """Hand on."""
        self.inner.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        """Hand on."""
        self._alarm.stop()
        self.inner.connection_lost(exc)

    def pause_writing(self) -> None:
        """Hand on: it is the other side that does not read now."""
        self._alarm.wait(False)
        self.inner.pause_writing()

    def resume_writing(self) -> None:
        """Hand on."""
        self._alarm.wait(True)
        self.inner.resume_writing()


def _unread_of(transport: asyncio.Transport) -> Callable[[], bool]:
    """What says whether the system holds bytes that the event loop has not read."""
    sock = transport.get_extra_info("socket")
    if sock is None:
        return lambda: False
    if not hasattr(select, "poll"):  # Windows
        return lambda: sock.fileno() >= 0 and bool(select.select([sock.fileno()], [], [], 0)[0])
    poll = select.poll()
    poll.register(sock.fileno(), select.POLLIN)
    return lambda: sock.fileno() >= 0 and bool(poll.poll(0))
