"""HTTP by aiohttp: the transport of awaited calls, with connections for each event loop."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator, Sequence

import aiohttp

from ..messages import Request, Response
from .aiohttp_connections import Connections
from .alarm import EARLY_SECONDS
from .answer_reader import AnswerReader
from .connection import ConnectionSettings, within
from .failures import (
    CLOSED,
    INVALID_URL,
    AnswerError,
    Reason,
    causes,
    known_reason,
    timeout_reason,
    transport_error,
    tunnel_reason,
)
from .route import Routing

# What aiohttp raises, and lets through.
_FAILURES = (aiohttp.ClientError, AnswerError, OSError, ValueError)

_DEFAULT_SETTINGS = ConnectionSettings()


class AiohttpTransport:
    """Sends by aiohttp: connections pooled, certificates verified, redirects not followed.

    settings: proxy, certificates, the bound on answers. `pool_size` is not kept to: as many
    connections as are in use at a time stay open for the 15 seconds after.
    Each event loop has connections of its own, which it closes when it ends, as `asyncio.run`
    and `asyncio.Runner` end it. Pickling keeps the settings.
    """

    def __init__(self, settings: ConnectionSettings = _DEFAULT_SETTINGS) -> None:
        self.settings = settings
        self._routing = Routing(settings)
        self._held: dict[
            asyncio.AbstractEventLoop, tuple[Connections, AsyncGenerator[Connections]]
        ] = {}

    async def send(self, request: Request) -> Response:
        """Send one request and return its answer, whatever its status.

        Raises what Urllib3Transport.send raises, with the same meaning. Cancelling closes the
        connection.
        """
        route, target = self._routing.route(request)
        message = route.message_of(request, target)
        reader = AnswerReader(request, self.settings.max_body_bytes)
        loop, timeout = asyncio.get_running_loop(), request.timeout
        ends = math.inf if timeout.total is None else loop.time() + timeout.total
        patience = math.inf if timeout.read is None else timeout.read
        maybe_sent = False
        try:
            connections = await self._connections(loop)
            connection, protocol = await connections.connect(
                route, within(timeout.connect, timeout.total)
            )
            try:
                maybe_sent = True
                return await protocol.exchange(message, reader, ends, patience)
            finally:
                if reader.keeps_connection:
                    connection.release()
                else:
                    protocol.abort()
                    connection.close()
        except _FAILURES as error:
            is_over = loop.time() >= ends - EARLY_SECONDS
            reason = _reason(tuple(causes(error)), request, maybe_sent, is_over)
            raised = transport_error(request, reason, maybe_sent=maybe_sent, proxy=route.proxy)
            raise raised from _shown_cause(error)

    async def _connections(self, loop: asyncio.AbstractEventLoop) -> Connections:
        held = self._held.get(loop)
        if held is None or held[0].is_closed:
            self._drop_closed_loops()
            # An event loop closes the asynchronous generators it has begun when it ends. That
            # closes the connections while they still can be; afterwards nothing could.
            generator = self._hold(loop)
            held = self._held[loop] = await anext(generator), generator
        return held[0]

    async def _hold(self, loop: asyncio.AbstractEventLoop) -> AsyncGenerator[Connections]:
        connections = Connections()
        try:
            yield connections
        finally:
            if self._held.get(loop, (None,))[0] is connections:
                self._held.pop(loop, None)
            await connections.close()

    def _drop_closed_loops(self) -> None:
        for loop in list(self._held):  # event loops of other threads come and go meanwhile
            if loop.is_closed():
                self._held.pop(loop, None)

    async def close(self) -> None:
        """Close the connections of this event loop. Safe to repeat."""
        self._drop_closed_loops()
        held = self._held.pop(asyncio.get_running_loop(), None)
        if held is not None:
            await held[1].aclose()

    def __repr__(self) -> str:
        return f"AiohttpTransport({self.settings!r})"

    def __reduce__(self) -> tuple[type[AiohttpTransport], tuple[ConnectionSettings]]:
        return AiohttpTransport, (self.settings,)


def _shown_cause(error: BaseException) -> BaseException:
    """The cause as a traceback may show it: an answer of a proxy holds what the proxy was sent."""
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return ConnectionError(f"the proxy answered {error.status} to CONNECT")
    return error


_REASONS: tuple[tuple[type[BaseException], Reason], ...] = (
    (aiohttp.InvalidURL, INVALID_URL),
    (aiohttp.ServerDisconnectedError, CLOSED),
)


def _reason(
    chain: Sequence[BaseException], request: Request, connected: bool, total_over: bool
) -> Reason:
    for error in chain:
        if isinstance(error, TimeoutError):
            return timeout_reason(request.timeout, connected=connected, total_over=total_over)
        if isinstance(error, aiohttp.ClientHttpProxyError):
            return tunnel_reason(error.status)
    return known_reason(chain, _REASONS) or Reason(
        f"aiohttp: {type(chain[0]).__name__}", transient=connected
    )
