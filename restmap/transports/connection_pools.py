"""The classes of urllib3's pools, with connections that keep a deadline and survive interrupts."""

from __future__ import annotations

import functools
import queue
from collections import deque
from typing import Any

import urllib3

from .deadline import with_deadline


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


class IdleConnections(queue.LifoQueue[Any]):
    """A stack of connections without a lock: urllib3's pool takes from it and puts back.

    The locks of `queue` stay held for ever if KeyboardInterrupt is raised between acquiring one and
    entering its `with` block: https://docs.python.org/3/library/signal.html#note-on-signal-handlers-and-exceptions
    Adding to a deque and taking from it are atomic and need no lock.

    maxsize: the number of connections to keep; two threads may exceed it by one.
    """

    def __init__(self, maxsize: int = 0) -> None:
        super().__init__(maxsize)
        self._connections: deque[Any] = deque()

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        """Add a connection. Raises queue.Full, without waiting, if there are enough."""
        if 0 < self.maxsize <= len(self._connections):
            raise queue.Full
        self._connections.append(item)

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """Take the connection that was used last. Raises queue.Empty, without waiting."""
        try:
            return self._connections.pop()
        except IndexError:
            raise queue.Empty from None

    def qsize(self) -> int:
        """The number of connections."""
        return len(self._connections)
