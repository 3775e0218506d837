"""The requests that a sandbox keeps, so that tests can look at them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from ..messages import Request

MAX_REQUESTS = 1000
MAX_BYTES = 32 * 1024 * 1024


class RequestLog:
    """The last requests, the oldest first: so many that their bodies stay below a limit.

    The last one is always kept.
    """

    def __init__(self) -> None:
        self._requests: deque[Request] = deque()
        self._bytes = 0

    def add(self, request: Request) -> None:
        """Keep a request, and drop the oldest ones if there are too many."""
        self._requests.append(request)
        self._bytes += _length(request)
        while len(self._requests) > MAX_REQUESTS or self._is_too_long():
            self._bytes -= _length(self._requests.popleft())

    def _is_too_long(self) -> bool:
        return self._bytes > MAX_BYTES and len(self._requests) > 1

    def clear(self) -> None:
        """Drop all requests."""
        self._requests.clear()
        self._bytes = 0

    def __iter__(self) -> Iterator[Request]:
        return iter(list(self._requests))


def _length(request: Request) -> int:
    """The bytes that a request holds in memory; a file that is streamed holds none."""
    return len(request.body) if isinstance(request.body, bytes) else 0
