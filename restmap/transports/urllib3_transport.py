"""HTTP by urllib3: the transport of blocking calls."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache, partial
from importlib.util import find_spec
from time import monotonic
from typing import Any

import urllib3
from attrs import evolve
from urllib3 import exceptions
from urllib3.util import make_headers

from ..errors import configuration_error
from ..messages import Headers, Request, Response
from .body_limit import PIECE_BYTES, BodyLimit, sendable_body
from .connection import DEFAULT_SETTINGS, ConnectionSettings, refuse_settings_of_connections
from .failures import InterimError
from .forks import reset_in_child
from .proxies import Proxy
from .request_check import check_request
from .routes import MAX_ORIGINS, Route, Routes
from .tls import tls_context
from .urllib3_errors import ERRORS, FAILURES, tunnel_status

_CODINGS = tuple(urllib3.HTTPResponse.CONTENT_DECODERS)
_ACCEPT_ENCODING = make_headers(accept_encoding=True)["accept-encoding"]

# Retries and redirects are decided in one place: `send/exchange.py`.
_ONCE = urllib3.Retry(total=False, redirect=False)


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
        self._reset()
        # On a connection that parent and child share, one would receive the responses of the other.
        # The child closes its copies, which leaves the connections of the parent open.
        reset_in_child(self, Urllib3Transport._reset)

    def _reset(self) -> None:
        self._lock = threading.Lock()
        given = self._given is not None
        self._routes = Routes(evolve(self.settings, proxy="") if given else self.settings)
        self._managers: dict[tuple[Proxy | None, bool], urllib3.PoolManager] = {}
        self._pools: dict[str, urllib3.HTTPConnectionPool] = {}

    def send(self, request: Request) -> Response:
        """Send one request and return its response, whatever its status.

        Raises TransportError for a response that did not come, is incomplete or is not HTTP; it
        says whether the request may have reached the server and whether a retry may succeed.
        Raises ResponseError for a body that cannot be decompressed or is larger than
        `max_body_bytes`, ParameterError for a header that cannot be sent, and ConfigurationError
        for a proxy or a certificate that cannot be used.
        """
        check_request(request)
        route, target = self._routes.route(request)
        opener, url = self._opener(route, target)
        timeout, started = request.timeout, monotonic()
        try:
            response = opener.urlopen(
                request.method,
                url,
                body=sendable_body(request.body),
                headers=_complete_headers(request),
                timeout=_urllib3_timeout(timeout.connect, timeout.read, timeout.total),
                retries=_ONCE,
                redirect=False,
                preload_content=False,
            )
            try:
                return self._read(request, response, started)
            except BaseException:
                response.close()  # the rest of it must not become the next response
                raise
            finally:
                response.release_conn()
        except FAILURES as error:
            seconds, status = monotonic() - started, tunnel_status(error)
            failure = ERRORS.failure(error, request, route.proxy, seconds, status)
            cause = error
        # Raised outside the `except`, or else urllib3's error would be the context of ours.
        raise failure from cause

    def _read(
        self, request: Request, response: urllib3.BaseHTTPResponse, started: float
    ) -> Response:
        headers, status = Headers(response.headers.items()), response.status
        if status < 200:
            raise InterimError(f"the status is {status}")
        limit = self.settings.max_body_bytes
        body = BodyLimit(request, status, headers, limit, _CODINGS, nests=True)
        total = request.timeout.total
        try:
            while piece := response.read1(PIECE_BYTES):
                body.add(piece)
                if total is not None and monotonic() - started > total:
                    raise TimeoutError("the total timeout is over")
        except exceptions.DecodeError as error:
            raise body.unreadable() from error
        return Response(status, headers, body.whole())

    def _opener(
        self, route: Route, target: str
    ) -> tuple[urllib3.PoolManager | urllib3.HTTPConnectionPool, str]:
        """The pool or manager that sends a request, and the URL that it is given."""
        if self._given is not None:
            return self._given, route.origin + target
        if route.proxy is not None and not route.proxy.is_socks:
            return self._manager(route), route.origin + target
        # The pool of the origin itself: a manager would look it up for each request.
        pool = self._pools.get(route.origin)
        if pool is None:
            pool = self._manager(route).connection_from_url(route.origin)
            with self._lock:
                if len(self._pools) >= MAX_ORIGINS:
                    self._pools.clear()
                self._pools[route.origin] = pool
        return pool, target

    def _manager(self, route: Route) -> urllib3.PoolManager:
        key = route.proxy, route.has_tls
        with self._lock:
            manager = self._managers.get(key)
            if manager is None:
                manager = self._managers[key] = self._make_manager(*key)
            return manager

    def _make_manager(self, proxy: Proxy | None, has_tls: bool) -> urllib3.PoolManager:
        options: dict[str, Any] = {"num_pools": MAX_ORIGINS, "maxsize": self.settings.pool_size}
        if has_tls:
            options["ssl_context"] = tls_context(self.settings)
        if proxy is None:
            return urllib3.PoolManager(**options)
        if proxy.is_socks:
            return _make_socks_manager(proxy, options)
        return urllib3.ProxyManager(
            proxy.url,
            proxy_headers=proxy.headers,
            proxy_ssl_context=options.get("ssl_context"),
            **options,
        )

    def close(self) -> None:
        """Close the connections; one in use is closed once its response is read. Safe to repeat."""
        with self._lock:
            managers = list(self._managers.values())
            self._managers.clear()
            self._pools.clear()
        for manager in managers:
            manager.clear()

    def __repr__(self) -> str:
        return f"Urllib3Transport({self.settings!r})"

    def __reduce__(self) -> tuple[Callable[..., Urllib3Transport], tuple[Any, ...]]:
        return partial(Urllib3Transport, pool_manager=self._given), (self.settings,)


@lru_cache(maxsize=256)
def _urllib3_timeout(
    connect: float | None, read: float | None, total: float | None
) -> urllib3.Timeout:
    return urllib3.Timeout(connect=connect, read=read, total=total)


def _complete_headers(request: Request) -> dict[str, str]:
    """The headers of a request, with the ones that urllib3 does not add or adds differently."""
    names = {name.lower() for name in request.headers}
    headers = dict(request.headers)
    if "accept-encoding" not in names:
        headers["Accept-Encoding"] = _ACCEPT_ENCODING
    if request.body and "content-length" not in names:
        headers["Content-Length"] = str(len(request.body))
    return headers


def _make_socks_manager(proxy: Proxy, options: dict[str, Any]) -> urllib3.PoolManager:
    if find_spec("socks") is None:  # without it urllib3 logs a warning
        raise configuration_error(
            f"the SOCKS proxy {proxy.url} needs the package PySocks, which is not installed.",
            "Run: pip install 'urllib3[socks]'",
            "ConnectionSettings.proxy",
        )
    from urllib3.contrib.socks import SOCKSProxyManager

    return SOCKSProxyManager(proxy.url, username=proxy.user, password=proxy.password, **options)
