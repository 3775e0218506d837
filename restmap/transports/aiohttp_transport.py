"""HTTP by aiohttp: the transport of awaited calls, with a session for each event loop."""

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
from .body_limit import BodyLimit, sendable_body
from .connection import DEFAULT_SETTINGS, ConnectionSettings, refuse_settings_of_connections
from .failures import InterimError, response_error
from .request_check import check_request
from .routes import Route, Routes
from .tls import tls_context

# The codings that aiohttp decompresses; br and zstd need an optional package.
_CODINGS = ("gzip", "deflate", "br", "zstd")

# The limit of http.client. The default of aiohttp is too small for some signed links.
_MAX_LINE_BYTES = 64 * 1024


@define(eq=False, repr=False)
class _LoopSession:
    """The session of an event loop, and the number of its requests under way.

    generator: closes the session; None for a session of the user's.
    """

    session: aiohttp.ClientSession
    generator: AsyncGenerator[aiohttp.ClientSession] | None
    requests: int = 0


class AiohttpTransport:
    """Sends by aiohttp: connections pooled, certificates verified, redirects not followed.

    settings: proxy, certificates, the maximum size of a response body. `pool_size` is not used: all
    connections that were in use at a time stay open for 15 seconds. session: an
    `aiohttp.ClientSession` of your own, whose proxy, certificates, cookies and connections are
    used unchanged; the transport does not close it, and it serves the event loop it was created
    in. Without it each event loop has a session of its own, which is closed when the loop is ended
    by `asyncio.run` or `asyncio.Runner`. A pickle holds the settings.
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
        self._sessions: dict[asyncio.AbstractEventLoop, _LoopSession] = {}

    async def send(self, request: Request) -> Response:
        """Send one request and return its response, whatever its status.

        Raises the errors of Urllib3Transport.send, with the same meaning. Cancelling the task
        closes the connection.
        """
        check_request(request)
        route, target = self._routes.route(request)
        options = self._options(request, route)
        loop, timeout = asyncio.get_running_loop(), request.timeout
        started = loop.time()
        loop_session = self._sessions.get(loop) or await self._open(loop)
        if not loop_session.requests:
            await asyncio.sleep(0)  # lets the event loop notice connections that the server closed
        loop_session.requests += 1
        try:
            async with loop_session.session.request(
                request.method,
                URL(route.origin + target, encoded=True),
                data=sendable_body(request.body),
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
                    response.close()  # the rest of it must not become the next response
                    raise
        except FAILURES as error:
            cause = shown_cause(error)
            failure = self._failure(error, request, route, loop.time() - started)
        finally:
            loop_session.requests -= 1
        # Raised outside the `except`, or else aiohttp's error, which holds the headers for a proxy,
        # would be the context of ours.
        raise failure from cause

    async def _read(self, request: Request, response: aiohttp.ClientResponse) -> Response:
        # Not `response.headers`: values that are not UTF-8 would differ from those of urllib3.
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
            found = "the response body has a coding that aiohttp needs another package for."
            remedy = "Request another one by the header Accept-Encoding: gzip."
            return response_error(request, None, found, remedy)
        return ERRORS.failure(error, request, route.proxy, seconds, tunnel_status(error))

    def _options(self, request: Request, route: Route) -> dict[str, Any]:
        """The arguments for aiohttp: headers, TLS, and the proxy."""
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
                "Use AiohttpTransport(session=…) with the connector of aiohttp-socks, or the verbs "
                "without _async.",
                "ConnectionSettings.proxy",
            )
        if not route.is_https:
            options["headers"] = {**headers, **proxy.headers}
        return {**options, "proxy": proxy.url, "proxy_headers": proxy.headers}

    async def _open(self, loop: asyncio.AbstractEventLoop) -> _LoopSession:
        for other in list(self._sessions):  # other threads may add and remove event loops meanwhile
            if other.is_closed():
                self._sessions.pop(other, None)
        if self._given is not None:
            loop_session = _LoopSession(self._given, None)
        else:
            # An event loop that ends closes the asynchronous generators that it started. So the
            # connections are closed while the loop can still do that.
            generator = self._session(loop)
            loop_session = _LoopSession(await anext(generator), generator)
        self._sessions[loop] = loop_session
        return loop_session

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
            self._sessions.pop(loop, None)
            await session.close()

    async def close(self) -> None:
        """Close the connections of this event loop. Safe to repeat."""
        loop_session = self._sessions.pop(asyncio.get_running_loop(), None)
        if loop_session is not None and loop_session.generator is not None:
            await loop_session.generator.aclose()

    def __repr__(self) -> str:
        return f"AiohttpTransport({self.settings!r})"

    def __reduce__(self) -> tuple[Callable[..., AiohttpTransport], tuple[Any, ...]]:
        return partial(AiohttpTransport, session=self._given), (self.settings,)


@lru_cache(maxsize=256)
def _aiohttp_timeout(
    connect: float | None, read: float | None, total: float | None
) -> aiohttp.ClientTimeout:
    # Connecting has a little less than the total, so that its timeout comes first and says that
    # nothing was sent. Above the threshold aiohttp would round up to whole seconds.
    bounds = (connect, total and total * 0.99)
    return aiohttp.ClientTimeout(
        total=total,
        connect=min((each for each in bounds if each is not None), default=None),
        sock_read=read,
        ceil_threshold=math.inf,
    )
