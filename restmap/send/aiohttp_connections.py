"""Connections of aiohttp, with a protocol of our own: what is sent and read on them.

aiohttp looks up names, connects, speaks TLS, asks proxies for tunnels, and keeps connections.
Its own protocol would send some requests twice, and read on where nobody asked.
"""

from __future__ import annotations

import asyncio
import math
import select
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from aiohttp import ClientRequest, ClientTimeout, TCPConnector
from multidict import CIMultiDict
from yarl import URL

from ..errors import ResponseError
from .alarm import Alarm
from .answer_reader import AnswerReader
from .failures import AnswerError
from .route import Route, kept

if TYPE_CHECKING:
    from aiohttp.client_proto import ResponseHandler
    from aiohttp.connector import Connection

    from ..messages import Response

# As much as asyncio receives at a time.
_ROOM_BYTES = 256 * 1024


class AnswerProtocol(asyncio.BufferedProtocol):
    """Sends one request after the other on a connection, and reads the answer to each.

    Bytes that come while none is under way close the connection: they would be read as the next
    answer.

    inner: aiohttp's protocol, which is told when the connection is lost. transport: of the
    connection. room: where all connections of an event loop receive, one after the other: for one
    of its own, asyncio would ask the system each time.
    """

    def __init__(
        self, inner: ResponseHandler, transport: asyncio.Transport, room: memoryview
    ) -> None:
        self._inner = inner
        self._transport = transport
        self._room = room
        self._reader: AnswerReader | None = None
        self._waiter: asyncio.Future[Response] | None = None
        self._alarm = Alarm(lambda: self._fail(TimeoutError("the time is over")))
        self._has_unread = _unread_of(transport)
        self._is_used = False

    def is_soiled(self) -> bool:
        """Whether the connection was used before and has bytes that nobody asked for."""
        return self._is_used and self._has_unread()

    async def exchange(
        self, message: bytes, reader: AnswerReader, ends: float, patience: float
    ) -> Response:
        """Send a request and return its answer.

        ends: when it is to be over, in seconds of the event loop's clock. patience: seconds from
        one sign of life to the next. Raises TimeoutError, OSError, and what the reader raises.
        """
        self._is_used = True
        self._reader = reader
        self._waiter = asyncio.get_running_loop().create_future()
        self._alarm.set(ends, patience)
        self._transport.write(message)
        try:
            return await self._waiter
        finally:
            self._reader = self._waiter = None
            if self._transport.get_write_buffer_size():
                reader.keeps_connection = False  # it answered before it had read all

    def abort(self) -> None:
        """Close the connection at once."""
        self._transport.abort()

    def get_buffer(self, sizehint: int) -> memoryview:
        """Where to receive."""
        return self._room

    def buffer_updated(self, nbytes: int) -> None:
        """Read what arrived."""
        if self._reader is None:
            self.abort()
            return
        self._alarm.note_progress()
        self._feed(self._reader, bytes(self._room[:nbytes]))

    def _feed(self, reader: AnswerReader, data: bytes) -> None:
        try:
            reader.feed(data)
        except (AnswerError, ResponseError) as error:
            self._fail(error)
            return
        if reader.response is not None:
            self._reader = None
            if self._waiter is not None and not self._waiter.done():
                self._waiter.set_result(reader.response)

    def _fail(self, failure: BaseException) -> None:
        self._reader = None
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(failure)

    def eof_received(self) -> None:
        """The other side sends no more, though the request may still be on its way."""
        if self._reader is not None:
            self._feed(self._reader, b"")

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more will come."""
        self._alarm.stop()
        if self._reader is not None:
            if exc is None:
                self._feed(self._reader, b"")
            else:
                self._fail(exc)
        self._inner.connection_lost(exc)

    def pause_writing(self) -> None:
        """It is the other side that does not read now: it is not waited for."""
        self._alarm.wait(False)

    def resume_writing(self) -> None:
        """It is waited for again."""
        self._alarm.wait(True)


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


class Connections:
    """The connections of the running event loop, kept for 15 seconds."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._connector = TCPConnector(limit=0)
        self._room = memoryview(bytearray(_ROOM_BYTES))
        self._wanted: dict[str, ClientRequest] = {}

    @property
    def is_closed(self) -> bool:
        """Whether they are."""
        return self._connector.closed

    async def connect(
        self, route: Route, seconds: float | None
    ) -> tuple[Connection, AnswerProtocol]:
        """A connection with nothing unread. seconds: that it may take to make a new one.

        Raises TimeoutError, aiohttp's errors, and ValueError for what is no address.
        """
        wanted = self._wanted.get(route.origin) or self._want(route)
        while True:
            connection = await self._connector.connect(wanted, [], _time_to_connect(seconds))
            protocol = self._protocol_of(connection)
            if protocol is not None and not protocol.is_soiled():
                return connection, protocol
            connection.close()

    def _want(self, route: Route) -> ClientRequest:
        """What aiohttp is asked for a connection with."""
        proxy = route.proxy
        # aiohttp puts the host among them, and looks for kept connections by all of them.
        headers = {"Host": route.host, **proxy.headers} if proxy and route.is_https else {}
        wanted = ClientRequest(
            "GET",
            URL(route.origin),
            loop=self._loop,
            ssl=route.tls or True,
            proxy=URL(proxy.url) if proxy else None,
            proxy_headers=CIMultiDict(headers),
        )
        return kept(self._wanted, route.origin, wanted)

    def _protocol_of(self, connection: Connection) -> AnswerProtocol | None:
        """Our protocol on a connection; None where it is lost already."""
        transport, inner = connection.transport, connection.protocol
        if transport is None or inner is None:
            return None
        protocol = transport.get_protocol()
        if not isinstance(protocol, AnswerProtocol):
            protocol = AnswerProtocol(inner, transport, self._room)
            transport.set_protocol(protocol)
        return protocol

    async def close(self) -> None:
        """Close them."""
        await self._connector.close()


@lru_cache(maxsize=256)
def _time_to_connect(seconds: float | None) -> ClientTimeout:
    # From the connection on, its protocol keeps the time. A threshold: aiohttp would round up.
    return ClientTimeout(total=None, connect=seconds, ceil_threshold=math.inf)
