"""HTTP by urllib3: the transport of blocking calls, with pools for each origin."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import urllib3
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import (
    ClosedPoolError,
    ConnectTimeoutError,
    HTTPError,
    LocationValueError,
    ReadTimeoutError,
)

from ..errors import TransportError
from ..messages import Request, Response
from .answer_reader import AnswerReader
from .connection import ConnectionSettings, Proxy, within
from .failures import (
    INVALID_URL,
    POOL_CLOSED,
    AnswerError,
    Reason,
    causes,
    known_reason,
    timeout_reason,
    transport_error,
)
from .route import MOST_ORIGINS, Route, Routing, kept
from .urllib3_connection import CURRENT, Exchange, HttpPool, HttpsPool

# Retries and redirects are decided in one layer, above: `send/exchange.py`.
_ONCE = urllib3.Retry(total=False)

# What urllib3 raises, and lets through.
_FAILURES = (HTTPError, AnswerError, OSError, ValueError)

_DEFAULT_SETTINGS = ConnectionSettings()

_POOLS: dict[str, type[HTTPConnectionPool]] = {"http": HttpPool, "https": HttpsPool}


class Urllib3Transport:
    """Sends by urllib3: connections pooled, certificates verified, redirects not followed.

    settings: proxy, certificates, the size of the pool, the bound on answers. Timeouts are those
    of each request; only looking up a name can take longer, for as long as the system lets it.
    Threads may share a transport, and a forked process makes connections of its own. Pickling
    keeps the settings.
    """

    def __init__(self, settings: ConnectionSettings = _DEFAULT_SETTINGS) -> None:
        self.settings = settings
        self._forget()
        _transports.add(self)

    def _forget(self) -> None:
        self._lock = threading.Lock()
        self._routing = Routing(self.settings)
        self._managers: dict[tuple[Proxy | None, bool], urllib3.PoolManager] = {}
        self._opening: dict[str, Callable[..., object]] = {}

    def send(self, request: Request) -> Response:
        """Send one request and return its answer, whatever its status.

        Raises TransportError where none came, or broke off, or is not HTTP: it says whether the
        request may have reached the server and whether trying again may help. Raises
        ResponseError for an answer that came whole with a body that cannot be decompressed or is
        larger than `max_body_bytes`. Raises ParameterError for a header that cannot be sent, and
        ConfigurationError for a proxy or a certificate that cannot be used.
        """
        route, target = self._routing.route(request)
        timeout = request.timeout
        exchange = Exchange(
            route.message_of(request, target),
            AnswerReader(request, self.settings.max_body_bytes),
            timeout.total,
        )
        CURRENT.exchange = exchange
        try:
            open_by_pool = self._opening.get(route.origin) or self._made_opening(route)
            open_by_pool(
                request.method,
                "/" if route.proxy is None else f"{route.origin}/",
                retries=_ONCE,
                redirect=False,
                assert_same_host=False,
                timeout=_urllib3_timeout(
                    within(timeout.connect, timeout.total), within(timeout.read, timeout.total)
                ),
            )
        except _FAILURES as error:
            raise _failure(error, request, exchange, route.proxy) from error
        finally:
            del CURRENT.exchange  # a thread does not hold its last answer
        response = exchange.reader.response
        assert response is not None
        return response

    def _made_opening(self, route: Route) -> Callable[..., object]:
        """What sends requests to an origin that was not asked before."""
        with self._lock:
            key = route.proxy, route.has_tls
            manager = self._managers.get(key)
            if manager is None:
                manager = self._managers[key] = self._made_manager(route)
            # Straight to the pool of the origin: finding it anew, for each request, takes
            # urllib3 as long as all that is added here.
            opener = manager if route.proxy else manager.connection_from_url(route.origin)
            return kept(self._opening, route.origin, opener.urlopen)

    def _made_manager(self, route: Route) -> urllib3.PoolManager:
        """What makes the pools for a route, and for others with the same proxy."""
        settings: dict[str, Any] = {"num_pools": MOST_ORIGINS, "maxsize": self.settings.pool_size}
        if route.tls is not None:
            settings["ssl_context"] = route.tls
        if route.proxy is None:
            manager = urllib3.PoolManager(**settings)
        else:
            manager = urllib3.ProxyManager(
                route.proxy.url,
                proxy_headers=route.proxy.headers,
                proxy_ssl_context=route.tls,
                **settings,
            )
        manager.pool_classes_by_scheme = _POOLS
        return manager

    def close(self) -> None:
        """Close the connections, those in use when their answers are read. Safe to repeat."""
        with self._lock:
            managers = list(self._managers.values())
            self._managers.clear()
            self._opening.clear()
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
    return known_reason(chain, _REASONS) or Reason(
        f"urllib3: {type(chain[0]).__name__}", transient=exchange.sent
    )
