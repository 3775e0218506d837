"""The classes of urllib3's pools, with connections that keep a deadline and survive interrupts."""

from __future__ import annotations

import functools
from typing import Any

import urllib3

from .deadline import with_deadline
from .idle_connections import IdleConnections


def use_own_pools(manager: urllib3.PoolManager) -> None:
    """Let a manager make pools whose connections are with_deadline() and idle in IdleConnections.

    ConnectionCls and QueueCls are the attributes that urllib3 has for it.
    """
    classes = manager.pool_classes_by_scheme.items()
    manager.pool_classes_by_scheme = {scheme: _own_pool(each) for scheme, each in classes}


@functools.cache
def _own_pool(pool: type[urllib3.HTTPConnectionPool]) -> type[urllib3.HTTPConnectionPool]:
    def connection_class(_: object) -> type[Any]:
        # Looked up each time: vcrpy replaces the attribute of urllib3's class meanwhile.
        return with_deadline(pool.ConnectionCls)

    attributes = {"ConnectionCls": property(connection_class), "QueueCls": IdleConnections}
    return type(pool.__name__, (pool,), attributes)
