"""What the tests of transports share: both transports driven alike, TLS servers, a proxy."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Literal, TypeAlias

import trustme

from restmap.messages import Request, Response, Timeout
from restmap.transports.aiohttp_transport import AiohttpTransport
from restmap.transports.connection import ConnectionSettings
from restmap.transports.urllib3_transport import Urllib3Transport

Name: TypeAlias = Literal["urllib3", "aiohttp"]
BOTH: list[Name] = ["urllib3", "aiohttp"]

SECONDS_TO_END = 5
QUICK = Timeout(connect=2, read=2, total=5)
OK = b'{"ok": true}'
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(OK), OK)


class Sender:
    """One transport, driven from a test that is a plain function."""

    def __init__(self, name: Name, settings: ConnectionSettings) -> None:
        self.runner = asyncio.Runner() if name == "aiohttp" else None
        self.transport: Any = (
            AiohttpTransport(settings) if self.runner else Urllib3Transport(settings)
        )

    def send(self, request: Request) -> Response:
        sending = self.transport.send(request)
        return self.runner.run(sending) if self.runner else sending

    def get(self, url: str, timeout: Timeout = QUICK, **headers: str) -> Response:
        return self.send(Request("GET", url, headers, timeout=timeout))

    def close(self) -> None:
        closing = self.transport.close()
        if self.runner:
            self.runner.run(closing)
            self.runner.close()


@contextmanager
def sender(name: Name, **settings: Any) -> Iterator[Sender]:
    """A transport that is closed at the end; what it leaves open is an error of the test."""
    one = Sender(name, ConnectionSettings(**settings))
    try:
        yield one
    finally:
        one.close()
        gc.collect()


Serving: TypeAlias = Callable[[socket.socket], object]


@contextmanager
def serving(serve: Serving) -> Iterator[int]:
    """A server that calls a function for each connection, in a thread; gives its port."""
    threads: list[threading.Thread] = []
    accepted: list[socket.socket] = []
    listener = socket.create_server(("127.0.0.1", 0))
    ending = threading.Event()

    def run(connection: socket.socket) -> None:
        with suppress(OSError), connection:  # The client may give up.
            serve(connection)

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            if ending.is_set():
                connection.close()
                return
            connection.settimeout(SECONDS_TO_END)
            accepted.append(connection)
            threads.append(threading.Thread(target=run, args=(connection,)))
            threads[-1].start()

    accepting = threading.Thread(target=accept)
    accepting.start()
    port = listener.getsockname()[1]
    try:
        yield port
    finally:
        ending.set()
        socket.create_connection(("127.0.0.1", port), SECONDS_TO_END).close()
        accepting.join(SECONDS_TO_END)
        for connection in accepted:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join(SECONDS_TO_END)
        listener.close()


def read_request_head(connection: socket.socket) -> bytes:
    """What arrives, to the end of a head; b"" where the connection ends."""
    head = b""
    while b"\r\n\r\n" not in head:
        piece = connection.recv(4096)
        if not piece:
            return b""
        head += piece
    return head


def respond(connection: socket.socket, response: bytes = RESPONSE) -> list[bytes]:
    """Respond to requests without a body until the connection ends; returns their headers."""
    heads: list[bytes] = []
    while head := read_request_head(connection):
        heads.append(head)
        connection.sendall(response)
    return heads


class Authority:
    """A certificate authority made for a test."""

    def __init__(self, folder: Any) -> None:
        self._made = trustme.CA()
        self.bundle = str(folder / "authority.pem")
        self._made.cert_pem.write_to_path(self.bundle)

    def server_context(self, host: str = "127.0.0.1") -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._made.issue_cert(host).configure_cert(context)
        return context

    def demand_certificates(self, context: ssl.SSLContext) -> None:
        context.verify_mode = ssl.CERT_REQUIRED
        self._made.configure_trust(context)

    def client_certificate(self, folder: Any) -> tuple[str, str]:
        paths = str(folder / "client.pem"), str(folder / "client.key")
        made = self._made.issue_cert("client@example.com")
        made.private_key_pem.write_to_path(paths[1])
        for blob in made.cert_chain_pems:
            blob.write_to_path(paths[0], append=True)
        return paths


def over_tls(context: ssl.SSLContext, serve: Serving) -> Serving:
    """The same server behind TLS."""

    def serve_wrapped(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as wrapped:
            serve(wrapped)

    return serve_wrapped


class ConnectProxy:
    """A proxy for CONNECT: the heads it was sent are in `heads`."""

    def __init__(self) -> None:
        self.heads: list[bytes] = []

    def serve(self, connection: socket.socket) -> None:
        head = read_request_head(connection)
        self.heads.append(head)
        host, _, port = head.split(b" ")[1].partition(b":")
        with socket.create_connection((host, int(port)), SECONDS_TO_END) as target:
            connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=_copy, args=(target, connection))
            back.start()
            _copy(connection, target)
            back.join(SECONDS_TO_END)


def _copy(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)
