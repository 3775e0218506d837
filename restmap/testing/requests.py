"""The requests of a test, as its report shows them when it fails."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import cached_property

import attrs

from ..errors import RestmapError
from ..messages import Request, Response, shown_url
from ..sandbox import Sandbox
from ..sandbox.wsgi import WsgiApplication
from .recording_transport import RecordingTransport

_MAX_SHOWN = 100


class SentRequests:
    """The last requests of a test: method, URL without its query, and status code."""

    def __init__(self) -> None:
        self._lines: deque[str] = deque(maxlen=_MAX_SHOWN)
        self._count = 0

    @property
    def lines(self) -> list[str]:
        """A line for each request."""
        left_out = self._count - len(self._lines)
        return [*([f"… {left_out} requests before"] if left_out else []), *self._lines]

    def add(self, request: Request, outcome: object) -> None:
        """Add a request. outcome: its status code, or why it has none."""
        self._count += 1
        self._lines.append(f"{request.method} {shown_url(request.url)} {outcome}")

    def watch(self, handle: Callable[[Request], Response]) -> Callable[[Request], Response]:
        """The same function, whose requests are added."""

        def watched(request: Request) -> Response:
            try:
                response = handle(request)
            except Exception as error:
                self.add(request, type(error).__name__)
                raise
            self.add(request, response.status)
            return response

        return watched


class WatchedSandbox(Sandbox):
    """A sandbox that adds its requests to those of a test."""

    sent: SentRequests

    def send(self, request: Request) -> Response:
        """Handle a request, as a transport."""
        return self.sent.watch(super().send)(request)

    @cached_property
    def wsgi(self) -> WsgiApplication:
        """The sandbox as a WSGI application."""
        application = super().wsgi
        return attrs.evolve(application, handle=self.sent.watch(application.handle))


class WatchedRecording(RecordingTransport):
    """A recording that adds its requests to those of a test."""

    sent: SentRequests

    def send(self, request: Request) -> Response:
        """Replay the response to a request, or send it and record the call."""
        try:
            response = super().send(request)
        except RestmapError as error:
            self._add_failed(request, error)
            raise
        self._add(request, response)
        return response

    async def send_async(self, request: Request) -> Response:
        """The awaited form of `send`."""
        try:
            response = await super().send_async(request)
        except RestmapError as error:
            self._add_failed(request, error)
            raise
        self._add(request, response)
        return response

    def _add(self, request: Request, response: Response) -> None:
        done = "recorded" if self.is_recording else "replayed"
        self.sent.add(request, f"{response.status}, {done}")

    def _add_failed(self, request: Request, error: RestmapError) -> None:
        self.sent.add(request, type(error).__name__)
