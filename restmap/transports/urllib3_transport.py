"""HTTP by urllib3: the transport of blocking calls."""

from __future__ import annotations

import http.client
import math
import os
from collections.abc import Callable, Generator, Iterator
from functools import cached_property, lru_cache, partial
from importlib.util import find_spec
from ssl import SSLContext
from time import monotonic
from typing import TYPE_CHECKING, Any

import urllib3

from ..errors import ParameterError, TransportError, configuration_error
from ..messages import Headers, Request, Response
from ..streamed_body import RequestBody, StreamedBody
from .connection import (
    DEFAULT_SETTINGS,
    MAX_ORIGINS,
    ConnectionSettings,
    refuse_settings_of_connections,
)
from .connection_pools import use_own_pools
from .deadline import seconds_left, set_deadline
from .proxies import proxy_for
from .request_check import check_request
from .response_body import ResponseBuilder
from .sent_request import complete_headers, sendable_body
from .tls import tls_context
from .urls import normalize_origin, split_url

if TYPE_CHECKING:
    from .proxy import Proxy

# The bytes read at once, which bounds what a decompression bomb costs beyond the limit.
_PIECE_BYTES = 64 * 1024

# The errors that a request by urllib3 may raise.
_FAILURES = (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, ValueError)

# Retries and redirects are decided in one place: `send/exchange.py`.
_ONCE = urllib3.Retry(total=False, redirect=False)


_Route = tuple[urllib3.PoolManager | urllib3.HTTPConnectionPool, str, "Proxy | None"]
"""What sends the requests to an origin, what it is given before their target, and their proxy."""


class Urllib3Transport:
    """Sends by urllib3: connections pooled, certificates verified, redirects not followed.

    settings: proxy, certificates, the size of the pool, the maximum size of a response body.
    pool_manager: a `urllib3.PoolManager` of your own, whose proxy, certificates and pools are used
    unchanged; the transport does not close it, and the child process of a fork needs another one.
    Timeouts are those of each request. Threads may share a transport, and a forked process opens
    its own connections. A pickle holds the settings.
    """

    def __init__(
        self,
        settings: ConnectionSettings = DEFAULT_SETTINGS,
        *,
        pool_manager: urllib3.PoolManager | None = None,
    ) -> None:
        if pool_manager is not None:
            refuse_settings_of_connections(settings, "pool_manager")
        self.settings = settings
        self._given = pool_manager
        self._process = os.getpid()
        self._routes: dict[str, _Route] = {}

    def send(self, request: Request) -> Response:
        """Send one request and return its response, whatever its status.

        For a request that is `streamed`, a successful response is an OpenResponse.
        Raises TransportError for a response that did not come, is incomplete or is not HTTP; it
        says whether the request may have reached the server and whether a retry may succeed.
        Raises ResponseError for a body that cannot be decompressed or is larger than
        `max_body_bytes`, ParameterError for a header that cannot be sent, and ConfigurationError
        for a proxy or a certificate that cannot be used.
        """
        check_request(request)
        timeout, started, proxy = request.timeout, monotonic(), None
        deadline = math.inf if timeout.total is None else started + timeout.total
        body: RequestBody | Iterator[bytes] = sendable_body(request.body)
        if isinstance(body, StreamedBody):
            body.check_blocking()
            body = _sent_pieces(body, deadline)
        try:
            set_deadline(deadline)
            origin, target = split_url(request.url)
            opener, prefix, proxy = self._route(origin)
            response = opener.urlopen(
                request.method,
                prefix + target,
                body=body,
                headers=complete_headers(request),
                timeout=_urllib3_timeout(timeout.connect, timeout.read, timeout.total),
                retries=_ONCE,
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            try:
                builder = self._builder(request, response)
                pieces = _received_pieces(response, builder, deadline)
                if builder.stays_open:
                    checked = _checked(pieces, request, proxy, started)
                    return builder.open_response(checked, partial(_discard, response))
                for piece in pieces:
                    builder.add(piece)
                return builder.response()
            except BaseException:
                _discard(response)
                raise
        except ParameterError:
            raise  # a file or an iterator that could not be read
        except _FAILURES as error:
            failure, cause = _failure(error, request, proxy, started), error
        # Raised outside the `except`, or else urllib3's error would be the context of ours.
        raise failure from cause

    def _builder(self, request: Request, response: urllib3.BaseHTTPResponse) -> ResponseBuilder:
        headers, limit = Headers(response.headers.items()), self.settings.max_body_bytes
        # vcrpy replays responses of a class of its own, which were decompressed before.
        is_coded = isinstance(response, urllib3.BaseHTTPResponse)  # pyright: ignore[reportUnnecessaryIsInstance]
        return ResponseBuilder(request, response.status, headers, limit, is_coded=is_coded)

    def _route(self, origin: str) -> _Route:
        if self._process != os.getpid():
            # On a connection that parent and child share, one would receive the responses of the
            # other. The child closes its copies, which leaves those of the parent open.
            self._process, self._routes = os.getpid(), {}
        route = self._routes.get(origin)
        if route is None:
            if len(self._routes) >= MAX_ORIGINS:
                self._routes.clear()
            # Of two threads both get the route that was stored first.
            route = self._routes.setdefault(origin, self._make_route(normalize_origin(origin)))
        return route

    def _make_route(self, origin: str) -> _Route:
        if self._given is not None:
            return self._given, origin, None
        proxy = proxy_for(origin, self.settings)
        options: dict[str, Any] = {"maxsize": self.settings.pool_size}
        if origin.startswith("https") or (proxy is not None and proxy.url.startswith("https")):
            options["ssl_context"] = self._tls
        manager = _make_manager(proxy, options)
        use_own_pools(manager)
        if proxy is None:
            return manager.connection_from_url(origin), "", None
        return manager, origin, proxy

    @cached_property
    def _tls(self) -> SSLContext:
        return tls_context(self.settings)

    def close(self) -> None:
        """Close the connections; one in use is closed once its response is read. Safe to repeat."""
        routes, self._routes = self._routes, {}
        for opener, _, _ in routes.values():
            if isinstance(opener, urllib3.HTTPConnectionPool):
                opener.close()
            elif opener is not self._given:
                opener.clear()

    def __repr__(self) -> str:
        return f"Urllib3Transport({self.settings!r})"

    def __reduce__(self) -> tuple[Callable[..., Urllib3Transport], tuple[Any, ...]]:
        return partial(Urllib3Transport, pool_manager=self._given), (self.settings,)


@lru_cache(maxsize=256)
def _urllib3_timeout(
    connect: float | None, read: float | None, total: float | None
) -> urllib3.Timeout:
    return urllib3.Timeout(connect=connect, read=read, total=total)


def _sent_pieces(body: StreamedBody, deadline: float) -> Iterator[bytes]:
    for piece in body:
        seconds_left(deadline)
        yield piece


def _received_pieces(
    response: urllib3.BaseHTTPResponse, builder: ResponseBuilder, deadline: float
) -> Generator[bytes]:
    """The body in pieces; at its end the connection is free for another request."""
    while received := response.read1(_PIECE_BYTES):
        yield from builder.decoded(received)
        if response.length_remaining == 0:
            break  # which saves the reading of an empty piece
        seconds_left(deadline)
    builder.check_end()
    response.release_conn()


def _checked(
    pieces: Generator[bytes], request: Request, proxy: Proxy | None, started: float
) -> Generator[bytes]:
    """The pieces of an open response, with the errors that `send` raises."""
    try:
        yield from pieces
        return
    except _FAILURES as error:
        failure, cause = _failure(error, request, proxy, started), error
    raise failure from cause


def _failure(
    error: Exception, request: Request, proxy: Proxy | None, started: float
) -> TransportError:
    from .urllib3_errors import ERRORS  # for few requests

    return ERRORS.failure(error, request, proxy, monotonic() - started)


def _discard(response: urllib3.BaseHTTPResponse) -> None:
    """Give up a response: what is left of it must not become the next one."""
    response.close()
    response.release_conn()


def _make_manager(proxy: Proxy | None, options: dict[str, Any]) -> urllib3.PoolManager:
    if proxy is None:
        return urllib3.PoolManager(**options)
    if proxy.is_socks:
        return _make_socks_manager(proxy, options)
    options["proxy_ssl_context"] = options.get("ssl_context")
    return urllib3.ProxyManager(proxy.url, proxy_headers=proxy.headers, **options)


def _make_socks_manager(proxy: Proxy, options: dict[str, Any]) -> urllib3.PoolManager:
    if find_spec("socks") is None:  # without it urllib3 logs a warning
        raise configuration_error(
            f"the SOCKS proxy {proxy.url} needs the package PySocks, which is not installed.",
            "Run: pip install 'urllib3[socks]'",
            "ConnectionSettings.proxy",
        )
    from urllib3.contrib.socks import SOCKSProxyManager

    return SOCKSProxyManager(proxy.url, username=proxy.user, password=proxy.password, **options)
