"""A WSGI application over HTTP: waitress on the loopback interface (extra `sandbox`).

https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html
"""

from __future__ import annotations

import logging
import select
import socket
import sys
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
    """Serves a WSGI application until `stop()`, one request at a time.

    application: it handles the requests. port: 0 chooses a free one.
    Raises ConfigurationError if the port cannot be used.
    """

    def __init__(self, application: WSGIApplication, port: int = 0) -> None:
        _silence_queue_warnings()
        listener = _listen(port)
        host, bound_port = listener.getsockname()
        self.url = f"http://{host}:{bound_port}"
        self._sockets: dict[int, Any] = {}
        # The socket listens from here on, so no client can connect too early.
        self._server, self._workers = _create(application, listener, self._sockets)
        self._is_stopping = False
        self._end, end = socket.socketpair()
        _End(end, map=self._sockets)
        self._thread = threading.Thread(target=self._run, name="restmap-sandbox", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._server.run()
        wasyncore.close_all(self._sockets)

    def stop(self) -> bool:
        """Stop serving, and end all threads and connections. It returns whether they have ended.

        It waits up to five seconds for a request that is being handled, unless it is called by the
        thread that handles it: then serving stops once the request is handled.
        """
        if not self._is_stopping:
            self._is_stopping = True
            self._end.send(b".")
        if threading.current_thread() in self._workers:
            return False
        self._thread.join()
        self._end.close()
        for each in self._workers:
            each.join(timeout=1)
        return True


class _End(wasyncore.dispatcher):
    """Ends the loop of waitress, as Ctrl-C does, once its socket has something to read."""

    def writable(self) -> bool:
        """Nothing is ever written."""
        return False

    def handle_read(self) -> None:
        """Raise what makes waitress wait for its threads and return from run()."""
        raise SystemExit


class _Server(Protocol):
    """The part of waitress's server that is used here."""

    def run(self) -> None: ...


_creating = threading.Lock()


def _create(
    application: WSGIApplication, listener: socket.socket, sockets: dict[int, Any]
) -> tuple[_Server, list[threading.Thread]]:
    """A server of waitress and the threads that it started."""
    # The published type stubs of waitress do not describe its arguments.
    create = cast("Callable[..., _Server]", create_server)
    with _creating:
        before = set(threading.enumerate())
        server = create(
            application,
            map=sockets,
            sockets=[listener],
            # One thread, because the store admits one request at a time.
            threads=1,
            server_name=HOST,
            backlog=BACKLOG,
            connection_limit=MAX_CONNECTIONS,
            # The application does not trust them, so they can be passed on like all headers.
            clear_untrusted_proxy_headers=False,
            max_request_header_size=MAX_HEADER_BYTES,
            # Up to twice the maximum, the application responds with the API's own error.
            max_request_body_size=2 * MAX_BODY_BYTES,
            # Bodies stay in memory, so that no temporary file can be left behind.
            inbuf_overflow=2 * MAX_BODY_BYTES,
            outbuf_overflow=4 * MAX_BODY_BYTES,
            # The one thread never waits for a client that does not read: nobody else would be
            # served. Such a client is not read from either, so little can pile up for it.
            outbuf_high_watermark=sys.maxsize,
            log_socket_errors=False,
            asyncore_use_poll=hasattr(select, "poll"),
        )
        # waitress has no list of its threads.
        new = set(threading.enumerate()) - before
    return server, [each for each in new if each.name.startswith("waitress")]


def _silence_queue_warnings() -> None:
    """Silence the warning of waitress about requests that wait, which is normal here."""
    queue = logging.getLogger("waitress.queue")
    if queue.level == logging.NOTSET:
        queue.setLevel(logging.ERROR)


def _listen(port: int) -> socket.socket:
    """A socket that listens on loopback. Raises ConfigurationError if the port cannot be used."""
    reason = "it is not between 0 and 65535"
    if 0 <= port <= 65535:
        try:
            return socket.create_server((HOST, port), backlog=BACKLOG)
        except OSError as error:
            reason = str(error.strerror or error)
    raise configuration_error(
        f"the port {port} cannot be used: {reason}.", "Leave the port out to get a free one."
    )
