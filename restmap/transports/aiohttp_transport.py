"""HTTP by aiohttp: the transport of awaited calls, with a session for each event loop."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator, Callable, Mapping
from functools import cached_property, lru_cache, partial
from ssl import SSLContext
from typing import Any

import aiohttp
from attrs import frozen
from yarl import URL

from ..errors import configuration_error
from ..messages import Headers, Request, Response
from ..plan.operation import IDEMPOTENT_METHODS
from .aiohttp_body import AwaitedBody, streamable_body
from .aiohttp_errors import ERRORS, FAILURES, send_once, shown_cause
from .connection import (
    DEFAULT_SETTINGS,
    MAX_ORIGINS,
    ConnectionSettings,
    refuse_settings_of_connections,
)
from .failures import latest_connection
from .proxies import proxy_for
from .proxy import Proxy
from .request_check import check_request
from .response_body import ResponseBuilder
from .sent_request import complete_headers
from .tls import tls_context
from .urls import normalize_origin, split_url

# The limit of http.client. The default of aiohttp is too small for some signed links.
_MAX_LINE_BYTES = 64 * 1024


@frozen(eq=False, repr=False)
class _Route:
    """How requests to an origin are sent: with the options of TLS and of the proxy."""

    origin: str
    options: Mapping[str, Any]
    headers: Mapping[str, str] = {}
    proxy: Proxy | None = None


_LoopSession = tuple[aiohttp.ClientSession, AsyncGenerator[aiohttp.ClientSession]]
"""The session of an event loop, and the generator that closes it."""


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
        self._routes: dict[str, _Route] = {}
        self._sessions: dict[asyncio.AbstractEventLoop, _LoopSession] = {}

    async def send(self, request: Request) -> Response:
        """Send one request and return its response, whatever its status.

        Raises the errors of Urllib3Transport.send, with the same meaning. Cancelling the task
        closes the connection.
        """
        check_request(request)
        loop, timeout, proxy = asyncio.get_running_loop(), request.timeout, None
        started = loop.time()
        body = streamable_body(request.body)
        is_resent = self._given is None and request.method in IDEMPOTENT_METHODS
        try:
            origin, target = split_url(request.url)
            route = self._routes.get(origin) or self._add_route(origin)
            proxy = route.proxy
            session = self._given or await self._session(loop)
            response = await session.request(
                request.method,
                URL(route.origin + target, encoded=True),
                headers={**complete_headers(request), **route.headers},
                data=body,
                timeout=_aiohttp_timeout(timeout.connect, timeout.read, timeout.total),
                allow_redirects=False,
                auto_decompress=False,
                raise_for_status=False,
                max_line_size=_MAX_LINE_BYTES,
                max_field_size=_MAX_LINE_BYTES,
                middlewares=(send_once,) if is_resent else None,
                **route.options,
            )
            try:
                builder = self._builder(request, response)
                if builder.stays_open:
                    pieces = _pieces(response, builder, proxy, started)
                    return builder.open_response(pieces, response.close)
                while received := await response.content.readany():
                    for piece in builder.decoded(received):
                        builder.add(piece)
                builder.check_end()
            except BaseException:
                response.close()  # the rest of it must not become the next response
                raise
            async with response:  # waits for a request body that is still being sent
                return builder.response()
        except FAILURES as error:
            failure = ERRORS.failure(error, request, proxy, loop.time() - started)
            cause = shown_cause(error)
        if isinstance(body, AwaitedBody) and body.failure is not None:
            raise body.failure
        # Raised outside the `except`, or else aiohttp's error, which holds the headers for a proxy,
        # would be the context of ours.
        raise failure from cause

    def _builder(self, request: Request, response: aiohttp.ClientResponse) -> ResponseBuilder:
        # Not `response.headers`: values that are not UTF-8 would differ from those of urllib3.
        raw = response.raw_headers
        headers = Headers([(name.decode("latin-1"), text.decode("latin-1")) for name, text in raw])
        limit = self.settings.max_body_bytes
        return ResponseBuilder(request, response.status, headers, limit)

    def _add_route(self, origin: str) -> _Route:
        if len(self._routes) >= MAX_ORIGINS:
            self._routes.clear()
        route = self._routes[origin] = self._make_route(normalize_origin(origin))
        return route

    def _make_route(self, origin: str) -> _Route:
        if self._given is not None:
            return _Route(origin, {})
        proxy, is_https = proxy_for(origin, self.settings), origin.startswith("https")
        tls = {"ssl": self._tls} if is_https or (proxy and proxy.url.startswith("https")) else {}
        if proxy is None:
            return _Route(origin, tls)
        if proxy.is_socks:
            raise configuration_error(
                f"aiohttp cannot use the SOCKS proxy {proxy.url}.",
                "Use AiohttpTransport(session=…) with the connector of aiohttp-socks, or the verbs "
                "without _async.",
                "ConnectionSettings.proxy",
            )
        options = {**tls, "proxy": proxy.url, "proxy_headers": proxy.headers}
        # aiohttp sends `proxy_headers` with CONNECT alone, which only https needs.
        return _Route(origin, options, {} if is_https else proxy.headers, proxy)

    @cached_property
    def _tls(self) -> SSLContext:
        return tls_context(self.settings)

    async def _session(self, loop: asyncio.AbstractEventLoop) -> aiohttp.ClientSession:
        if loop in self._sessions:
            await asyncio.sleep(0)  # lets the event loop notice connections that the server closed
            return self._sessions[loop][0]
        for other in list(self._sessions):  # other threads may add and remove event loops meanwhile
            if other.is_closed():
                self._sessions.pop(other, None)
        # An event loop that ends closes the asynchronous generators that it started. So the
        # connections are closed while the loop can still do that.
        generator = self._open(loop)
        session = await anext(generator)
        self._sessions[loop] = session, generator
        return session

    async def _open(self, loop: asyncio.AbstractEventLoop) -> AsyncGenerator[aiohttp.ClientSession]:
        session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            cookie_jar=aiohttp.DummyCookieJar(),
        )
        try:
            yield session
        finally:
            self._sessions.pop(loop, None)
            await session.close()

    async def close(self) -> None:
        """Close the connections of this event loop. Safe to repeat."""
        loop = asyncio.get_running_loop()
        if loop in self._sessions:
            _, generator = self._sessions.pop(loop)
            await generator.aclose()

    def __repr__(self) -> str:
        return f"AiohttpTransport({self.settings!r})"

    def __reduce__(self) -> tuple[Callable[..., AiohttpTransport], tuple[Any, ...]]:
        return partial(AiohttpTransport, session=self._given), (self.settings,)


async def _pieces(
    response: aiohttp.ClientResponse, builder: ResponseBuilder, proxy: Proxy | None, started: float
) -> AsyncGenerator[bytes]:
    """The pieces of an open response, with the errors that `send` raises."""
    try:
        while received := await response.content.readany():
            for piece in builder.decoded(received):
                yield piece
        builder.check_end()
        return
    except FAILURES as error:
        seconds = asyncio.get_running_loop().time() - started
        failure, cause = ERRORS.failure(error, builder.request, proxy, seconds), shown_cause(error)
    raise failure from cause


@lru_cache(maxsize=256)
def _aiohttp_timeout(
    connect: float | None, read: float | None, total: float | None
) -> aiohttp.ClientTimeout:
    bounds = (connect, total and latest_connection(total))
    return aiohttp.ClientTimeout(
        total=total,
        connect=min((each for each in bounds if each is not None), default=None),
        sock_read=read,
        ceil_threshold=math.inf,  # above it, aiohttp would round up to whole seconds
    )
