"""Connections of urllib3 that keep to a deadline, and speak HTTP by our own reader.

http.client waits for each piece of an answer, but not for the whole; reads heads of 6 MiB, as if
they were those of an e-mail; takes interim answers for final ones; and forgets bytes that came
behind an answer. What is left of it is how a socket is opened.
"""

from __future__ import annotations

import math
import socket
import threading
from collections.abc import Mapping
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector
from ssl import SSLWantReadError
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, LocationValueError, NewConnectionError

from ..messages import Request, Response
from .answer_reader import AnswerReader
from .failures import AnswerError, tunnel_reason
from .request_bytes import request_bytes

_RECEIVED_AT_ONCE_BYTES = 128 * 1024
_SENT_AT_ONCE_BYTES = 64 * 1024


class Exchange:
    """One request and its answer, as the connection sees them.

    message: what is sent. reader: of the answer. total: seconds from now to the end of the answer,
    or None. sent, sent_whole: whether a byte of the request may have left, and all of them have.
    """

    __slots__ = ("_deadline", "message", "reader", "sent", "sent_whole")

    def __init__(self, message: bytes, reader: AnswerReader, total: float | None) -> None:
        self.message = message
        self.reader = reader
        self.sent = self.sent_whole = False
        self._deadline = math.inf if total is None else monotonic() + total

    def seconds_left(self, ends: float = math.inf) -> float | None:
        """Until the deadline, or `ends` where that is sooner; None without either.

        Raises TimeoutError where it is over.
        """
        sooner = min(ends, self._deadline)
        if sooner == math.inf:
            return None
        left = sooner - monotonic()
        if left <= 0:
            raise TimeoutError("the time is over")
        return left

    def is_over(self) -> bool:
        """Whether the deadline has come."""
        # A socket may give up a little before the time it was given.
        return monotonic() >= self._deadline - 0.002


class _Current(threading.local):
    """The exchange of this thread: a pool hands its connections no more than numbers."""

    exchange: Exchange


CURRENT = _Current()


class _HttpConnection(HTTPConnection):
    if TYPE_CHECKING:
        # What http.client has of its own, and checkers do not know.
        sock: socket.socket
        _tunnel_headers: Mapping[str, str]

    def connect(self) -> None:
        self._connected_by = math.inf if self.timeout is None else monotonic() + self.timeout
        super().connect()
        # urllib3 goes on with the time for connecting; a large body may take longer.
        self.sock.settimeout(CURRENT.exchange.seconds_left())

    def _new_conn(self) -> socket.socket:
        # urllib3 would give the whole time to each address of a name, and to TLS once more.
        name, failure = self._dns_host, None
        try:
            addresses = _addresses(name, self.port)
            for number, address in enumerate(addresses):
                left = self._seconds_to_connect()
                self.timeout = left and left / (len(addresses) - number)
                self._dns_host = address
                try:
                    made = super()._new_conn()
                except (NewConnectionError, ConnectTimeoutError) as error:
                    failure = error
                else:
                    made.settimeout(self._seconds_to_connect())
                    return made
        finally:
            self._dns_host = name
        raise failure or NewConnectionError(self, "the name has no address")

    def _seconds_to_connect(self) -> float | None:
        return CURRENT.exchange.seconds_left(self._connected_by)

    def _tunnel(self) -> None:
        # In place of http.client's, which waits for a proxy without end.
        host = (self._tunnel_host or "").strip("[]")
        place = f"[{host}]:{self._tunnel_port}" if ":" in host else f"{host}:{self._tunnel_port}"
        connect = Request("CONNECT", f"//{place}")
        # From Python 3.12 on, http.client has put a Host there, too.
        more = {name: text for name, text in self._tunnel_headers.items() if name != "Host"}
        self.sock.sendall(request_bytes(connect, place, place, more))
        response = self._received(AnswerReader(connect, 0), self._connected_by)
        if not 200 <= response.status < 300:
            raise AnswerError(tunnel_reason(response.status))

    def request(self, *_: Any, **__: Any) -> None:
        exchange = CURRENT.exchange
        if self.is_closed:
            self.connect()
        else:
            self.sock.settimeout(exchange.seconds_left())
        exchange.sent = True
        if len(exchange.message) <= _SENT_AT_ONCE_BYTES:
            self.sock.sendall(exchange.message)
            exchange.sent_whole = True
        else:
            self._send_until_answered(exchange)

    def _send_until_answered(self, exchange: Exchange) -> None:
        # A server may refuse what it has not read, and then read no more.
        rest = memoryview(exchange.message)
        with DefaultSelector() as selector:
            selector.register(self.sock, EVENT_READ | EVENT_WRITE)
            while rest:
                for _, events in selector.select(exchange.seconds_left()):
                    if events & EVENT_READ and self._has_answered(exchange.reader):
                        return
                    if events & EVENT_WRITE:
                        rest = rest[self.sock.send(rest[:_SENT_AT_ONCE_BYTES]) :]
        exchange.sent_whole = True

    def _has_answered(self, reader: AnswerReader) -> bool:
        patience = self.sock.gettimeout()
        self.sock.settimeout(0)
        try:
            reader.feed(self.sock.recv(_RECEIVED_AT_ONCE_BYTES))
        except (BlockingIOError, SSLWantReadError):
            return False  # what came is of TLS alone
        finally:
            self.sock.settimeout(patience)
        return True

    def getresponse(self) -> Any:
        # Also where sending failed: the server may have answered before it had read all.
        exchange = CURRENT.exchange
        self.sock.settimeout(self.timeout)
        self._received(exchange.reader)
        keeps_connection = exchange.reader.keeps_connection and exchange.sent_whole
        if not keeps_connection or self._has_more_in_tls():
            self.close()
        # The pool wants one; what there is to know is in the reader.
        return HTTPResponse(preload_content=False)

    def _received(self, reader: AnswerReader, ends: float = math.inf) -> Response:
        exchange, patience = CURRENT.exchange, self.sock.gettimeout()
        while (response := reader.response) is None:
            left = exchange.seconds_left(ends)
            if left is not None and (patience is None or left < patience):
                self.sock.settimeout(left)
            reader.feed(self.sock.recv(_RECEIVED_AT_ONCE_BYTES))
        return response

    def _has_more_in_tls(self) -> bool:
        pending = getattr(self.sock, "pending", None)
        return pending is not None and pending() > 0


def _addresses(name: str, port: int) -> list[str]:
    """The addresses of a host, in the system's order."""
    try:
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise LocationValueError(f"no name of a host: {name!r}") from error
    return list(dict.fromkeys(cast("str", place[4][0]) for place in found))


class _HttpsConnection(_HttpConnection, HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        # Whether to verify is in the SSLContext. urllib3 would warn at each request of one that
        # does not, which somebody has chosen.
        self.is_verified = True


class HttpPool(HTTPConnectionPool):
    """Connections to one server."""

    ConnectionCls = _HttpConnection  # pyright: ignore[reportAssignmentType]


class HttpsPool(HTTPSConnectionPool):
    """Connections to one server, by TLS."""

    ConnectionCls = _HttpsConnection  # pyright: ignore[reportAssignmentType]
