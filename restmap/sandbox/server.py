"""The HTTP side: a thin layer over `Sandbox.handle`, on the loopback interface alone."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
import time
from collections.abc import Callable
from typing import cast

from ..errors import configuration_error
from ..messages import Request, Response, shown_url
from .http1 import ProtocolError, RequestReader, write_response

HOST = "127.0.0.1"

_log = logging.getLogger("restmap.sandbox")


class HttpServer:
    """Serves one function by HTTP from a thread of its own; requests are answered one by one.

    answer: takes a request and returns its response; it does not raise. port: 0 for a free one.
    """

    def __init__(self, answer: Callable[[Request], Response], port: int = 0) -> None:
        self._answer = answer
        self._port = port
        self._socket: socket.socket | None = None
        self._thread: threading.Thread | None = None

    @property
    def started(self) -> bool:
        """Whether it serves now."""
        return self._thread is not None

    @property
    def url(self) -> str:
        """Its address."""
        if self._socket is None:
            raise configuration_error(
                "the sandbox is not started, and has no address.", "Use it in `with`."
            )
        return f"http://{HOST}:{self._socket.getsockname()[1]}"

    def start(self) -> None:
        """Begin to serve; it may be called again while it does.

        Raises ConfigurationError where the port is taken.
        """
        if self.started:
            return
        # Already listening when this returns: no client comes too early.
        self._socket = listening(self._port)
        self._loop = asyncio.new_event_loop()
        self._end = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="restmap-sandbox", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End: when this returns there is no thread and no open connection."""
        if self._thread is None:
            return
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join()
        self._thread = self._socket = None

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        assert self._socket is not None
        host, port = self._socket.getsockname()
        connections: set[Connection] = set()
        server = await self._loop.create_server(
            lambda: Connection(self._answer, f"{host}:{port}", connections), sock=self._socket
        )
        await self._end.wait()
        server.close()
        for each in list(connections):
            each.abort()
        while connections:
            await asyncio.sleep(0)


def listening(port: int) -> socket.socket:
    """A socket that listens on loopback; ConfigurationError where the port is taken, or none."""
    reason = "it is not between 0 and 65535"
    if 0 <= port <= 65535:
        try:
            return socket.create_server((HOST, port), backlog=256)
        except OSError as error:
            reason = str(error.strerror or error)
    raise configuration_error(
        f"the port {port} cannot be used: {reason}.", "Leave it out for a free one."
    )


class Connection(asyncio.Protocol):
    """One connection: bytes in, answers out, in order."""

    def __init__(
        self, answer: Callable[[Request], Response], address: str, all_of_them: set[Connection]
    ) -> None:
        self._answer = answer
        self._reader = RequestReader(address)
        self._all = all_of_them
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The peer is there."""
        self._transport = cast("asyncio.Transport", transport)
        self._all.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """The peer is gone."""
        self._all.discard(self)

    def abort(self) -> None:
        """End the connection at once."""
        assert self._transport is not None
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Answer every request that is whole by now."""
        transport = self._transport
        assert transport is not None
        self._reader.feed(data)
        try:
            while not transport.is_closing() and (arrived := self._reader.next_request()):
                written = self._written(arrived.request, keep_alive=arrived.keep_alive)
                transport.write(written)  # head and body at once: one segment for most
                if not arrived.keep_alive:
                    transport.close()
        except ProtocolError as error:
            response = Response(error.status, {"Content-Type": "text/plain"}, str(error).encode())
            transport.write(write_response(response, keep_alive=False))
            transport.close()

    def _written(self, request: Request, *, keep_alive: bool) -> bytes:
        began = time.perf_counter()
        response = self._answer(request)
        if _log.isEnabledFor(logging.INFO):
            milliseconds = 1000 * (time.perf_counter() - began)
            where, status = shown_url(request.url), response.status
            _log.info("%s %s %d %.1f ms", request.method, where, status, milliseconds)
        with_body = request.method != "HEAD"
        return write_response(response, with_body=with_body, keep_alive=keep_alive)
