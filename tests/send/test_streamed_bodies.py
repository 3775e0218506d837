"""Streamed request bodies: their length, their pieces, and when they are repeated."""

from __future__ import annotations

import io
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from restmap import ParameterError, Request, ServerError
from restmap.api.undeclared import undeclared_operation
from restmap.body_sources import (
    PIECE_BYTES,
    BytesSource,
    FileSource,
    IterableSource,
    PathSource,
    Source,
)
from restmap.send.exchange import exchange
from restmap.streamed_body import StreamedBody
from tests.support import Served, json_response

from .servers import BOTH, RESPONSE, Name, sender, serving

TRANSPORTS = pytest.mark.parametrize("name", BOTH)


@contextmanager
def receiving() -> Iterator[tuple[str, list[tuple[dict[str, str], bytes]]]]:
    """A server, and the headers and bodies of the requests that it got."""
    received: list[tuple[dict[str, str], bytes]] = []

    def serve(connection: socket.socket) -> None:
        with connection.makefile("rb") as file:
            while file.readline():
                lines = iter(file.readline, b"\r\n")
                pairs = (line.decode().strip().split(": ", 1) for line in lines)
                headers = {name.lower(): value for name, value in pairs}
                received.append((headers, read_body(file, headers)))
                connection.sendall(RESPONSE)

    with serving(serve) as port:
        yield f"http://127.0.0.1:{port}/", received


def read_body(file: BinaryIO, headers: dict[str, str]) -> bytes:
    if "content-length" in headers:
        assert "transfer-encoding" not in headers
        return file.read(int(headers["content-length"]))
    body = b""
    while size := int(file.readline() or b"0", 16):  # the client may give up
        body += file.read(size)
        file.readline()
    file.readline()
    return body


CONTENT = os.urandom(3 * PIECE_BYTES + 5)


def pipe_of(content: bytes) -> BinaryIO:
    """An open file that cannot be rewound."""
    reading, writing = os.pipe()
    with open(writing, "wb") as file:
        file.write(content)
    return open(reading, "rb")


@TRANSPORTS
def test_a_body_with_a_length(name: Name, tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    path.write_bytes(CONTENT)
    body = StreamedBody([BytesSource(b"<"), PathSource(path), BytesSource(b">")])
    with receiving() as (url, received), sender(name) as one:
        for _ in range(2):
            assert one.send(Request("PUT", url, {"Content-Type": "a/b"}, body)).status == 200
    for headers, content in received:
        assert headers["content-length"] == str(len(CONTENT) + 2)
        assert headers["content-type"] == "a/b"
        assert content == b"<" + CONTENT + b">"


@TRANSPORTS
def test_an_empty_body(name: Name) -> None:
    with receiving() as (url, received), sender(name) as one:
        one.send(Request("PUT", url, body=StreamedBody([FileSource(io.BytesIO())])))
    ((headers, content),) = received
    assert (headers["content-length"], content) == ("0", b"")


@TRANSPORTS
def test_a_body_of_unknown_length_is_sent_in_chunks(name: Name) -> None:
    pieces = (piece for piece in (b"a", b"", b"bc"))
    body = StreamedBody([IterableSource(pieces)])
    with receiving() as (url, received), sender(name) as one:
        one.send(Request("PUT", url, body=body))
        with pytest.raises(ParameterError) as caught:
            one.send(Request("PUT", url, body=body))
        one.send(Request("PUT", url, body=b"next"))  # the connection is not in disorder
    assert [content for _, content in received if content != b""] == [b"abc", b"next"]
    assert received[0][0]["transfer-encoding"] == "chunked"
    assert str(caught.value) == (
        "the iterator was read before, and cannot be read again.\n"
        "  Give a path, a file that can be rewound, or another iterator."
    )


class Recording(io.BytesIO):
    """A file that counts what is read at once."""

    largest = 0

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        self.largest = max(self.largest, len(piece))
        return piece


@TRANSPORTS
def test_a_file_is_read_in_pieces(name: Name) -> None:
    file = Recording(bytes(4 * 1024 * 1024))
    with receiving() as (url, received), sender(name) as one:
        one.send(Request("PUT", url, body=StreamedBody([FileSource(file)])))
    assert len(received[0][1]) == 4 * 1024 * 1024
    assert file.largest == PIECE_BYTES


def broken() -> Iterator[Any]:
    yield b"a"
    raise RuntimeError("out of paper")


def texts() -> Iterator[Any]:
    yield "a"


GIVE_BYTES = "  The request was not sent as a whole; give a file or an iterator of bytes."


@TRANSPORTS
@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        (broken, "the iterator cannot be read: RuntimeError: out of paper."),
        (texts, "the iterator gives str, and a request body is bytes."),
    ],
)
def test_an_iterator_that_fails(name: Name, pieces: Any, found: str) -> None:
    body = StreamedBody([IterableSource(pieces())])
    with receiving() as (url, _), sender(name) as one, pytest.raises(ParameterError) as caught:
        one.send(Request("PUT", url, body=body))
    assert str(caught.value) == f"{found}\n{GIVE_BYTES}"


@TRANSPORTS
def test_a_file_that_becomes_shorter(name: Name, tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"abc")
    body = StreamedBody([PathSource(path)])
    path.write_bytes(b"a")
    with receiving() as (url, _), sender(name) as one, pytest.raises(ParameterError) as caught:
        one.send(Request("PUT", url, body=body))
    assert str(caught.value) == (
        f"the file {str(path)!r} became shorter while it was being sent.\n{GIVE_BYTES}"
    )


@TRANSPORTS
@pytest.mark.parametrize("header", [{"Content-Length": "4"}, {"Transfer-Encoding": "chunked"}])
def test_headers_of_the_body_are_ours(name: Name, header: dict[str, str]) -> None:
    for source in (BytesSource(b"abc"), IterableSource([b"abc"])):
        request = Request("PUT", "http://127.0.0.1:1", header, StreamedBody([source]))
        with sender(name) as one, pytest.raises(ParameterError, match="does not fit the request"):
            one.send(request)


@TRANSPORTS
def test_the_right_length_may_be_given(name: Name) -> None:
    body = StreamedBody([BytesSource(b"abc")])
    with receiving() as (url, received), sender(name) as one:
        one.send(Request("PUT", url, {"content-length": "3"}, body))
    assert received[0][1] == b"abc"


def test_a_file_is_sent_from_its_position() -> None:
    file = io.BytesIO(b"abcdef")
    file.seek(2)
    body = StreamedBody([FileSource(file)])
    assert (body.length, body.read_all(), body.read_all()) == (4, b"cdef", b"cdef")


def test_what_cannot_be_rewound_is_read_once(tmp_path: Path) -> None:
    named = tmp_path / "pipe"
    os.mkfifo(named)
    with pipe_of(b"abc") as file:
        body = StreamedBody([FileSource(file)])
        assert (body.length, body.can_be_sent, repr(body)) == (
            None,
            True,
            "<body of unknown length>",
        )
        assert body.read_all() == b"abc"
        assert not body.can_be_sent
    assert PathSource(named).length is None
    with pytest.raises(IsADirectoryError):
        PathSource(tmp_path)
    with pytest.raises(FileNotFoundError):
        PathSource(tmp_path / "none")


# -- repetition -----------------------------------------------------------------------------


def put(source: Source) -> list[bytes]:
    """Send a body by a client whose server reads it; returns what the server has read."""
    read: list[bytes] = []

    def respond(request: Request) -> Any:
        assert isinstance(request.body, StreamedBody)
        read.append(request.body.read_all())
        return json_response(status=503 if len(read) == 1 else 200)

    served = Served(respond, retries=3, sleep=lambda _: None)
    request = Request("PUT", "https://api.desk.example/v1/x", body=StreamedBody([source]))
    operation = undeclared_operation("PUT", None)
    with suppress(ServerError):
        served.client._run(exchange(served.client, request, operation, lambda response: response))
    return read


@pytest.mark.parametrize(
    ("source", "read"),
    [
        (lambda: FileSource(io.BytesIO(b"abc")), [b"abc", b"abc"]),
        (lambda: IterableSource([b"a", b"bc"]), [b"abc", b"abc"]),
        (lambda: IterableSource(iter([b"a", b"bc"])), [b"abc"]),
        (lambda: FileSource(pipe_of(b"abc")), [b"abc"]),
    ],
)
def test_a_repeated_attempt_rewinds_the_body(source: Any, read: list[bytes]) -> None:
    made = source()
    assert put(made) == read
    if isinstance(made, FileSource):
        made._file.close()
