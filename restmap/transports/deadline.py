"""The deadline of a call within urllib3: for the headers of a response, and for each read of it.

The timeout of a socket is that of each read. So a server that sends a byte now and then would be
waited for without end, where urllib3 and http.client read the status line and the headers.
"""

from __future__ import annotations

import functools
import http.client
import io
import math
import socket
from contextvars import ContextVar
from time import monotonic
from typing import TYPE_CHECKING, Any

from urllib3.connection import HTTPConnection

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_deadline: ContextVar[float] = ContextVar("restmap_deadline", default=math.inf)


def set_deadline(moment: float) -> None:
    """Set the time of `monotonic()` until which the next response of this thread may be read."""
    _deadline.set(moment)


class _TimedReader(io.RawIOBase):
    """Reads from a socket, whose timeout becomes no longer than what is left until a deadline."""

    def __init__(self, connected: socket.socket, deadline: float) -> None:
        self._socket = connected
        self._raw: Any = connected.makefile("rb", 0)
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        left = seconds_left(self._deadline)
        timeout = self._socket.gettimeout()
        if left < (math.inf if timeout is None else timeout):
            self._socket.settimeout(left)
        count: int = self._raw.readinto(buffer)
        return count

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._raw.close()


class _Timed:
    """A socket for http.client, which only asks it for a file to read the response from."""

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self._socket, _deadline.get()))


class _Response(http.client.HTTPResponse):
    """A response that is read until the deadline, and not without its final status code."""

    def __init__(self, sock: Any, *arguments: Any, **named: Any) -> None:
        super().__init__(_Timed(sock), *arguments, **named)  # type: ignore[arg-type]

    def begin(self) -> None:
        """Read status line and headers, after those of interim responses (RFC 9110 15.2)."""
        super().begin()
        while 100 < self.status < 200 and self.status != http.client.SWITCHING_PROTOCOLS:
            self.headers = None  # type: ignore[assignment]  # begin again
            super().begin()


def with_deadline(connection: Any) -> type[Any]:
    """A class of urllib3's connections whose responses are read until the deadline.

    A class with responses of its own, which a library for tests put there, is returned unchanged.
    """
    is_genuine = getattr(connection, "getresponse", None) is HTTPConnection.getresponse
    found: type[Any] = _timed_class(connection) if is_genuine else connection
    return found


@functools.cache
def _timed_class(connection: Any) -> type[Any]:
    return type(connection.__name__, (connection,), {"response_class": _Response})


def seconds_left(deadline: float) -> float:
    """The seconds until a time of `monotonic()`. Raises TimeoutError where there are none."""
    left = deadline - monotonic()
    if left <= 0:
        raise TimeoutError("the total timeout is over")
    return left
