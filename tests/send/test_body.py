"""Bodies of responses, over loopback: what is decompressed, and how large they may become."""

from __future__ import annotations

import socket
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import brotli
import pytest
from backports import zstd

from restmap import Request, ResponseError, TransportError

from .servers import BOTH, OK, Name, respond, sender, serving

TRANSPORTS = pytest.mark.parametrize("name", BOTH)
MEBIBYTE = 1024 * 1024


def gzip(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=31)
    return compressor.compress(data) + compressor.flush()


def chunked(data: bytes) -> bytes:
    pieces = [data[at : at + 5] for at in range(0, len(data), 5)]
    return b"".join(b"%x\r\n%b\r\n" % (len(each), each) for each in pieces) + b"0\r\n\r\n"


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


@contextmanager
def serving_body(body: bytes, *headers: str) -> Iterator[str]:
    """A server that responds with this body and these headers; its URL."""
    length = [] if any(each.startswith("Transfer") for each in headers) else [len(body)]
    lines = ["HTTP/1.1 200 OK", *headers, *(f"Content-Length: {each}" for each in length)]
    response = "\r\n".join([*lines, "", ""]).encode() + body

    def serve(connection: socket.socket) -> None:
        respond(connection, response)

    with serving(serve) as port:
        yield f"http://127.0.0.1:{port}/things"


@TRANSPORTS
@pytest.mark.parametrize("coding", CODINGS)
def test_what_the_libraries_can_decompress(name: Name, coding: str) -> None:
    with (
        serving_body(CODINGS[coding](OK), f"Content-Encoding: {coding}") as url,
        sender(name) as one,
    ):
        assert one.get(url).body == OK
    with (
        serving_body(
            chunked(CODINGS[coding](OK)),
            f"Content-Encoding: {coding.upper()}",
            "Transfer-Encoding: chunked",
        ) as url,
        sender(name) as one,
    ):
        assert one.get(url).body == OK


@TRANSPORTS
def test_and_that_is_what_they_ask_for(name: Name) -> None:
    heads: list[bytes] = []
    with (
        serving(lambda connection: heads.extend(respond(connection))) as port,
        sender(name) as one,
    ):
        one.get(f"http://127.0.0.1:{port}/")
        one.send(Request("GET", f"http://127.0.0.1:{port}/", {"accept-encoding": "gzip"}))
    lines = [line for head in heads for line in head.lower().split(b"\r\n") if b"encoding" in line]
    assert [set(line.partition(b": ")[2].replace(b" ", b"").split(b",")) for line in lines] == [
        {b"gzip", b"deflate", b"br", b"zstd"},
        {b"gzip"},
    ]


@TRANSPORTS
@pytest.mark.parametrize("coding", [None, *CODINGS])
@pytest.mark.parametrize("size", [10, 100_000])
def test_the_bound_is_exact(name: Name, coding: str | None, size: int) -> None:
    data = bytes(range(250)) * (size // 250) + bytes(size % 250)
    body, headers = data, ()
    if coding is not None:
        body, headers = CODINGS[coding](data), (f"Content-Encoding: {coding}",)
    with serving_body(body, *headers) as url:
        with sender(name, max_body_bytes=size) as one:
            assert one.get(url).body == data
        with sender(name, max_body_bytes=size - 1) as one, pytest.raises(ResponseError) as caught:
            one.get(f"{url}?token=secret")
    assert str(caught.value) == (
        f"the response body is larger than {size - 1} bytes.\n"
        "  If you expect that, allow more: ConnectionSettings(max_body_bytes=…).\n"
        f"  in GET {url}"
    )
    assert (caught.value.method, caught.value.url, caught.value.status) == ("GET", url, 200)


@TRANSPORTS
@pytest.mark.parametrize("coding", CODINGS)
def test_a_bomb_costs_no_more_than_the_bound(name: Name, coding: str) -> None:
    body = CODINGS[coding](bytes(128 * MEBIBYTE))
    with (
        serving_body(body, f"Content-Encoding: {coding}") as url,
        sender(name, max_body_bytes=MEBIBYTE) as one,
    ):
        tracemalloc.start()
        try:
            with pytest.raises(ResponseError, match="larger than 1048576 bytes"):
                one.get(url)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    # What is kept, the body itself as the server and the client have it, and a few pieces.
    assert peak < 4 * MEBIBYTE + 4 * len(body)


@TRANSPORTS
@pytest.mark.parametrize("outer", CODINGS)
def test_a_bomb_in_two_codings_is_one(name: Name, outer: str) -> None:
    body = CODINGS[outer](gzip(bytes(128 * MEBIBYTE)))
    with (
        serving_body(body, f"Content-Encoding: gzip, {outer}") as url,
        sender(name, max_body_bytes=MEBIBYTE) as one,
        pytest.raises(ResponseError, match="larger than 1048576 bytes"),
    ):
        one.get(url)


RAW_DEFLATE = zlib.compress(OK)[2:-4]


@TRANSPORTS
@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("identity", OK),
        ("Identity", OK),
        ("x-gzip", gzip(OK)),
        ("gzip, identity", gzip(OK)),
        ("identity,\tGZIP", gzip(OK)),
        ("gzip", gzip(OK[:5]) + gzip(OK[5:])),
        ("gzip", gzip(OK) + bytes(20)),
        ("deflate", RAW_DEFLATE),
        ("deflate", zlib.compress(OK, 9)),
        ("zstd", zstd.compress(OK[:5]) + zstd.compress(OK[5:])),
        ("gzip, deflate", zlib.compress(gzip(OK))),
        ("br, x-gzip", gzip(brotli.compress(OK))),
    ],
)
@pytest.mark.parametrize("piecewise", [False, True])
def test_how_a_coding_may_be_written(
    name: Name, coding: str, body: bytes, *, piecewise: bool
) -> None:
    headers = [f"Content-Encoding: {coding}"]
    if piecewise:
        headers.append("Transfer-Encoding: chunked")
        body = b"".join(b"1\r\n%c\r\n" % each for each in body) + b"0\r\n\r\n"
    with serving_body(body, *headers) as url, sender(name) as one:
        assert one.get(url).body == OK


WHOLE = [
    *((coding, encode(OK)) for coding, encode in CODINGS.items()),
    ("gzip", gzip(OK[:5]) + gzip(OK[5:])),
    ("deflate", RAW_DEFLATE),
    ("zstd", zstd.compress(OK[:5]) + zstd.compress(OK[5:])),
    ("br, gzip", gzip(brotli.compress(OK))),
]
CUT_OFF = [
    *((coding, body[:end]) for coding, body in WHOLE for end in (1, 2, len(body) // 2, -1)),
    ("br, gzip", gzip(brotli.compress(OK)[:-1])),
]


@TRANSPORTS
@pytest.mark.parametrize(("coding", "body"), CUT_OFF)
def test_a_body_that_ends_before_its_coding_is_incomplete(
    name: Name, coding: str, body: bytes
) -> None:
    """Also where all of its text could be decompressed, so that only the checksum is missing."""
    with (
        serving_body(body, f"Content-Encoding: {coding}") as url,
        sender(name) as one,
        pytest.raises(TransportError) as caught,
    ):
        one.get(url)
    assert str(caught.value) == (
        "the request failed: the response is incomplete.\n"
        "  The request may have reached the server.\n"
        f"  in GET {url}"
    )
    assert (caught.value.maybe_sent, caught.value.transient) == (True, True)


@TRANSPORTS
@pytest.mark.parametrize("coding", ["compress", "x" * 100, "gzip, compress", "gzip, gzip, gzip"])
def test_a_coding_that_nobody_knows(name: Name, coding: str) -> None:
    with (
        serving_body(b"text", f"Content-Encoding: {coding}") as url,
        sender(name) as one,
        pytest.raises(ResponseError) as caught,
    ):
        one.get(url)
    assert str(caught.value).startswith(f"the response body has the coding {coding[:40]!r}")


@TRANSPORTS
@pytest.mark.parametrize("coding", CODINGS)
def test_what_is_not_in_its_coding(name: Name, coding: str) -> None:
    with (
        serving_body(b"\xff" * 100, f"Content-Encoding: {coding}") as url,
        sender(name) as one,
        pytest.raises(ResponseError) as caught,
    ):
        one.get(url)
    assert str(caught.value) == (
        f"the response body is not valid {coding!r}, the coding it declares.\n"
        "  Retry, or request another coding by the header Accept-Encoding: identity.\n"
        f"  in GET {url}"
    )
    assert caught.value.__cause__ is not None


@TRANSPORTS
@pytest.mark.parametrize("coding", ["gzip", "compress"])
def test_nothing_is_an_empty_body_in_any_coding(name: Name, coding: str) -> None:
    """As in responses to HEAD, which name the coding that GET would have."""
    with serving_body(b"", f"Content-Encoding: {coding}") as url, sender(name) as one:
        assert one.get(url).body == b""
        assert one.send(Request("HEAD", url)).body == b""
