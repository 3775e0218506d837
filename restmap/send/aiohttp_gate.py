"""Connections of aiohttp, watched: whether a request may have left, and what nobody asked for."""

from __future__ import annotations

import asyncio
import select
from contextvars import ContextVar
from typing import TYPE_CHECKING

from aiohttp import ClientRequest, ClientTimeout, TCPConnector

if TYPE_CHECKING:
    from aiohttp.client_proto import ResponseHandler
    from aiohttp.connector import Connection
    from aiohttp.streams import StreamReader
    from aiohttp.tracing import Trace

_END_OF_HEAD = b"\r\n\r\n"


class Attempt:
    """One request on its way.

    sent: whether a byte of it may have left. gate: that of its connection.
    """

    __slots__ = ("_content", "_failure", "gate", "sent")

    def __init__(self) -> None:
        self.sent = False
        self.gate: Gate | None = None
        self._content: StreamReader | None = None
        self._failure: BaseException | None = None

    def watch(self, content: StreamReader) -> None:
        """The head of the answer is there, and this is its body."""
        self._content = content
        self._end_content()

    def fail(self, failure: BaseException) -> None:
        """What arrived is no HTTP."""
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


CURRENT_ATTEMPT: ContextVar[Attempt] = ContextVar("CURRENT_ATTEMPT")


class Gate(asyncio.Protocol):
    """Stands between a connection and aiohttp, and hands on what arrives.

    Bytes that come when no request is under way close the connection: they would be read as the
    next answer. Heads are handed on apart from what follows: where that is no HTTP, as the body
    of a 204, aiohttp would not return the answer before it either.
    """

    def __init__(self, inner: ResponseHandler, transport: asyncio.Transport) -> None:
        self.inner = inner
        self.owner: Attempt | None = None
        self._transport = transport
        self._in_head = False
        self._line = b""
        self._tail = b""

    def open(self, owner: Attempt) -> None:
        """A request is about to be sent."""
        self.owner = owner
        self._in_head = True
        self._line = self._tail = b""

    def abort(self) -> None:
        """Close the connection at once."""
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Hand on what arrived."""
        owner = self.owner
        if owner is None:
            self.abort()
            return
        while self._in_head and data:
            self._line = self._line or data[:10]
            joined = self._tail + data
            end = joined.find(_END_OF_HEAD)
            if end < 0:
                self._tail = joined[-3:]
                break
            length = end + len(_END_OF_HEAD) - len(self._tail)
            head, data = data[:length], data[length:]
            # RFC 9110 15.2: behind an interim answer, "HTTP/1.1 1…", there is another head.
            self._in_head = self._line[9:10] == b"1"
            self._line = self._tail = b""
            self.inner.data_received(head)
        if data:
            self.inner.data_received(data)
        failure = self.inner.exception()
        if failure is not None:
            owner.fail(failure)

    def eof_received(self) -> None:
        """Hand on."""
        self.inner.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        """Hand on."""
        self.inner.connection_lost(exc)

    def pause_writing(self) -> None:
        """Hand on."""
        self.inner.pause_writing()

    def resume_writing(self) -> None:
        """Hand on."""
        self.inner.resume_writing()


class GatedConnector(TCPConnector):
    """Gives connections with a gate, none of them with unread bytes."""

    async def connect(
        self, req: ClientRequest, traces: list[Trace], timeout: ClientTimeout
    ) -> Connection:
        """A connection, and from now on the request may have left."""
        attempt = CURRENT_ATTEMPT.get()
        while True:
            connection = await super().connect(req, traces, timeout)
            if not _is_soiled(connection):
                break
            connection.close()
        attempt.gate = _gate_of(connection)
        if attempt.gate is not None:
            attempt.gate.open(attempt)
        attempt.sent = True
        return connection


def _is_soiled(connection: Connection) -> bool:
    """Whether a connection that was used before has bytes that nobody asked for."""
    transport, protocol = connection.transport, connection.protocol
    if transport is None or not isinstance(transport.get_protocol(), Gate):
        return False
    return protocol is None or protocol.should_close or _has_unread(transport)


def _has_unread(transport: asyncio.Transport) -> bool:
    """Whether the system holds bytes that the event loop has not read."""
    sock = transport.get_extra_info("socket")
    if sock is None or sock.fileno() < 0:
        return False
    if not hasattr(select, "poll"):  # Windows
        return bool(select.select([sock.fileno()], [], [], 0)[0])
    poll = select.poll()
    poll.register(sock.fileno(), select.POLLIN)
    return bool(poll.poll(0))


def _gate_of(connection: Connection) -> Gate | None:
    """The gate of a connection, built when it is new; None where it is lost already."""
    transport, protocol = connection.transport, connection.protocol
    if transport is None or protocol is None:
        return None
    gate = transport.get_protocol()
    if not isinstance(gate, Gate):
        gate = Gate(protocol, transport)
        transport.set_protocol(gate)
    return gate
