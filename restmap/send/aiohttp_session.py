"""aiohttp's sessions, one for each event loop, and its errors as ours."""

from __future__ import annotations

import asyncio
import io
import math
from collections.abc import AsyncGenerator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp import http_exceptions
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from ..errors import RestmapError
from ..messages import Headers, Request, Response, shown_url
from .aiohttp_connector import CURRENT_ATTEMPT, GatedConnector
from .aiohttp_gate import Attempt
from .body import DEFAULT_ACCEPT_ENCODING, Body, too_large
from .connection import ConnectionSettings, Proxy, proxy_for, split_url, tls_context, within
from .failures import (
    BAD_CHUNKS,
    BAD_HEAD,
    BROKEN_OFF,
    CLOSED,
    HEAD_TOO_LARGE,
    INVALID_URL,
    NOT_HTTP,
    Reason,
    causes,
    system_reason,
    timeout_reason,
    transport_error,
    tunnel_reason,
    wire_headers,
)

if TYPE_CHECKING:
    import ssl

# As http.client has it; aiohttp's own 8190 is too little for some signed links.
_MOST_LINE_BYTES = 64 * 1024

# Above this, aiohttp warns of bodies given as bytes: it would copy them at once.
_LARGE_BODY_BYTES = 2**20

_MOST_ORIGINS = 100

# aiohttp adds them where they are not skipped; and skipping what is there anyway takes its time.
_ADDED_HEADERS = frozenset({"Accept", "Content-Type"})


class SentOnceError(Exception):
    """Hides an error from aiohttp, which would send the request again. Its cause is the error."""


_FAILURES = (
    aiohttp.ClientError,
    http_exceptions.HttpProcessingError,
    OSError,
    ValueError,
    SentOnceError,
)


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


class Sessions:
    """Sends by a session of aiohttp for each event loop."""

    def __init__(self, settings: ConnectionSettings) -> None:
        self._settings = settings
        self._tls: ssl.SSLContext | None = None
        self._proxies: dict[str, Proxy | None] = {}
        self._held: dict[
            asyncio.AbstractEventLoop,
            tuple[aiohttp.ClientSession, AsyncGenerator[aiohttp.ClientSession]],
        ] = {}

    async def send(self, request: Request) -> Response:
        """As AiohttpTransport.send."""
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
        except _FAILURES as error:
            reason = _reason(tuple(causes(error)), request, attempt)
            failure = transport_error(request, reason, maybe_sent=attempt.sent, proxy=proxy)
            raise failure from _shown_cause(error, request)
        finally:
            CURRENT_ATTEMPT.reset(token)
        attempt.end()
        return response

    def _proxy_for(self, origin: str) -> Proxy | None:
        if origin not in self._proxies:
            if len(self._proxies) >= _MOST_ORIGINS:
                self._proxies.clear()
            self._proxies[origin] = proxy_for(origin, self._settings)
        return self._proxies[origin]

    def _way(self, origin: str, proxy: Proxy | None, headers: dict[str, str]) -> dict[str, Any]:
        """The settings of aiohttp for TLS and a proxy."""
        is_https = origin[:5].lower() == "https"
        way: dict[str, Any] = {}
        if is_https or (proxy is not None and proxy.url.startswith("https")):
            if self._tls is None:
                self._tls = tls_context(self._settings)
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
        most, content = self._settings.max_body_bytes, answer.content
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
            max_line_size=_MOST_LINE_BYTES,
            max_field_size=_MOST_LINE_BYTES,
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
        """As AiohttpTransport.close."""
        self._drop_closed_loops()
        held = self._held.pop(asyncio.get_running_loop(), None)
        if held is not None:
            await held[1].aclose()


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


def _shown_cause(error: BaseException, request: Request) -> BaseException:
    """The cause as a traceback may show it: some of aiohttp's hold the query and all headers."""
    if isinstance(error, SentOnceError) and error.__cause__ is not None:
        error = error.__cause__
    if isinstance(error, aiohttp.ClientResponseError):
        if error.__cause__ is not None:
            return error.__cause__
        url = URL(shown_url(request.url))
        no_headers: CIMultiDict[str] = CIMultiDict()
        information = aiohttp.RequestInfo(url, request.method, CIMultiDictProxy(no_headers), url)
        error.request_info, error.args = information, (information, ())
    if isinstance(error, aiohttp.InvalidURL):
        return aiohttp.InvalidURL(shown_url(request.url), error.description)
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return aiohttp.ConnectionTimeoutError(f"no connection to {shown_url(request.url)}")
    return error


# The first that fits any cause counts: what is more special comes first.
_REASONS: tuple[tuple[type[BaseException], Reason], ...] = (
    (http_exceptions.LineTooLong, HEAD_TOO_LARGE),
    (http_exceptions.BadStatusLine, NOT_HTTP),
    (http_exceptions.ContentLengthError, BROKEN_OFF),
    (aiohttp.InvalidURL, INVALID_URL),
    (aiohttp.NonHttpUrlClientError, INVALID_URL),
    (aiohttp.ServerDisconnectedError, CLOSED),
)
# These where Python's own errors say nothing.
_GENERAL_REASONS: tuple[tuple[type[BaseException], Reason], ...] = (
    (aiohttp.ClientPayloadError, BROKEN_OFF),
    (aiohttp.ClientResponseError, BAD_HEAD),
    (http_exceptions.HttpProcessingError, BAD_HEAD),
)


def _reason(chain: Sequence[BaseException], request: Request, attempt: Attempt) -> Reason:
    for error in chain:
        if isinstance(error, TimeoutError):
            total_over = attempt.is_over()
            return timeout_reason(request.timeout, connected=attempt.sent, total_over=total_over)
        if isinstance(error, aiohttp.ClientHttpProxyError):
            return tunnel_reason(error.status)
        if isinstance(error, http_exceptions.HttpProcessingError):
            # One class for much, told apart by its text.
            if "Too many headers" in error.message:
                return HEAD_TOO_LARGE
            if "status line" in error.message:
                return NOT_HTTP
            if isinstance(error, http_exceptions.TransferEncodingError):
                return BROKEN_OFF if "Not enough data" in error.message else BAD_CHUNKS
            if "chunk" in error.message.lower():
                return BAD_CHUNKS
    found = _known(chain, _REASONS) or system_reason(chain) or _known(chain, _GENERAL_REASONS)
    return found or Reason(f"aiohttp: {type(chain[0]).__name__}", transient=attempt.sent)


def _known(
    chain: Sequence[BaseException], reasons: tuple[tuple[type[BaseException], Reason], ...]
) -> Reason | None:
    for kind, reason in reasons:
        if any(isinstance(error, kind) for error in chain):
            return reason
    return None
