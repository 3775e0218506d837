"""Bodies: any stream in any pieces, bounded, whole."""

from __future__ import annotations

import random
import tracemalloc
import zlib
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, strategies as some

from restmap.errors import ResponseError
from restmap.messages import Request
from restmap.send.body import PIECE_BYTES, Body

from ..faults.server import WINDOW_BITS, Coding

REQUEST = Request("GET", "https://api.example.com/things?token=secret")
MEBIBYTE = 2**20

CODINGS: list[Coding] = ["gzip", "deflate", "raw deflate"]
DATA = some.one_of(
    some.binary(max_size=300),
    # Much out of little, and more than one piece of it.
    some.builds(lambda byte, count: byte * count, some.binary(min_size=1, max_size=3),
                some.integers(0, 3 * PIECE_BYTES)),
    # Much that does not compress.
    some.builds(lambda seed, size: random.Random(seed).randbytes(size), some.integers(0, 99),
                some.integers(0, 2 * PIECE_BYTES)),
)  # fmt: skip
NESTED = some.lists(some.sampled_from(CODINGS), min_size=1, max_size=3)


def compressed(data: bytes, coding: Coding) -> bytes:
    compressor = zlib.compressobj(wbits=WINDOW_BITS[coding])
    return compressor.compress(data) + compressor.flush()


def encoded(data: bytes, codings: list[Coding]) -> bytes:
    for coding in codings:
        data = compressed(data, coding)
    return data


def header(codings: list[Coding]) -> str:
    return ", ".join(coding.removeprefix("raw ") for coding in codings)


def pieces(data: bytes, cuts: list[int]) -> Iterator[bytes]:
    places = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return (data[begin:end] for begin, end in pairwise(places))


def decoded(
    data: bytes, encoding: str | None, most: int = 10 * MEBIBYTE, cuts: list[int] | None = None
) -> bytes:
    body = Body(REQUEST, 200, encoding, most)
    for piece in pieces(data, cuts or []):
        body.feed(piece)
    return body.finish()


CUTS = some.lists(some.integers(0, 10**6), max_size=20)


@given(DATA, CUTS)
def test_a_plain_body_in_any_pieces(data: bytes, cuts: list[int]) -> None:
    assert decoded(data, None, cuts=cuts) == data
    assert decoded(data, "identity", cuts=cuts) == data


@given(DATA, NESTED, CUTS)
def test_a_coded_body_in_any_pieces(data: bytes, codings: list[Coding], cuts: list[int]) -> None:
    assert decoded(encoded(data, codings), header(codings), cuts=cuts) == data


@given(some.binary(max_size=50), NESTED)
def test_a_coded_body_byte_by_byte(data: bytes, codings: list[Coding]) -> None:
    stream = encoded(data, codings)
    assert decoded(stream, header(codings), cuts=list(range(len(stream)))) == data


@given(some.lists(DATA, min_size=1, max_size=3), some.integers(0, 9), CUTS)
def test_gzip_may_be_several_streams_and_padding(
    parts: list[bytes], zeroes: int, cuts: list[int]
) -> None:
    stream = b"".join(compressed(part, "gzip") + bytes(zeroes) for part in parts)
    assert decoded(stream, "x-gzip", cuts=cuts) == b"".join(parts)


@given(DATA, NESTED, some.integers(0, 10**6), CUTS)
def test_a_stream_without_its_end_is_refused(
    data: bytes, codings: list[Coding], end: int, cuts: list[int]
) -> None:
    stream = encoded(data, codings)
    cut_off = stream[: 1 + end % (len(stream) - 1)]
    with pytest.raises(ResponseError, match="its end is missing"):
        decoded(cut_off, header(codings), cuts=cuts)


@given(DATA.filter(bool), some.lists(some.sampled_from(CODINGS), max_size=3), CUTS)
def test_the_bound_is_exact(data: bytes, codings: list[Coding], cuts: list[int]) -> None:
    stream = encoded(data, codings)
    assert decoded(stream, header(codings), len(data), cuts) == data
    with pytest.raises(ResponseError, match=f"larger than {len(data) - 1} bytes"):
        decoded(stream, header(codings), len(data) - 1, cuts)


@pytest.mark.parametrize("codings", [["gzip"], ["gzip", "gzip"], ["gzip", "deflate", "gzip"]])
def test_a_bomb_costs_no_more_than_the_bound(codings: list[Coding]) -> None:
    stream = encoded(bytes(256 * MEBIBYTE), codings)
    tracemalloc.start()
    try:
        with pytest.raises(ResponseError, match="larger than 1048576 bytes"):
            decoded(stream, header(codings), MEBIBYTE)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # What is kept, the stream itself once more for each coding, and a piece for each coding.
    assert peak < 2 * MEBIBYTE + 2 * len(stream)


def test_a_bomb_between_two_codings_is_one() -> None:
    """So many empty streams inside one: nothing comes out, but it would take hours."""
    empty = compressed(b"", "gzip")
    stream = compressed(empty * (8 * MEBIBYTE // len(empty)), "gzip")
    with pytest.raises(ResponseError, match="larger than 1048576 bytes"):
        decoded(stream, "gzip, gzip", MEBIBYTE)


@pytest.mark.parametrize(
    ("stream", "encoding", "found"),
    [
        (b"this is not gzip", "gzip", "incorrect header"),
        (b"\xff\xff this is neither", "deflate", "while decompressing"),
        (compressed(OK := b"{}", "gzip")[:-3] + b"???", "gzip", "incorrect"),
        (compressed(OK, "gzip") + b"stray", "gzip", "incorrect header"),
        (compressed(OK, "deflate") + b"stray", "deflate", "more behind its end"),
        (compressed(OK, "gzip"), "gzip, gzip", "incorrect header"),
        (b"x", "br", "'br', which is not known here"),
        (b"x", "gzip, br", "'br', which is not known here"),
        (b"x", ", ".join(["gzip"] * 6), "'gzip', and 5 more"),
        (b"x", "?" * 9999, "the coding '" + "?" * 40 + "'"),
    ],
)
def test_what_is_not_in_its_coding_is_refused(stream: bytes, encoding: str, found: str) -> None:
    with pytest.raises(ResponseError) as raised:
        decoded(stream, encoding)
    assert found in str(raised.value)
    assert str(raised.value).endswith("\n  in GET https://api.example.com/things")
    facts = raised.value.method, raised.value.url, raised.value.status
    assert facts == ("GET", "https://api.example.com/things", 200)


@pytest.mark.parametrize("encoding", [None, "gzip", "deflate", "gzip, deflate", "br"])
def test_nothing_is_an_empty_body_in_any_coding(encoding: str | None) -> None:
    """As in answers to HEAD, which name the coding that GET would have."""
    assert decoded(b"", encoding) == b""
