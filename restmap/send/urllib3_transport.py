"""HTTP by urllib3: the default transport, and the one place that knows urllib3."""

from __future__ import annotations

import os
import socket
import threading
import weakref
from collections.abc import Callable, Sequence
from functools import lru_cache
from http.client import HTTPException
from typing import TYPE_CHECKING, Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import (
    ClosedPoolError,
    ConnectTimeoutError,
    HTTPError,
    InvalidChunkLength,
    InvalidHeader,
    LocationValueError,
    ReadTimeoutError,
)

from ..errors import TransportError
from ..frozen import Frozen
from ..messages import Headers, Request, Response
from .body import DEFAULT_ACCEPT_ENCODING, PIECE_BYTES, Body, too_large
from .connection import ConnectionSettings, Proxy, proxy_for, split_url, tls_context, within
from .failures import (
    BAD_CHUNKS,
    BAD_HEAD,
    INVALID_URL,
    POOL_CLOSED,
    Reason,
    causes,
    known_reason,
    system_reason,
    timeout_reason,
    transport_error,
    wire_headers,
)
from .timed_answer import CURRENT, Exchange, TimedAnswer, http_client_reason

if TYPE_CHECKING:
    import ssl

# Retries and redirects are decided in one layer, above: `send/exchange.py`.
_ONCE = urllib3.Retry(total=False)

# What urllib3 raises, and lets through.
_FAILURES = (HTTPError, HTTPException, OSError, ValueError)

# Pools kept at a time: as many as an API has hosts, and more.
_MOST_ORIGINS = 100

_DEFAULT_SETTINGS = ConnectionSettings()


class _HttpConnection(HTTPConnection):
    """A connection that knows whether a request has left it, and keeps to the deadline."""

    _is_stray = False

    def connect(self) -> None:
        exchange = CURRENT.exchange
        try:
            exchange.seconds_left()
            super().connect()
            self._is_stray = False
            # urllib3 goes on with the time for connecting; a large body may take longer.
            self.sock.settimeout(exchange.seconds_left())
        finally:
            # What was sent so far was for a proxy or for TLS.
            exchange.sent = False

    def request(self, *args: Any, **settings: Any) -> None:
        if self.sock is not None:
            self.timeout = CURRENT.exchange.seconds_left()
        super().request(*args, **settings)

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        CURRENT.exchange.sent = True
        super().send(data)

    def response_class(self, sock: socket.socket, *args: Any, **settings: Any) -> TimedAnswer:  # type: ignore[override]
        # http.client calls this attribute to make an answer.
        return TimedAnswer(sock, *args, on_stray=self._note_stray, **settings)

    def _note_stray(self) -> None:
        self._is_stray = True

    @property
    def is_connected(self) -> bool:
        # The pool asks before it uses a connection again. Bytes that nobody asked for would be
        # read as the next answer.
        return not self._is_stray and super().is_connected


class _HttpsConnection(_HttpConnection, HTTPSConnection):  # pyright: ignore[reportIncompatibleVariableOverride]
    def connect(self) -> None:
        super().connect()
        # Whether to verify is in the SSLContext. urllib3 would warn at each request of one that
        # does not, which somebody has chosen.
        self.is_verified = True


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _HttpConnection  # pyright: ignore[reportAssignmentType]


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _HttpsConnection  # pyright: ignore[reportAssignmentType]


_POOLS: dict[str, type[HTTPConnectionPool]] = {"http": _HttpPool, "https": _HttpsPool}


class _Route(Frozen):
    """How requests to an origin go: what to call, and by which proxy."""

    open: Callable[..., urllib3.BaseHTTPResponse]
    proxy: Proxy | None


class Urllib3Transport:
    """Sends by urllib3: connections pooled, certificates verified, redirects not followed.

    settings: proxy, certificates, the size of the pool, the bound on answers. Timeouts are those
    of each request; only looking up a name can take longer, for as long as the system lets it.
    Threads may share a transport, and a forked process makes connections of its own. Pickling
    keeps the settings.
    """

    def __init__(self, settings: ConnectionSettings = _DEFAULT_SETTINGS) -> None:
        self.settings = settings
        self._tls: ssl.SSLContext | None = None
        self._forget()
        _transports.add(self)

    def _forget(self) -> None:
        self._lock = threading.Lock()
        self._managers: dict[tuple[Proxy | None, bool], urllib3.PoolManager] = {}
        self._routes: dict[str, _Route] = {}

    def send(self, request: Request) -> Response:
        """Send one request and return its answer, whatever its status.

        Raises TransportError where none came, or broke off, or is not HTTP: it says whether the
        request may have reached the server and whether trying again may help. Raises
        ResponseError for an answer that came whole with a body that cannot be decompressed or is
        larger than `max_body_bytes`. Raises ParameterError for a header that cannot be sent, and
        ConfigurationError for a proxy or a certificate that cannot be used.
        """
        headers = wire_headers(request, DEFAULT_ACCEPT_ENCODING)
        parts = split_url(request.url)
        if parts is None:
            raise transport_error(request, INVALID_URL, maybe_sent=False)
        origin, target = parts
        timeout = request.timeout
        exchange = CURRENT.exchange = Exchange(timeout.total)
        proxy = None
        try:
            route = self._routes.get(origin) or self._made_route(origin)
            proxy = route.proxy
            connect = within(timeout.connect, timeout.total)
            answer = route.open(
                request.method,
                target if proxy is None else origin + target,
                body=request.body,
                headers=headers,
                retries=_ONCE,
                redirect=False,
                assert_same_host=False,
                timeout=_urllib3_timeout(connect, within(timeout.read, timeout.total)),
                preload_content=False,
                decode_content=False,
            )
            try:
                body = self._read(request, answer)
            except BaseException:
                answer.close()
                raise
        except _FAILURES as error:
            raise _failure(error, request, exchange, proxy) from error
        return Response(answer.status, Headers(answer.headers.items()), body)

    def _read(self, request: Request, answer: urllib3.BaseHTTPResponse) -> bytes:
        """The body, bounded and decompressed."""
        most = self.settings.max_body_bytes
        encoding = answer.headers.get("Content-Encoding")
        length = answer.length_remaining
        if length is not None and not encoding:
            if length > most:
                raise too_large(request, answer.status, most)
            return answer.read()
        body = Body(request, answer.status, encoding, most)
        while piece := answer.read(PIECE_BYTES):
            body.feed(piece)
        return body.finish()

    def _made_route(self, origin: str) -> _Route:
        """The way to an origin that was not asked before."""
        proxy = proxy_for(origin, self.settings)
        is_secure = "https" in (origin[:5].lower(), proxy and proxy.url[:5])
        with self._lock:
            manager = self._managers.get((proxy, is_secure))
            if manager is None:
                manager = self._made_manager(proxy, is_secure=is_secure)
                self._managers[proxy, is_secure] = manager
            # Straight to the pool of the origin: finding it anew, for each request, takes
            # urllib3 as long as all that is added here.
            opening = manager if proxy else manager.connection_from_url(origin)
            if len(self._routes) >= _MOST_ORIGINS:
                del self._routes[next(iter(self._routes))]
            route = self._routes[origin] = _Route(opening.urlopen, proxy)
        return route

    def _made_manager(self, proxy: Proxy | None, *, is_secure: bool) -> urllib3.PoolManager:
        """What makes pools. is_secure: whether TLS is met on the way."""
        if is_secure and self._tls is None:
            self._tls = tls_context(self.settings)
        settings: dict[str, Any] = {"num_pools": _MOST_ORIGINS, "maxsize": self.settings.pool_size}
        if is_secure:
            settings["ssl_context"] = self._tls
        if proxy is None:
            manager = urllib3.PoolManager(**settings)
        else:
            tls = self._tls if is_secure else None
            manager = urllib3.ProxyManager(
                proxy.url, proxy_headers=proxy.headers, proxy_ssl_context=tls, **settings
            )
        manager.pool_classes_by_scheme = _POOLS
        return manager

    def close(self) -> None:
        """Close the connections, those in use when their answers are read. Safe to repeat."""
        with self._lock:
            managers = list(self._managers.values())
            self._managers.clear()
            self._routes.clear()
        for manager in managers:
            for key in manager.pools.keys():  # noqa: SIM118  # it refuses to be iterated
                pool = manager.pools.get(key)
                if pool is not None:
                    pool.close()
            manager.clear()

    def __repr__(self) -> str:
        return f"Urllib3Transport({self.settings!r})"

    def __reduce__(self) -> tuple[type[Urllib3Transport], tuple[ConnectionSettings]]:
        return Urllib3Transport, (self.settings,)


_transports: weakref.WeakSet[Urllib3Transport] = weakref.WeakSet()


def _start_afresh() -> None:
    # A connection that parent and child both use would give one the answers of the other. The
    # child closes its copies, which leaves those of the parent open.
    for transport in list(_transports):
        transport._forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_afresh)


@lru_cache(maxsize=256)
def _urllib3_timeout(connect: float | None, read: float | None) -> urllib3.Timeout:
    return urllib3.Timeout(connect=connect, read=read)


def _failure(
    error: Exception, request: Request, exchange: Exchange, proxy: Proxy | None
) -> TransportError:
    """urllib3's error as ours."""
    reason = _reason(tuple(causes(error)), request, exchange)
    return transport_error(request, reason, maybe_sent=exchange.sent, proxy=proxy)


_REASONS: tuple[tuple[type[Exception], Reason], ...] = (
    (InvalidHeader, BAD_HEAD),
    (InvalidChunkLength, BAD_CHUNKS),
    (LocationValueError, INVALID_URL),
    (ClosedPoolError, POOL_CLOSED),
)


def _reason(chain: Sequence[BaseException], request: Request, exchange: Exchange) -> Reason:
    for error in chain:
        # Not its subclasses, which are for names and refusals.
        is_timeout = type(error) is ConnectTimeoutError
        if is_timeout or isinstance(error, (TimeoutError, ReadTimeoutError)):
            total_over = exchange.is_over()
            return timeout_reason(request.timeout, connected=exchange.sent, total_over=total_over)
    found = known_reason(chain, _REASONS) or http_client_reason(chain) or system_reason(chain)
    return found or Reason(f"urllib3: {type(chain[0]).__name__}", transient=exchange.sent)
