"""A WSGI application over HTTP: waitress on the loopback interface (extra `sandbox`).

https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html
"""

from __future__ import annotations

import logging
import select
import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, cast

from waitress import wasyncore
from waitress.server import create_server

from ..errors import configuration_error
from .wsgi import MAX_BODY_BYTES

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

HOST = "127.0.0.1"
BACKLOG = 256
MAX_CONNECTIONS = 1000
MAX_HEADER_BYTES = 64 * 1024


class HttpServer:
    """Serves a WSGI application, from its creation until `stop()`; one request after the other.

    application: what handles the requests. port: 0 for one that is free.
    Raises ConfigurationError where the port cannot be used.
    """

    def __init__(self, application: WSGIApplication, port: int = 0) -> None:
        _silence_queue_warnings()
        listener = _listen(port)
        host, bound_port = listener.getsockname()
        self.url = f"http://{host}:{bound_port}"
        self._sockets: dict[int, Any] = {}
        # It listens from here on: no client comes too early.
        self._server, self._workers = _create(application, listener, self._sockets)
        self._end, end = socket.socketpair()
        _End(end, map=self._sockets)
        self._thread = threading.Thread(target=self._run, name="restmap-sandbox", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._server.run()
        wasyncore.close_all(self._sockets)

    def stop(self) -> None:
        """End: there is no thread and no open connection when this returns.

        A request that is being handled is waited for, up to five seconds. To be called once.
        """
        with self._end:
            self._end.send(b".")
            self._thread.join()
        for each in self._workers:
            each.join(timeout=1)


class _End(wasyncore.dispatcher):
    """Ends waitress's loop, as Ctrl-C does, once its socket has something to read."""

    def writable(self) -> bool:
        """It only reads."""
        return False

    def handle_read(self) -> None:
        """What waitress takes for the end: it lets its threads finish, and returns."""
        raise SystemExit


class _Server(Protocol):
    """What is used of waitress's server."""

    def run(self) -> None: ...


_creating = threading.Lock()


def _create(
    application: WSGIApplication, listener: socket.socket, sockets: dict[int, Any]
) -> tuple[_Server, list[threading.Thread]]:
    """A server of waitress, and the threads that it began."""
    # The published types of waitress have none for its arguments.
    create = cast("Callable[..., _Server]", create_server)
    with _creating:
        before = set(threading.enumerate())
        server = create(
            application,
            map=sockets,
            sockets=[listener],
            # One, for the records are there for one request at a time.
            threads=1,
            server_name=HOST,
            backlog=BACKLOG,
            connection_limit=MAX_CONNECTIONS,
            # They reach the application as they came, like all headers; it trusts none.
            clear_untrusted_proxy_headers=False,
            max_request_header_size=MAX_HEADER_BYTES,
            # What is a little too large is refused by the application, in the API's own form.
            max_request_body_size=2 * MAX_BODY_BYTES,
            # Bodies stay in memory: no temporary file can be left behind.
            inbuf_overflow=2 * MAX_BODY_BYTES,
            outbuf_overflow=4 * MAX_BODY_BYTES,
            log_socket_errors=False,
            asyncore_use_poll=hasattr(select, "poll"),
        )
        # waitress does not give its threads away.
        new = set(threading.enumerate()) - before
    return server, [each for each in new if each.name.startswith("waitress")]


def _silence_queue_warnings() -> None:
    """waitress warns of each request that waits for another; here that is how it works."""
    queue = logging.getLogger("waitress.queue")
    if queue.level == logging.NOTSET:
        queue.setLevel(logging.ERROR)


def _listen(port: int) -> socket.socket:
    """A socket that listens on loopback; ConfigurationError where the port cannot be used."""
    reason = "it is not between 0 and 65535"
    if 0 <= port <= 65535:
        try:
            return socket.create_server((HOST, port), backlog=BACKLOG)
        except OSError as error:
            reason = str(error.strerror or error)
    raise configuration_error(
        f"the port {port} cannot be used: {reason}.", "Leave it out for a free one."
    )
