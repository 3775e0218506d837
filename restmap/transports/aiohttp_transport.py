"""HTTP by aiohttp: the transport of awaited calls, with connections for each event loop."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator, Callable
from functools import lru_cache, partial
from ssl import SSLContext
from typing import Any

import aiohttp
from attrs import define, evolve
from yarl import URL

from ..errors import RestmapError, configuration_error
from ..messages import Headers, Request, Response
from .aiohttp_errors import (
    ERRORS,
    FAILURES,
    is_undecodable,
    send_once,
    shown_cause,
    tunnel_status,
)
from .body_limit import BodyLimit, as_sent
from .connection import DEFAULT_SETTINGS, ConnectionSettings, refuse_settings_of_connections
from .failures import InterimError, response_error
from .request_check import check_request
from .routes import Route, Routes
from .tls import tls_context

# Those that aiohttp decompresses; for two of them it needs a package, and says so.
_CODINGS = ("gzip", "deflate", "br", "zstd")

# As urllib3 has it; aiohttp's own bound is too little for some signed links.
_MAX_LINE_BYTES = 64 * 1024


@define(eq=False, repr=False)
class _Held:
    """The session of an event loop, what closes it, and how many requests are under way."""

    session: aiohttp.ClientSession
    generator: AsyncGenerator[aiohttp.ClientSession] | None
    sending: int = 0


class AiohttpTransport:
    """Sends by aiohttp: connections pooled, certificates verified, redirects not followed.

    settings: proxy, certificates, the bound on bodies. `pool_size` is not kept to: as many
    connections as are in use at a time stay open for the 15 seconds after. session: an
    `aiohttp.ClientSession` of your own, whose proxy, certificates, cookies and connections are
    used as they are; it is not closed with the transport, and serves the event loop it was made
    in. Without it each event loop has connections of its own, which it closes when it ends, as
    `asyncio.run` and `asyncio.Runner` end it. Pickling keeps the settings.
    """

    def __init__(
        self,
        settings: ConnectionSettings = DEFAULT_SETTINGS,
        *,
        session: aiohttp.ClientSession | None = None,
    ) -> None:
        if session is not None:
            refuse_settings_of_connections(settings, "session")
        self.settings = settings
        self._given = session
        self._routes = Routes(settings if session is None else evolve(settings, proxy=""))
        self._tls: SSLContext | None = None
        self._held: dict[asyncio.AbstractEventLoop, _Held] = {}

    async def send(self, request: Request) -> Response:
        """Send one request and return its response, whatever its status.

        Raises what Urllib3Transport.send raises, with the same meaning. Cancelling closes the
        connection.
        """
        check_request(request)
        route, target = self._routes.route(request)
        options = self._options(request, route)
        loop, timeout = asyncio.get_running_loop(), request.timeout
        begun = loop.time()
        held = self._held.get(loop) or await self._hold(loop)
        if not held.sending:
            await asyncio.sleep(0)  # for the event loop to notice what was closed meanwhile
        held.sending += 1
        try:
            async with held.session.request(
                request.method,
                URL(route.origin + target, encoded=True),
                data=as_sent(request.body),
                timeout=_aiohttp_timeout(timeout.connect, timeout.read, timeout.total),
                allow_redirects=False,
                auto_decompress=True,
                raise_for_status=False,
                max_line_size=_MAX_LINE_BYTES,
                max_field_size=_MAX_LINE_BYTES,
                **options,
            ) as response:
                try:
                    return await self._read(request, response)
                except BaseException:
                    response.close()  # what is left of it must not become the next response
                    raise
        except FAILURES as error:
            cause = shown_cause(error)
            failure = self._failure(error, request, route, loop.time() - begun)
        finally:
            held.sending -= 1
        # Not inside the `except`: aiohttp's error would be the context of ours, and holds what a
        # proxy was sent.
        raise failure from cause

    async def _read(self, request: Request, response: aiohttp.ClientResponse) -> Response:
        # Not its `headers`: those that are not UTF-8 would differ from urllib3's.
        raw = response.raw_headers
        headers = Headers([(name.decode("latin-1"), text.decode("latin-1")) for name, text in raw])
        status = response.status
        if status < 200:
            raise InterimError(f"the status is {status}")
        body = BodyLimit(request, status, headers, self.settings.max_body_bytes, _CODINGS)
        try:
            while piece := await response.content.readany():
                body.add(piece)
        except aiohttp.ClientPayloadError as error:
            if not is_undecodable(error):
                raise
            raise body.unreadable() from error
        return Response(status, headers, body.whole())

    def _failure(
        self, error: Exception, request: Request, route: Route, seconds: float
    ) -> RestmapError:
        if is_undecodable(error):
            found = "the body of the response has a coding that aiohttp lacks a package for."
            remedy = "Ask for another one: Accept-Encoding: gzip."
            return response_error(request, None, found, remedy)
        return ERRORS.failure(error, request, route.proxy, seconds, tunnel_status(error))

    def _options(self, request: Request, route: Route) -> dict[str, Any]:
        """The headers of a request, and how aiohttp is to connect for it."""
        proxy, headers = route.proxy, request.headers
        options: dict[str, Any] = {"headers": headers}
        if self._given is None and route.has_tls:
            self._tls = self._tls or tls_context(self.settings)
            options["ssl"] = self._tls
        if proxy is None:
            return options
        if proxy.is_socks:
            raise configuration_error(
                f"aiohttp cannot use the SOCKS proxy {proxy.url}.",
                "Give it a session that can, AiohttpTransport(session=…) with the connector of "
                "aiohttp-socks, or use the verbs without _async.",
                "ConnectionSettings.proxy",
            )
        if not route.is_https:
            options["headers"] = {**headers, **proxy.headers}
        return {**options, "proxy": proxy.url, "proxy_headers": proxy.headers}

    async def _hold(self, loop: asyncio.AbstractEventLoop) -> _Held:
        for other in list(self._held):  # event loops of other threads come and go meanwhile
            if other.is_closed():
                self._held.pop(other, None)
        if self._given is not None:
            held = _Held(self._given, None)
        else:
            # An event loop closes the asynchronous generators it has begun when it ends. That
            # closes the connections while they still can be; afterwards nothing could.
            generator = self._session(loop)
            held = _Held(await anext(generator), generator)
        self._held[loop] = held
        return held

    async def _session(
        self, loop: asyncio.AbstractEventLoop
    ) -> AsyncGenerator[aiohttp.ClientSession]:
        session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            cookie_jar=aiohttp.DummyCookieJar(),
            middlewares=(send_once,),
        )
        try:
            yield session
        finally:
            self._held.pop(loop, None)
            await session.close()

    async def close(self) -> None:
        """Close the connections of this event loop. Safe to repeat."""
        held = self._held.pop(asyncio.get_running_loop(), None)
        if held is not None and held.generator is not None:
            await held.generator.aclose()

    def __repr__(self) -> str:
        return f"AiohttpTransport({self.settings!r})"

    def __reduce__(self) -> tuple[Callable[..., AiohttpTransport], tuple[Any, ...]]:
        return partial(AiohttpTransport, session=self._given), (self.settings,)


@lru_cache(maxsize=256)
def _aiohttp_timeout(
    connect: float | None, read: float | None, total: float | None
) -> aiohttp.ClientTimeout:
    # A little less than the whole for connecting, so that it is known that nothing was sent. A
    # threshold, since aiohttp rounds up what is longer.
    bounds = (connect, total and total * 0.99)
    return aiohttp.ClientTimeout(
        total=total,
        connect=min((each for each in bounds if each is not None), default=None),
        sock_read=read,
        ceil_threshold=math.inf,
    )
