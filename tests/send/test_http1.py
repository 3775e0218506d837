"""HTTP/1.1 as bytes: what is sent, and answers in pieces of any size."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as some

from restmap.errors import ParameterError, ResponseError, TransportError
from restmap.messages import Headers, Request, Response
from restmap.send.answer_reader import AnswerReader, read_head
from restmap.send.connection import ConnectionSettings
from restmap.send.failures import MOST_HEAD_BYTES, MOST_HEADERS, MOST_LINE_BYTES, AnswerError
from restmap.send.request_bytes import request_bytes
from restmap.send.route import Routing

from .test_body import pieces

URL = "https://api.example.com/things"
GET = Request("GET", URL)
MOST = 1000

# -- requests -------------------------------------------------------------------------------

SENT = [
    (GET, b"GET /t HTTP/1.1\r\nHost: h\r\nAccept-Encoding: gzip, deflate\r\n\r\n"),
    (
        Request("POST", URL, {"accept-encoding": "gzip"}, b"a=1"),
        b"POST /t HTTP/1.1\r\nHost: h\r\naccept-encoding: gzip\r\nContent-Length: 3\r\n\r\na=1",
    ),
    # RFC 9110 8.6: of what has no body, where one is expected.
    (
        Request("PUT", URL, {"Accept-Encoding": "a", "host": "other"}),
        b"PUT /t HTTP/1.1\r\nAccept-Encoding: a\r\nhost: other\r\nContent-Length: 0\r\n\r\n",
    ),
    (
        Request("DELETE", URL, {"Accept-Encoding": "a", "CONTENT-LENGTH": "1"}, b"x"),
        b"DELETE /t HTTP/1.1\r\nHost: h\r\nAccept-Encoding: a\r\nCONTENT-LENGTH: 1\r\n\r\nx",
    ),
]


@pytest.mark.parametrize(("request_", "expected"), SENT)
def test_a_request_as_bytes(request_: Request, expected: bytes) -> None:
    assert request_bytes(request_, "/t", "h") == expected


@pytest.mark.parametrize(
    ("target", "sent"),
    [
        ("/a%2Fb?c=d+e&f=%C3%A9", b"/a%2Fb?c=d+e&f=%C3%A9"),
        ("/é?a b", b"/%C3%A9?a%20b"),
        ("/a\r\nX: y", b"/a%0D%0AX:%20y"),
        ("/~!$&'()*+,;=:@\"<>\\^`{|}", b"/~!$&'()*+,;=:@\"<>\\^`{|}"),
    ],
)
def test_a_target_has_no_character_that_ends_it(target: str, sent: bytes) -> None:
    assert request_bytes(GET, target, "h").startswith(b"GET %s HTTP/1.1\r\n" % sent)


@pytest.mark.parametrize(
    ("headers", "body", "found", "remedy"),
    [
        ({"X": "a\r\nY: b"}, None, "'X' has a line break, a control or non-ASCII character",
         "Encode the value"),
        ({"X": "é"}, None, "'X' has a line break, a control or non-ASCII character",
         "Encode the value"),
        ({"X": "a", "Y ": "b"}, None, "'Y ' has a name that none can have", "Rename it"),
        ({"Y\r\nZ": "b"}, None, "'Y\\r\\nZ' has a name that none can have", "Rename it"),
        ({"": "b"}, None, "'' has a name that none can have", "Rename it"),
        ({"content-length": "4"}, b"abc", "'content-length' says of the body what is not so",
         "Leave it out: it is added"),
        ({"Content-Length": "3"}, None, "'Content-Length' says of the body what is not so",
         "Leave it out: it is added"),
        ({"Transfer-Encoding": "chunked"}, b"3\r\nabc\r\n0\r\n\r\n",
         "'Transfer-Encoding' says of the body what is not so", "Leave it out: it is added"),
    ],
)  # fmt: skip
def test_headers_that_cannot_be_sent(
    headers: dict[str, str], body: bytes | None, found: str, remedy: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        request_bytes(Request("POST", f"{URL}?token=secret", headers, body), "/t", "h")
    assert str(caught.value) == (
        f"the header {found}.\n  Nothing was sent. {remedy}.\n  in POST {URL}"
    )


def test_a_method_is_one_word() -> None:
    with pytest.raises(ParameterError, match="the method 'GET /x' is none"):
        request_bytes(Request("GET /x", URL), "/t", "h")


# -- heads ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "status", "headers"),
    [
        ("HTTP/1.1 200 OK\r\n\r\n", 200, {}),
        ("HTTP/1.0 204\r\nA: b\r\n\r\n", 204, {"A": "b"}),
        ("HTTP/1.1 200 \nA:b\nB: \t c d \t\n\n", 200, {"A": "b", "B": "c d"}),
        ("HTTP/1.1 599 Ça va\r\nA: é:\r\n\r\n", 599, {"A": "é:"}),
        ("HTTP/1.1 200 OK\r\nA: b\r\n\t c\r\nB:\r\n\r\n", 200, {"A": "b c", "B": ""}),
        ("HTTP/1.1 200 OK\r\nA: b\r\na: c\r\n\r\n", 200, {"A": "b, c"}),
        ("HTTP/1.1 200 OK\r\nA(1): b\r\n\r\n", 200, {"A(1)": "b"}),
    ],
)
def test_a_head(text: str, status: int, headers: dict[str, str]) -> None:
    assert read_head(text)[1:] == (status, Headers(headers))


LINE = "HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HTTP/2 200 OK\r\n\r\n", "what came is not HTTP"),
        ("HTTP/1.1 20 OK\r\n\r\n", "what came is not HTTP"),
        ("HTTP/1.1 099 OK\r\n\r\n", "what came is not HTTP"),
        ("HTTP/1.1 2000 OK\r\n\r\n", "what came is not HTTP"),
        ("HTTP/1.1 ２００ OK\r\n\r\n", "what came is not HTTP"),
        ("HTTP/1.1  200 OK\r\n\r\n", "what came is not HTTP"),
        (LINE + "no header\r\n\r\n", "the head of the answer is not well-formed HTTP"),
        (LINE + ": b\r\n\r\n", "the head of the answer is not well-formed HTTP"),
        (LINE + "A : b\r\n\r\n", "the head of the answer is not well-formed HTTP"),
        (LINE + "É: b\r\n\r\n", "the head of the answer is not well-formed HTTP"),
        (LINE + " A: b\r\n\r\n", "the head of the answer is not well-formed HTTP"),
        (LINE + "A: b\rC: d\r\n\r\n", "the head of the answer is not well-formed HTTP"),
        (LINE + "A: b\0\r\n\r\n", "the head of the answer is not well-formed HTTP"),
        (LINE + "A: b\r\n" * (MOST_HEADERS + 1), "the head of the answer is too large"),
        (LINE + f"A: {'b' * MOST_LINE_BYTES}\r\n", "the head of the answer is too large"),
    ],
)
def test_what_is_no_head(text: str, found: str) -> None:
    with pytest.raises(AnswerError) as caught:
        read_head(text)
    assert str(caught.value) == found


# -- answers --------------------------------------------------------------------------------

BODY = bytes(range(256))
SIZED = b"HTTP/1.1 200 OK\r\nContent-Length: 256\r\n\r\n" + BODY
CHUNKED = (
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
    b"0A;name=value\r\n" + BODY[:10] + b"\r\nf6\n" + BODY[10:] + b"\n000\r\nTrailer: x\r\n\r\n"
)
TO_THE_END = b"HTTP/1.1 200 OK\r\n\r\n" + BODY
INTERIM = b"HTTP/1.1 103 Early\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + SIZED

WHOLE = {"sized": SIZED, "chunked": CHUNKED, "to the end": TO_THE_END, "interim": INTERIM}
CUTS = some.lists(some.integers(0, 1000), max_size=12)


def feed_all(reader: AnswerReader, data: bytes, cuts: list[int]) -> None:
    for piece in pieces(data, cuts):
        if piece:
            reader.feed(piece)


def read(data: bytes, *, method: str = "GET", cuts: list[int] | None = None) -> AnswerReader:
    """The reader after all of it, and the end of the connection where it waits for that."""
    reader = AnswerReader(Request(method, URL), MOST)
    feed_all(reader, data, cuts or [])
    if reader.response is None:
        reader.feed(b"")
    return reader


@pytest.mark.parametrize("name", WHOLE)
@given(cuts=CUTS)
def test_an_answer_in_pieces_is_the_same(name: str, cuts: list[int]) -> None:
    reader = read(WHOLE[name], cuts=cuts)
    assert reader.response is not None
    assert (reader.response.status, reader.response.body) == (200, BODY)
    assert reader.keeps_connection is (name != "to the end")


@pytest.mark.parametrize("name", WHOLE)
def test_an_answer_byte_by_byte(name: str) -> None:
    reader = read(WHOLE[name], cuts=list(range(1, len(WHOLE[name]))))
    assert reader.response is not None
    assert reader.response.body == BODY


@given(
    some.lists(some.binary(min_size=1, max_size=60), max_size=8).filter(
        lambda chunks: len(b"".join(chunks)) <= MOST
    ),
    CUTS,
)
def test_any_chunks(chunks: list[bytes], cuts: list[int]) -> None:
    data = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    data += b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"
    reader = read(data, cuts=cuts)
    assert reader.response == Response(200, {"Transfer-Encoding": "chunked"}, b"".join(chunks))
    assert reader.keeps_connection


@pytest.mark.parametrize("name", ["sized", "chunked", "interim"])
@given(more=some.binary(min_size=1, max_size=9), cuts=CUTS)
def test_what_comes_behind_an_answer_is_none_of_it(name: str, more: bytes, cuts: list[int]) -> None:
    reader = read(WHOLE[name] + more, cuts=cuts)
    assert reader.response is not None
    assert reader.response.body == BODY
    assert not reader.keeps_connection


@pytest.mark.parametrize("name", ["sized", "chunked", "interim"])
@given(data=some.data())
def test_what_ends_early_is_no_answer(name: str, data: some.DataObject) -> None:
    end = data.draw(some.integers(0, len(WHOLE[name]) - 1))
    with pytest.raises(AnswerError) as caught:
        read(WHOLE[name][:end], cuts=data.draw(CUTS))
    is_between = WHOLE[name][:end].endswith(b"\r\n\r\n") and b" 200 " not in WHOLE[name][:end]
    assert str(caught.value) == (
        "the connection was closed without an answer"
        if end == 0 or is_between
        else "the answer broke off before its end"
    )


KEPT = [
    # version and headers, method, status; whether another may follow
    (b"1.1", b"Content-Length: 0", "GET", 200, True),
    (b"1.1", b"Content-Length: 0\r\nConnection: Foo, CLOSE", "GET", 200, False),
    (b"1.1", b"Content-Length: 0\r\nConnection: keep-alive", "GET", 200, True),
    (b"1.0", b"Content-Length: 0", "GET", 200, False),
    (b"1.0", b"Content-Length: 0\r\nConnection: Keep-Alive", "GET", 200, True),
    (b"1.1", b"Content-Length: 900", "HEAD", 200, True),
    (b"1.1", b"Transfer-Encoding: chunked", "HEAD", 200, True),
    (b"1.1", b"X: y", "GET", 204, True),
    (b"1.1", b"Content-Length: 900", "GET", 304, True),
    (b"1.1", b"X: y", "CONNECT", 200, True),
]


@pytest.mark.parametrize(("version", "headers", "method", "status", "is_kept"), KEPT)
def test_whether_another_may_follow(
    version: bytes, headers: bytes, method: str, status: int, is_kept: bool
) -> None:
    reader = read(b"HTTP/%b %d X\r\n%b\r\n\r\n" % (version, status, headers), method=method)
    assert reader.response is not None
    assert (reader.response.status, reader.response.body) == (status, b"")
    assert reader.keeps_connection is is_kept


def test_an_answer_with_two_lengths_is_the_last_on_its_connection() -> None:
    """RFC 9112 6.3: chunks count, and somebody on the way may have counted otherwise."""
    two = CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Length: 3\r\n\r\n", 1)
    reader = read(two)
    assert reader.response is not None
    assert reader.response.body == BODY
    assert not reader.keeps_connection


def test_one_length_said_twice_is_one() -> None:
    twice = SIZED.replace(b"\r\n\r\n", b"\r\ncontent-length: 256\r\n\r\n", 1)
    response = read(twice).response
    assert response is not None
    assert response.body == BODY


OK = b"HTTP/1.1 200 OK\r\n"
CHUNKS = OK + b"Transfer-Encoding: chunked\r\n\r\n"
BAD_CHUNKS = "the chunks of the answer are not well-formed HTTP"
BAD_HEAD = "the head of the answer is not well-formed HTTP"
TOO_LARGE = "the head of the answer is too large"
REFUSED = [
    (b"220 mail.example.com ESMTP", "what came is not HTTP"),
    (b"\x15\x03\x01", "what came is not HTTP"),
    (b"\r\n" + SIZED, "what came is not HTTP"),
    (b"HTTP/1.1 101 Switching\r\n\r\n", BAD_HEAD),
    (OK + b"Content-Length: 1, 2\r\n\r\n", BAD_HEAD),
    (OK + b"Content-Length: +1\r\n\r\n", BAD_HEAD),
    (OK + b"Content-Length: -1\r\n\r\n", BAD_HEAD),
    (OK + b"Content-Length: " + b"1" * 30 + b"\r\n\r\n", BAD_HEAD),
    (OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n", BAD_HEAD),
    (OK + b"A: b\r\n" * (MOST_HEAD_BYTES // 6), TOO_LARGE),
    (b"HTTP/1.1 103 Early\r\n\r\n" * (MOST_HEAD_BYTES // 20), TOO_LARGE),
    (CHUNKS + b"x\r\n", BAD_CHUNKS),
    (CHUNKS + b"-1\r\n", BAD_CHUNKS),
    (CHUNKS + b"\r\n", BAD_CHUNKS),
    (CHUNKS + b"1" * 17 + b"\r\n", BAD_CHUNKS),
    (CHUNKS + b"1\r\nab\r\n", BAD_CHUNKS),
    (CHUNKS + b"1;" + b"a" * MOST_LINE_BYTES, BAD_CHUNKS),
    (CHUNKS + b"0\r\n" + b"Trailer: x\r\n" * (MOST_HEAD_BYTES // 10), BAD_CHUNKS),
]


@pytest.mark.parametrize(("data", "found"), REFUSED)
def test_what_is_no_answer_is_refused_while_it_arrives(data: bytes, found: str) -> None:
    for cuts in ([], [1], [len(data) // 2]):
        reader = AnswerReader(GET, MOST)
        with pytest.raises(AnswerError) as caught:
            feed_all(reader, data, cuts)
        assert str(caught.value) == found
        assert reader.response is None
        assert not reader.keeps_connection


@pytest.mark.parametrize(
    "data",
    [
        OK + b"Content-Length: 1001\r\n\r\n",
        CHUNKS + b"3E9\r\n" + bytes(1001),
        OK + b"\r\n" + bytes(1001),
    ],
)
def test_a_body_that_is_too_large_is_refused_while_it_arrives(data: bytes) -> None:
    with pytest.raises(ResponseError, match="larger than 1000 bytes"):
        AnswerReader(GET, MOST).feed(data)


def test_very_many_small_chunks_take_no_more_time_for_being_many() -> None:
    """Each costs the same, in pieces as large as a system gives them."""
    count = 200_000
    data = CHUNKS + b"1\r\na\r\n" * count + b"0\r\n\r\n"
    reader = AnswerReader(GET, count)
    for begin in range(0, len(data), 2**18):
        reader.feed(data[begin : begin + 2**18])
    assert reader.response is not None
    assert reader.response.body == b"a" * count


# -- where requests go ------------------------------------------------------------------------

ROUTES = [
    # URL, origin, target, Host
    ("http://A.example", "http://a.example", "/", "a.example"),
    ("http://a.example:80/b", "http://a.example:80", "/b", "a.example"),
    ("https://a.example:80?c#d", "https://a.example:80", "/?c", "a.example:80"),
    ("https://u:p@a.example/b#c", "https://a.example", "/b", "a.example"),
    ("http://b\xfccher.example/", "http://xn--bcher-kva.example", "/", "xn--bcher-kva.example"),
    (
        "http://b\xfccher.example:81/",
        "http://xn--bcher-kva.example:81",
        "/",
        "xn--bcher-kva.example:81",
    ),
    (
        "http://例え.テスト:81/",
        "http://xn--r8jz45g.xn--zckzah:81",
        "/",
        "xn--r8jz45g.xn--zckzah:81",
    ),
    ("http://[::1]:81/", "http://[::1]:81", "/", "[::1]:81"),
]


@pytest.mark.parametrize(("url", "origin", "target", "host"), ROUTES)
def test_a_route(url: str, origin: str, target: str, host: str) -> None:
    route, found = Routing(ConnectionSettings(proxy="")).route(Request("GET", url))
    assert (route.origin, found, route.host) == (origin, target, host)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/",
        "http:///b",
        "http://a.example\n",
        "http://a.example\r\nX-Evil: 1/b",
        "http://a example/",
        "http://a.example:99999/",
        "a.example",
        "",
    ],
)
def test_what_leads_to_no_server_is_refused(url: str) -> None:
    with pytest.raises(TransportError) as caught:
        Routing(ConnectionSettings(proxy="")).route(Request("GET", url))
    assert "the address is no URL of a server" in str(caught.value)
    assert not caught.value.maybe_sent


def test_a_coding_that_is_none_leaves_the_length() -> None:
    reader = AnswerReader(Request("GET", "http://a.example/"), 1000)
    reader.feed(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nContent-Length: 2\r\n\r\nhi")
    assert reader.response is not None
    assert reader.response.body == b"hi"
    assert not reader.keeps_connection
