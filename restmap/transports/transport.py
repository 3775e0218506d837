"""The interface of transports, and one that calls a function."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ..messages import Request, Response


class Transport(Protocol):
    """The interface of a blocking transport: any object with this method."""

    def send(self, request: Request) -> Response:
        """Send one request and return its response, whatever its status.

        Raises TransportError where no response came.
        """
        ...


class AsyncTransport(Protocol):
    """The interface of an asynchronous transport: any object with this method."""

    async def send(self, request: Request) -> Response:
        """Send one request and return its response, whatever its status.

        Raises TransportError where no response came.
        """
        ...


class HandlerTransport:
    """Calls a function in place of a server: for tests, or for responses without HTTP.

    >>> transport = HandlerTransport(lambda request: Response(200, body=b"{}"))
    >>> transport.send(Request("GET", "https://api.example.com/things")).status
    200
    >>> transport.requests[0].method
    'GET'

    handler: takes a request and returns its response, or raises. requests: all requests so far.
    """

    def __init__(self, handler: Callable[[Request], Response]) -> None:
        self._handler = handler
        self.requests: list[Request] = []

    def send(self, request: Request) -> Response:
        """Return the response of the handler."""
        self.requests.append(request)
        return self._handler(request)
