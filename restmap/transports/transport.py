"""Transports: what sends one request and returns its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ..messages import Request, Response


class Transport(Protocol):
    """Any object with this method is one."""

    def send(self, request: Request) -> Response:
        """Send one request and return its answer, whatever its status.

        Raises TransportError where no answer came.
        """
        ...


class AsyncTransport(Protocol):
    """The same for `await`."""

    async def send(self, request: Request) -> Response:
        """Send one request and return its answer, whatever its status."""
        ...


class HandlerTransport:
    """A function in place of a server: for tests, and for anything that answers without HTTP.

    >>> transport = HandlerTransport(lambda request: Response(200, body=b"{}"))
    >>> transport.send(Request("GET", "https://api.example.com/things")).status
    200
    >>> transport.requests[0].method
    'GET'

    handler: takes a request and returns its response, or raises. requests: those it was given.
    """

    def __init__(self, handler: Callable[[Request], Response]) -> None:
        self._handler = handler
        self.requests: list[Request] = []

    def send(self, request: Request) -> Response:
        """What the handler answers."""
        self.requests.append(request)
        return self._handler(request)
