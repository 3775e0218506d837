"""The idle connections of a urllib3 pool, kept in a way that an interrupt cannot break."""

from __future__ import annotations

import queue
from collections import deque
from typing import Any


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
