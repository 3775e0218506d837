"""A real HTTP server on 127.0.0.1 that misbehaves exactly as told, request by request.

    script = [CLOSES_WITHOUT_RESPONSE, busy(429, "1"), responds(200, {"sid": "KS"})]
    with FaultServer(script) as server:
        client = Client(server.url)
        ...
    assert len(server.requests) == 3

Three parts: what a behaviour is; the server that plays them; all behaviours by name.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
import zlib
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from itertools import chain
from time import monotonic
from types import TracebackType
from typing import Literal, Self, TypeAlias

from attrs import field, frozen

SECONDS_TO_END = 5
MEBIBYTE = 2**20


@frozen
class Request:
    """A request that arrived whole; connections count from 1, `time` is that of monotonic()."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    connection: int
    time: float

    def header(self, name: str) -> str | None:
        """The values of that name joined by a comma; None without any."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(values) if values else None


@frozen
class Send:
    data: bytes


@frozen
class Wait:
    """Ends early when the client gives up or the server closes; the connection ends with it."""

    seconds: float


@frozen
class AwaitNextRequest:
    """Waits for the first bytes of another request on the same connection."""


@frozen
class Close:
    pass


@frozen
class Reset:
    pass


Step: TypeAlias = Send | Wait | AwaitNextRequest | Close | Reset


@frozen
class Behaviour:
    """What is done about one request; the connection is kept unless a step ends it."""

    name: str
    steps: tuple[Step, ...] = field(repr=False)
    reads_request: bool = True

    @property
    def __name__(self) -> str:
        # pytest makes the id of a parameter from this.
        return self.name


Script: TypeAlias = Iterable[Behaviour] | Callable[[int, Request], Behaviour | None]


class FaultServer:
    """Serves for as long as the `with` block lasts, but for no more than `seconds`.

    script: a behaviour for each request in order of arrival, or a function that is given the
    number of the request, from 1, and the request. A function sees requests that were read, so
    what it chooses is done after reading. `default` is done where the script has nothing (more).
    Leaving the block raises what went wrong in the server: a function of the test that failed, a
    request that is not HTTP, or more than `max_requests`.
    """

    def __init__(
        self,
        script: Script = (),
        *,
        default: Behaviour | None = None,
        seconds: float = 60,
        max_requests: int = 1000,
    ) -> None:
        self._choose = script if callable(script) else None
        self._script = iter(() if callable(script) else script)
        self._default = default or responds()
        self._seconds = seconds
        self._max_requests = max_requests
        self._count = 0
        self._requests: list[Request] = []
        self._connections: list[_Connection] = []
        self._errors: list[Exception] = []
        self._lock = threading.Lock()
        self._ending = threading.Event()

    def __enter__(self) -> Self:
        self._deadline = monotonic() + self._seconds
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, name="fault server")]
        self._threads[0].start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._ending.set()
        if self._threads[0].is_alive():
            with suppress(OSError):  # Wakes the accepting thread, unless it ended just now.
                socket.create_connection(("127.0.0.1", self._port), SECONDS_TO_END).close()
        self._threads[0].join(SECONDS_TO_END)
        for connection in self._connections:
            connection.interrupt()
        for thread in self._threads:
            thread.join(SECONDS_TO_END)
            if thread.is_alive():
                self._errors.append(RuntimeError(f"{thread.name} does not end"))
        if self._errors and error:
            error.add_note(f"In the fault server at {self.url}: {self._errors!r}")
        elif self._errors:
            raise ExceptionGroup(f"in the fault server at {self.url}", self._errors)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def requests(self) -> list[Request]:
        """Those that arrived whole, in that order, whatever was then done about them."""
        return list(self._requests)

    @property
    def connections(self) -> int:
        """How many were opened so far."""
        return len(self._connections)

    def _accept(self) -> None:
        with self._listener, suppress(TimeoutError):
            while True:
                self._listener.settimeout(max(self._deadline - monotonic(), 0.001))
                accepted, _ = self._listener.accept()
                if self._ending.is_set():
                    accepted.close()
                    return
                connection = _Connection(accepted, self.connections + 1, self._deadline)
                self._connections.append(connection)
                name = f"fault server, connection {connection.number}"
                thread = threading.Thread(target=self._serve, args=(connection,), name=name)
                self._threads.append(thread)
                thread.start()

    def _serve(self, connection: _Connection) -> None:
        try:
            while self._exchange(connection):
                pass
        except (ConnectionError, TimeoutError):
            pass  # The client gave up, which is its right, or the time of the server is over.
        except Exception as error:
            self._errors.append(error)
            self._ending.set()
        finally:
            connection.close()

    def _exchange(self, connection: _Connection) -> bool:
        """One request and what is done about it; whether the connection is kept."""
        connection.await_bytes()
        number, behaviour = self._next_of_script()
        if behaviour and not behaviour.reads_request:
            return connection.play(behaviour.steps)
        request = connection.read_request()
        self._requests.append(request)
        if self._choose:
            behaviour = self._choose(number, request)
        kept = connection.play((behaviour or self._default).steps)
        return kept and request.header("Connection") != "close"

    def _next_of_script(self) -> tuple[int, Behaviour | None]:
        with self._lock:
            self._count += 1
            if self._count > self._max_requests:
                raise RuntimeError(f"more than {self._max_requests} requests")
            return self._count, next(self._script, None if self._choose else self._default)


class _Connection:
    """One accepted socket; every wait ends at the deadline, or when interrupted."""

    def __init__(self, accepted: socket.socket, number: int, deadline: float) -> None:
        accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket = accepted
        self._deadline = deadline
        self._unread = b""
        self.number = number

    def interrupt(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._socket.close()

    def await_bytes(self) -> None:
        if not self._unread:
            self._receive(self._deadline)

    def read_request(self) -> Request:
        line, *fields = self._read_head().split("\r\n")
        method, target, _ = line.split(" ")
        headers = tuple((name, value.strip()) for name, _, value in map(_partitioned, fields))
        by_name = {name.lower(): value for name, value in headers}
        if method == "HEAD" or "transfer-encoding" in by_name:
            raise NotImplementedError(f"the fault server does not know HEAD or chunks: {line}")
        if by_name.get("expect") == "100-continue":
            self._send(b"HTTP/1.1 100 Continue\r\n\r\n")
        body = self._read_body(int(by_name.get("content-length", "0")))
        return Request(method, target, headers, body, self.number, monotonic())

    def play(self, steps: Iterable[Step]) -> bool:
        """Whether the connection is kept."""
        for step in steps:
            match step:
                case Send(data):
                    self._send(data)
                case Wait(seconds):
                    self._wait(seconds)
                case AwaitNextRequest():
                    self.await_bytes()
                case Close():
                    return False
                case Reset():
                    # Closing without lingering makes the kernel send RST in the place of FIN.
                    at_once = struct.pack("ii", 1, 0)
                    self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
                    return False
        return True

    def _read_head(self) -> str:
        while b"\r\n\r\n" not in self._unread:
            self._receive(self._deadline)
        head, _, self._unread = self._unread.partition(b"\r\n\r\n")
        return head.decode("latin-1")

    def _read_body(self, length: int) -> bytes:
        while len(self._unread) < length:
            self._receive(self._deadline)
        body, self._unread = self._unread[:length], self._unread[length:]
        return body

    def _wait(self, seconds: float) -> None:
        # Receiving, not sleeping, is what notices a client that gave up.
        until = monotonic() + seconds
        with suppress(TimeoutError):
            while True:
                self._receive(until)

    def _receive(self, until: float) -> None:
        self._limit_to(until)
        received = self._socket.recv(2**16)
        if not received:
            raise ConnectionAbortedError("closed by the client, or by the end of the server")
        self._unread += received

    def _send(self, data: bytes) -> None:
        self._limit_to(self._deadline)
        self._socket.sendall(data)

    def _limit_to(self, until: float) -> None:
        seconds = min(until, self._deadline) - monotonic()
        if seconds <= 0:
            raise TimeoutError
        self._socket.settimeout(seconds)


def _partitioned(header: str) -> tuple[str, str, str]:
    return header.partition(":")


OK = b'{"ok": true}'
JSON = "application/json"
CHUNKED = {"Transfer-Encoding": "chunked"}


def _head(status: int, headers: Mapping[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} As Told", *(f"{name}: {headers[name]}" for name in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _message(body: bytes, headers: Mapping[str, str] | None = None, status: int = 200) -> bytes:
    usual = {"Content-Type": JSON, "Content-Length": str(len(body))}
    return _head(status, {**usual, **(headers or {})}) + body


# Responses that are well-formed HTTP.


def responds_with(
    name: str, body: bytes, headers: Mapping[str, str] | None = None, status: int = 200
) -> Behaviour:
    return Behaviour(name, (Send(_message(body, headers, status)),))


def responds(
    status: int = 200, json_value: object = None, headers: Mapping[str, str] | None = None
) -> Behaviour:
    body = OK if json_value is None else json.dumps(json_value).encode()
    return responds_with(f"response {status}", body, headers, status)


def busy(status: Literal[429, 503], retry_after: str) -> Behaviour:
    name = f"{status}, Retry-After: {retry_after}"
    return responds_with(name, b'{"busy": true}', {"Retry-After": retry_after}, status)


def redirect(location: str, status: int = 302) -> Behaviour:
    return responds_with(f"{status} to {location}", b"", {"Location": location}, status)


def deeply_nested_json(depth: int = 100_000) -> Behaviour:
    return responds_with(f"JSON {depth} deep", b"[" * depth + b"]" * depth)


def long_number(digits: int = 5_000) -> Behaviour:
    return responds_with(f"number of {digits} digits", b'{"n": ' + b"9" * digits + b"}")


def large_headers(size: int = MEBIBYTE) -> Behaviour:
    """Few, and none of them large: only their sum is."""
    headers = {f"X-Large-{number}": "x" * (size // 64) for number in range(64)}
    return responds_with(f"{size} bytes of headers", OK, headers)


def large_header(size: int = MEBIBYTE) -> Behaviour:
    return responds_with(f"a header of {size} bytes", OK, {"X-Large": "x" * size})


def many_headers(count: int = 10_000) -> Behaviour:
    headers = {f"X-{number}": "x" for number in range(count)}
    return responds_with(f"{count} headers", OK, headers)


EMPTY = responds_with("empty 200", b"")
HTML = responds_with("html", b"<!DOCTYPE html><title>Off</title>", {"Content-Type": "text/html"})
INVALID_JSON = responds_with("invalid JSON", b'{"ok": tru')
INVALID_UTF8 = responds_with("invalid UTF-8", b'{"ok": "\xff\xfe"}')
INFINITE_NUMBER = responds_with("1e999", b'{"n": 1e999}')
DUPLICATE_KEYS = responds_with("duplicate keys", b'{"ok": true, "ok": false}')


# Content codings; "raw deflate" is what some servers send as deflate: without zlib's header.

Coding: TypeAlias = Literal["gzip", "deflate", "raw deflate"]
WINDOW_BITS: dict[Coding, int] = {"gzip": 31, "deflate": 15, "raw deflate": -15}


def encoded(*codings: Coding) -> Behaviour:
    """A right response, in these codings one over the other."""
    return _responds_in(codings, ", ".join(codings), _encode([OK], codings))


def bomb(mebibytes: int, *codings: Coding) -> Behaviour:
    """So much in zeroes, in these codings one over the other."""
    name = f"{', '.join(codings)} bomb of {mebibytes} MiB"
    return _responds_in(codings, name, _encoded_zeroes(mebibytes, codings))


def _responds_in(codings: Iterable[Coding], name: str, body: bytes) -> Behaviour:
    header = ", ".join(coding.removeprefix("raw ") for coding in codings)
    return responds_with(name, body, {"Content-Encoding": header})


@cache
def _encoded_zeroes(mebibytes: int, codings: tuple[Coding, ...]) -> bytes:
    return _encode((bytes(MEBIBYTE) for _ in range(mebibytes)), codings)


def _encode(pieces: Iterable[bytes], codings: Iterable[Coding]) -> bytes:
    for coding in codings:
        compressor = zlib.compressobj(wbits=WINDOW_BITS[coding])
        pieces = [*map(compressor.compress, pieces), compressor.flush()]
    return b"".join(pieces)


INVALID_GZIP = _responds_in(["gzip"], "invalid gzip", b"this is not gzip")
TRUNCATED_GZIP = _responds_in(["gzip"], "truncated gzip", _encode([OK], ["gzip"])[:-12])


# Connections that end.


@contextmanager
def refused_url() -> Generator[str]:
    """Where connecting is refused: the port is held, so nobody gets it, but not listened to."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}"


RESETS_BEFORE_READING = Behaviour("reset before reading", (Reset(),), reads_request=False)
RESETS_AFTER_READING = Behaviour("reset after reading", (Reset(),))
RESETS_IN_BODY = Behaviour("reset in body", (Send(_message(OK)[:-5]), Reset()))
CLOSES_WITHOUT_RESPONSE = Behaviour("close without response", (Close(),))

CLOSES_AFTER_RESPONSE = Behaviour("close after response", (Send(_message(OK)), Close()))
"""At once and without notice; a client may see it before it uses the connection again."""

RESETS_NEXT_REQUEST = Behaviour(
    "reset of next request", (Send(_message(OK)), AwaitNextRequest(), Reset())
)
"""No client can foresee it. That next request takes nothing from the script."""


# Responses that are late.

Place: TypeAlias = Literal["before response", "in headers", "in body"]


def stalls(where: Place, seconds: float) -> Behaviour:
    """A right response, the rest of which comes after so long."""
    message = _message(OK)
    at = {"before response": 0, "in headers": 30, "in body": len(message) - 5}[where]
    steps = (Send(message[:at]), Wait(seconds), Send(message[at:]))
    return Behaviour(f"stall {where} for {seconds} s", steps)


def drips(what: Literal["response", "body"], seconds_each: float) -> Behaviour:
    """A right response, byte by byte from its beginning or from that of its body."""
    message = _message(OK)
    at = {"response": 0, "body": len(message) - len(OK)}[what]
    drops: list[tuple[Step, ...]] = [
        (Wait(seconds_each), Send(bytes([byte]))) for byte in message[at:]
    ]
    steps = (Send(message[:at]), *chain.from_iterable(drops))
    return Behaviour(f"drip of {what}, {seconds_each} s each", steps)


# Responses that are not well-formed HTTP.


def _then_closes(name: str, sent: bytes) -> Behaviour:
    return Behaviour(name, (Send(sent), Close()))


GARBAGE_STATUS_LINE = _then_closes("garbage status line", b"ICY ?? \x00\xff\r\n\r\n" + OK)
HTTP_0_9 = _then_closes("HTTP/0.9", OK)

TRUNCATED = _then_closes("truncated", _message(OK, {"Content-Length": str(len(OK) + 10)}))
"""What comes is JSON, but less than the announced length."""

OK_IN_CHUNK = b"%x\r\n%s\r\n" % (len(OK), OK)
INVALID_CHUNKS = _then_closes(
    "invalid chunks", _head(200, CHUNKED) + OK_IN_CHUNK + b"zz\r\nwhat\r\n0\r\n\r\n"
)
TRUNCATED_IN_CHUNK = _then_closes("truncated in chunk", _head(200, CHUNKED) + b"ff\r\n" + OK)
TRUNCATED_BETWEEN_CHUNKS = _then_closes(
    "truncated between chunks", _head(200, CHUNKED) + OK_IN_CHUNK
)

STRAY_BYTES = Behaviour("stray bytes", (Send(_message(OK) + _message(b'{"stray": true}')),))
"""A right response with another behind it that nobody asked for; the connection is kept."""

NO_CONTENT_WITH_BODY = responds_with("204 with body", OK, status=204)
