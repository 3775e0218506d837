"""A server on loopback that keeps every request and responds as it is told.

with RecordingServer() as server:
    server.respond = lambda request: (200, {"sid": "KS…"})
"""

from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from attrs import field, frozen


@frozen
class Received:
    """One request; two are equal where an API sees the same.

    path: as it was sent, still encoded. query, form: decoded, the values of a name in order.
    json: what a JSON body says. content_type: of the body, where there is one. credentials: the
    header Authorization. headers: all of them, by names in lower case.
    """

    method: str
    path: str
    query: dict[str, list[str]]
    form: dict[str, list[str]]
    json: Any
    content_type: str | None
    credentials: str | None = field(repr=False)
    headers: dict[str, str] = field(repr=False, eq=False)


StatusAndBody = tuple[int, Any]
"""A status, and a body to send as JSON; None for none."""


def nothing_here(request: Received) -> StatusAndBody:
    return 404, {"code": 20404, "message": f"nothing at {request.path}", "status": 404}


class RecordingServer:
    """Serves for as long as the `with` block lasts."""

    def __init__(self) -> None:
        self.requests: list[Received] = []
        self.respond: Callable[[Received], StatusAndBody] = nothing_here
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def taken(self) -> list[Received]:
        """The requests since this was asked last."""
        taken, self.requests = self.requests, []
        return taken

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(server: RecordingServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # keeps connections, as both libraries do
        wbufsize = -1  # head and body in one packet, else each response waits for an ACK

        def do_any(self) -> None:
            received = self.received()
            server.requests.append(received)
            status, body = server.respond(received)
            content = b"" if body is None else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_any

        def received(self) -> Received:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            content_type = self.headers.get("Content-Type") if body else None
            is_json = content_type is not None and content_type.endswith("json")
            return Received(
                self.command,
                parts.path,
                parse_qs(parts.query, keep_blank_values=True),
                {} if is_json else parse_qs(body, keep_blank_values=True),
                json.loads(body) if is_json else None,
                content_type,
                self.headers.get("Authorization"),
                {name.lower(): value for name, value in self.headers.items()},
            )

        def log_message(self, *_: Any) -> None:
            """Nothing: the requests are kept."""

    return Handler
