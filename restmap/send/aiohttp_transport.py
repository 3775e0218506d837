"""HTTP by aiohttp: the transport of awaited calls, with a session for each event loop."""

from __future__ import annotations

import asyncio
import io
import math
from collections.abc import AsyncGenerator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp import http_exceptions
from yarl import URL

from ..errors import RestmapError
from ..messages import Headers, Request, Response
from .aiohttp_connector import CURRENT_ATTEMPT, GatedConnector
from .aiohttp_failures import FAILURES, SentOnceError, failure
from .aiohttp_gate import Attempt
from .body import DEFAULT_ACCEPT_ENCODING, Body, too_large
from .connection import ConnectionSettings, Proxy, proxy_for, split_url, tls_context, within
from .failures import INVALID_URL, MOST_LINE_BYTES, transport_error, wire_headers

if TYPE_CHECKING:
    import ssl

# Above this, aiohttp warns of bodies given as bytes: it would copy them at once.
_LARGE_BODY_BYTES = 2**20

_MOST_ORIGINS = 100

# aiohttp adds them where they are not skipped; and skipping what is there anyway takes its time.
_ADDED_HEADERS = frozenset({"Accept", "Content-Type"})


async def _send_once(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    # aiohttp sends GET, PUT, DELETE and some more a second time, by itself and after any reset
    # or close. It has no setting for that but a private one; but it does so only where it sees
    # one of these errors, and a middleware is between. Repeating is decided in one layer, above.
    try:
        return await handler(request)
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise SentOnceError from error


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
        self._tls: ssl.SSLContext | None = None
        self._proxies: dict[str, Proxy | None] = {}
        self._held: dict[
            asyncio.AbstractEventLoop,
            tuple[aiohttp.ClientSession, AsyncGenerator[aiohttp.ClientSession]],
        ] = {}

    async def send(self, request: Request) -> Response:
        """Send one request and return its answer, whatever its status.

        Raises what Urllib3Transport.send raises, with the same meaning. Cancelling closes the
        connection.
        """
        headers = wire_headers(request, DEFAULT_ACCEPT_ENCODING)
        parts = split_url(request.url)
        if parts is None:
            raise transport_error(request, INVALID_URL, maybe_sent=False)
        origin, target = parts
        proxy = self._proxy_for(origin)
        loop, timeout = asyncio.get_running_loop(), request.timeout
        attempt = Attempt(request, loop)
        token = CURRENT_ATTEMPT.set(attempt)
        try:
            session = await self._session(loop)
            answer = await session.request(
                request.method,
                _url(origin + target),
                headers=headers,
                data=_payload(request.body),
                skip_auto_headers=_ADDED_HEADERS.difference(headers) or None,
                allow_redirects=False,
                timeout=_time_to_connect(within(timeout.connect, timeout.total)),
                **self._way(origin, proxy, headers),
            )
            try:
                response = await self._read(request, answer, attempt)
            except BaseException:
                answer.close()
                raise
        except RestmapError:
            raise
        except FAILURES as error:
            raised, cause = failure(error, request, attempt, proxy)
            raise raised from cause
        finally:
            CURRENT_ATTEMPT.reset(token)
        attempt.end()
        return response

    def _proxy_for(self, origin: str) -> Proxy | None:
        if origin not in self._proxies:
            if len(self._proxies) >= _MOST_ORIGINS:
                self._proxies.clear()
            self._proxies[origin] = proxy_for(origin, self.settings)
        return self._proxies[origin]

    def _way(self, origin: str, proxy: Proxy | None, headers: dict[str, str]) -> dict[str, Any]:
        """The settings of aiohttp for TLS and a proxy."""
        is_https = origin[:5].lower() == "https"
        way: dict[str, Any] = {}
        if is_https or (proxy is not None and proxy.url.startswith("https")):
            if self._tls is None:
                self._tls = tls_context(self.settings)
            way["ssl"] = self._tls
        if proxy is not None:
            way["proxy"] = proxy.url
            if is_https:
                way["proxy_headers"] = proxy.headers
            else:
                # aiohttp sends its proxy_headers with CONNECT only.
                headers.update(proxy.headers)
        return way

    async def _read(
        self, request: Request, answer: aiohttp.ClientResponse, attempt: Attempt
    ) -> Response:
        """The answer with its body, bounded and decompressed."""
        if answer.status < 200:
            if attempt.gate is not None:
                attempt.gate.abort()  # aiohttp may have given it back: no body, so read to its end
            raise http_exceptions.BadHttpMessage("it switches protocols, unasked")
        attempt.watch(answer.content)
        body = await self._read_body(request, answer)
        # As Latin-1, as http.client reads them; aiohttp's own are in UTF-8.
        headers = Headers(
            [
                (name.decode("latin-1"), value.decode("latin-1"))
                for name, value in answer.raw_headers
            ]
        )
        return Response(answer.status, headers, body)

    async def _read_body(self, request: Request, answer: aiohttp.ClientResponse) -> bytes:
        most, content = self.settings.max_body_bytes, answer.content
        encoding = answer.headers.get("Content-Encoding")
        length = answer.content_length
        if length is not None and not encoding:
            if length > most and request.method != "HEAD":
                raise too_large(request, answer.status, most)
            return await content.read()
        body = Body(request, answer.status, encoding, most)
        while not content.at_eof():
            body.feed(await content.readany())
        return body.finish()

    async def _session(self, loop: asyncio.AbstractEventLoop) -> aiohttp.ClientSession:
        held = self._held.get(loop)
        if held is None or held[0].closed:
            self._drop_closed_loops()
            # An event loop closes the asynchronous generators it has begun when it ends. That
            # closes the session while it still can be; afterwards nothing could.
            generator = self._hold(loop)
            held = self._held[loop] = await anext(generator), generator
        return held[0]

    async def _hold(self, loop: asyncio.AbstractEventLoop) -> AsyncGenerator[aiohttp.ClientSession]:
        session = aiohttp.ClientSession(
            connector=GatedConnector(),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            max_line_size=MOST_LINE_BYTES,
            max_field_size=MOST_LINE_BYTES,
            middlewares=(_send_once,),
        )
        try:
            yield session
        finally:
            if self._held.get(loop, (None,))[0] is session:
                del self._held[loop]
            await session.close()

    def _drop_closed_loops(self) -> None:
        for loop in [loop for loop in self._held if loop.is_closed()]:
            session, _ = self._held.pop(loop)
            session.detach()

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


def _payload(body: bytes | None) -> bytes | io.BytesIO | None:
    return io.BytesIO(body) if body is not None and len(body) > _LARGE_BODY_BYTES else body


def _url(url: str) -> URL:
    # yarl would change what it thinks is quoted in vain; a URL that is ready goes as it is.
    is_encoded = url.isascii() and url.isprintable() and " " not in url
    return URL(url, encoded=is_encoded)


@lru_cache(maxsize=256)
def _time_to_connect(seconds: float | None) -> aiohttp.ClientTimeout:
    # From the connection on, its gate keeps the time. A threshold: aiohttp would round up.
    return aiohttp.ClientTimeout(total=None, connect=seconds, ceil_threshold=math.inf)
