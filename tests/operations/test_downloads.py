"""Downloads: an action that `returns=Download`, saved to a file or read in pieces."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import socket
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from restmap import (
    UNSET,
    ApiError,
    BearerAuth,
    Client,
    Collection,
    Download,
    NotFoundError,
    NotModified,
    ParameterError,
    Params,
    Request,
    Resource,
    Response,
    ResponseError,
    Returns,
    Timeout,
    TransportError,
    action,
    collection,
    param,
)
from restmap.sandbox import Refusal, Sandbox
from tests.declare.mistakes import Mistakes, check_mistake
from tests.send.desk import COLOURS, AsyncHandler
from tests.send.servers import read_request_head, serving
from tests.support import HandlerTransport, json_response, message_without_place


class Report(Resource, uri="/reports/{id}"):
    id: str

    class Create(Params):
        id: str

    class Content(Params, method="GET", uri="/content"):
        """The content of the report."""

        page: int = UNSET
        range: str = param(location="header", default=UNSET)
        if_none_match: str = param(location="header", default=UNSET)

    class Signed(Params, method="GET", uri="/signed", redirects=False): ...

    class Export(Params, Returns[Download], uri="/export", accept="text/csv"):
        columns: list[str]

    content = action(Content, returns=Download)
    signed = action(Signed, returns=Download)
    export = action(Export)


class Reports(Collection[Report]):
    class Archive(Params, method="GET", uri="/archive"): ...

    archive = action(Archive, returns=Download)


class Desk(Client, host="api.desk.example"):
    reports = collection(Report, Reports)


BODY = bytes(range(256)) * 4
ETAG = '"v1"'
CONTENT_URL = "https://api.desk.example/reports/7/content"


def whole(
    body: bytes = BODY, *, of: int | None = None, etag: str = ETAG, **headers: str
) -> Response:
    """A response with a file; of: its Content-Length where the body breaks off before."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    length = str(len(body) if of is None else of)
    return Response(200, {"ETag": etag, "Content-Length": length, **named}, body)


def part(start: int, body: bytes = BODY, **headers: str) -> Response:
    """A response with the rest of a file."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    content_range = f"bytes {start}-{len(body) - 1}/{len(body)}"
    given = {"ETag": ETAG, "Content-Range": content_range, **named}
    return Response(206, given, body[start:])


class Served:
    """A client in one colour whose server is a list of responses."""

    def __init__(self, colour: str, *responses: Any, **settings: Any) -> None:
        self._responses = list(responses)
        self.is_async = colour == "awaited"
        self.transport: Any = (AsyncHandler if self.is_async else HandlerTransport)(self._respond)
        self.pauses: list[float] = []
        self.client = Desk(
            transport=self.transport, sleep=self.pauses.append, sleep_async=self._pause, **settings
        )

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    def _respond(self, request: Request) -> Response:
        response = self._responses.pop(0)
        if isinstance(response, Exception):
            raise response
        found: Response = response(request) if callable(response) else response
        return found

    @property
    def requests(self) -> list[Request]:
        return self.transport.requests

    @property
    def ranges(self) -> list[str | None]:
        """The Range of each request."""
        return [each.headers.get("Range") for each in self.requests]

    @property
    def report(self) -> Report:
        return self.client.reports("7")

    def save(self, download: Download, path: Path | str, **options: Any) -> Path:
        if self.is_async:
            return asyncio.run(download.save_async(path, **options))
        return download.save(path, **options)

    def read(self, download: Download, at_most: int = 10**9) -> list[bytes]:
        """The pieces of a download, at most so many of them."""

        async def read_async() -> list[bytes]:
            found: list[bytes] = []
            async with download as pieces:
                while len(found) < at_most and (piece := await anext(pieces, None)):
                    found.append(piece)
            return found

        if self.is_async:
            return asyncio.run(read_async())
        with download as pieces:
            return [piece for _, piece in zip(range(at_most), pieces, strict=False)]


BOTH = pytest.mark.parametrize("colour", COLOURS)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that has nothing but the file at the end, whatever happened."""
    yield tmp_path
    assert [each.name for each in tmp_path.iterdir() if each.name != "report.bin"] == []


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "report.bin"


# -- a whole file ---------------------------------------------------------------------------


@BOTH
def test_a_file_is_saved(colour: str, path: Path):
    served = Served(colour, whole())
    download = served.report.content(page=2)
    assert served.requests == []
    assert repr(download) == f"<download of GET {CONTENT_URL}>"
    assert served.save(download, path) == path
    assert path.read_bytes() == BODY
    (request,) = served.requests
    assert request.url == f"{CONTENT_URL}?page=2"
    assert request.headers["Accept"] == "*/*"
    assert request.headers["Accept-Encoding"] == "identity"
    assert "Range" not in request.headers
    assert (download.response.status, download.response.headers["etag"]) == (200, ETAG)
    assert download.response.body == b""


@BOTH
def test_a_file_that_is_there_is_replaced_when_the_new_one_is_whole(colour: str, path: Path):
    path.write_text("old")
    contents: list[str] = []

    def progress(done: int, total: int | None) -> None:
        contents.append(path.read_text())
        assert len(list(path.parent.iterdir())) == 2

    served = Served(colour, whole())
    served.save(served.report.content(), str(path), progress=progress)
    assert contents == ["old"]
    assert path.read_bytes() == BODY


@BOTH
def test_an_empty_file(colour: str, path: Path):
    served = Served(colour, whole(b""), whole(b""))
    served.save(served.report.content(), path)
    assert path.read_bytes() == b""
    assert served.read(served.report.content()) == []


@BOTH
def test_a_download_by_post_and_of_a_collection(colour: str, path: Path):
    served = Served(colour, whole(), whole(b"zip"))
    served.save(served.report.export(columns=["a"]), path)
    served.save(served.client.reports.archive(), path)
    export, archive = served.requests
    assert (export.method, export.body) == ("POST", b'{"columns":["a"]}')
    assert export.headers["Accept"] == "text/csv"
    assert archive.url == "https://api.desk.example/reports/archive"
    assert path.read_bytes() == b"zip"


def test_the_rights_of_the_file_are_those_of_any_new_file(path: Path):
    served = Served("blocking", whole())
    served.save(served.report.content(), path)
    other = path.with_name("other")
    other.touch()
    assert path.stat().st_mode == other.stat().st_mode
    other.unlink()


def test_the_arguments_are_checked_before_anything_is_sent():
    served = Served("blocking")
    with pytest.raises(ParameterError, match="'page' cannot be 'two'"):
        served.report.content(page="two")  # type: ignore[arg-type]


def test_there_is_no_response_before_the_first_request():
    with pytest.raises(AttributeError) as caught:
        _ = Served("blocking").report.content().response
    assert str(caught.value) == "a download has a response after save(), and inside `with`."


# -- errors ---------------------------------------------------------------------------------


@BOTH
def test_an_error_has_its_status_and_body_and_leaves_the_file(colour: str, path: Path):
    path.write_text("old")
    served = Served(colour, *(json_response({"message": "Gone."}, 404) for _ in range(2)))
    with pytest.raises(NotFoundError) as caught:
        served.save(served.report.content(), path)
    assert caught.value.data == {"message": "Gone."}
    assert str(caught.value) == f"status 404: Gone.\n  in GET {CONTENT_URL}"
    with pytest.raises(NotFoundError):
        served.read(served.report.content())
    assert path.read_text() == "old"


@BOTH
def test_a_file_that_has_not_changed(colour: str, path: Path):
    served = Served(colour, Response(304, {"ETag": ETAG}))
    with pytest.raises(NotModified):
        served.save(served.report.content(if_none_match=ETAG), path)
    assert served.requests[0].headers["If-None-Match"] == ETAG


@BOTH
@pytest.mark.parametrize(
    ("response", "found"),
    [
        (Response(202), "the response with status code 202 has nothing to download."),
        (Response(204), "the response with status code 204 has nothing to download."),
        (
            Response(302, {"Location": "https://files.example/7"}),
            "the response with status code 302 has nothing to download.",
        ),
        (part(0), "the response is a part of the file, and not the whole."),
        (whole(BODY + b"x", of=len(BODY)), f"the response body is longer than {len(BODY)} bytes"),
    ],
)
def test_a_response_that_is_not_the_file(colour: str, response: Response, found: str, path: Path):
    served = Served(colour, response)
    with pytest.raises(ResponseError) as caught:
        served.save(served.report.signed(), path)
    assert message_without_place(caught).startswith(found)
    assert not path.exists()


@BOTH
def test_a_file_that_is_too_large(colour: str, path: Path):
    served = Served(colour, whole(), whole())
    served.save(served.report.content(), path, max_bytes=len(BODY))
    path.unlink()
    with pytest.raises(ResponseError) as caught:
        served.save(served.report.content(), path, max_bytes=len(BODY) - 1)
    assert str(caught.value) == (
        "the response body is larger than 1023 bytes.\n"
        "  Allow more: max_bytes=….\n"
        f"  in GET {CONTENT_URL}"
    )


@BOTH
def test_where_no_file_can_be_written(colour: str, folder: Path):
    served = Served(colour)
    (folder / "report.bin").mkdir()
    for given, reason in [
        (folder / "report.bin", "it is a directory"),
        (folder / "absent" / "a.bin", "No such file or directory"),
        ("", "it is a directory"),
        (f"{folder}/a\0b", "embedded null byte"),
    ]:
        with pytest.raises(ParameterError) as caught:
            served.save(served.report.content(), given)
        shown = str(given) or "."
        assert str(caught.value) == (
            f"a download cannot be saved to {shown!r}: {reason}.\n"
            "  Give the path of a file, in a directory that exists and may be written to."
        )
    assert served.requests == []


@BOTH
def test_an_error_of_the_callback_ends_it(colour: str, path: Path):
    def progress(done: int, total: int | None) -> None:
        raise ZeroDivisionError

    served = Served(colour, whole())
    with pytest.raises(ZeroDivisionError):
        served.save(served.report.content(), path, progress=progress)
    assert not path.exists()


# -- checksums ------------------------------------------------------------------------------


def digest(algorithm: str, body: bytes = BODY) -> str:
    return b64encode(hashlib.new(algorithm, body).digest()).decode()


SHA256, SHA512, MD5 = (digest(each) for each in ("sha256", "sha512", "md5"))


@BOTH
@pytest.mark.parametrize(
    ("header", "right", "wrong"),
    [
        ("Repr-Digest", f"sha-256=:{SHA256}:", f"sha-256=:{digest('sha256', b'')}:"),
        ("Content-Digest", f"sha-256=:{SHA256}:", "sha-256=:AAAA:"),
        ("Repr-Digest", f"sha-512=:{SHA512}:", f"sha-512=:{SHA256}:"),
        # The strongest counts; one that is not known does not.
        ("Repr-Digest", f"md5=:AA==:, sha-256=:{SHA256}:", f"md5=:{MD5}:, sha-256=:AAAA:"),
        ("Repr-Digest", f"sha-256=:AAAA:,sha-512=:{SHA512}:", "sha-512=:AAAA:"),
        ("Repr-Digest", "unixsum=30637, id-sha-256=:AAAA:", f"sha-256=:{SHA256[:-2]}A=:"),
        ("Content-MD5", MD5, digest("md5", b"")),
    ],
)
def test_a_checksum_is_checked(colour: str, header: str, right: str, wrong: str, path: Path):
    headers = {header.replace("-", "_"): right}
    served = Served(colour, whole(**headers), whole(**{header.replace("-", "_"): wrong}))
    served.save(served.report.content(), path)
    assert path.read_bytes() == BODY
    path.unlink()
    with pytest.raises(ResponseError) as caught:
        served.save(served.report.content(), path)
    assert str(caught.value) == (
        f"the response body does not have the checksum of its header {header!r}.\n"
        "  Download it again: it was damaged.\n"
        f"  in GET {CONTENT_URL}"
    )
    assert not path.exists()
    assert len(served.requests) == 2


@BOTH
def test_a_checksum_holds_over_the_attempts(colour: str, path: Path):
    named = {"Content_Digest": f"sha-256=:{SHA256}:"}
    good = whole(BODY[:100], of=len(BODY), **named), part(100, Content_MD5="of the part")
    other = bytes(100) + BODY[100:]
    bad = whole(other[:100], of=len(BODY), **named), part(100)
    served = Served(colour, *good, *bad)
    served.save(served.report.content(), path)
    assert path.read_bytes() == BODY
    with pytest.raises(ResponseError, match="checksum"):
        served.save(served.report.content(), path)


# -- another attempt ------------------------------------------------------------------------


@BOTH
def test_another_attempt_asks_for_the_rest(colour: str, path: Path):
    served = Served(
        colour,
        whole(BODY[:100], of=len(BODY)),
        Response(503, {"Retry-After": "2"}),
        Response(206, dict(part(100).headers), BODY[100:300]),
        part(300),
    )
    seen: list[tuple[int, int | None]] = []
    download = served.report.content()
    served.save(download, path, progress=lambda done, total: seen.append((done, total)))
    assert path.read_bytes() == BODY
    assert served.ranges == [None, "bytes=100-", "bytes=100-", "bytes=300-"]
    assert [each.headers.get("If-Range") for each in served.requests] == [None, ETAG, ETAG, ETAG]
    assert seen == [(100, 1024), (300, 1024), (1024, 1024)]
    assert (len(served.pauses), served.pauses[1]) == (3, 2.0)
    assert download.response.status == 200


@BOTH
@pytest.mark.parametrize(
    "first",
    [
        whole(BODY[:100], of=len(BODY), etag='W/"v1"'),
        whole(BODY[:100], of=len(BODY), etag="v1"),
        Response(200, {"Content-Length": "1024"}, BODY[:100]),
        whole(BODY[:100], of=len(BODY), Accept_Ranges="none"),
    ],
    ids=["weak ETag", "ill-formed ETag", "no ETag", "no ranges"],
)
def test_without_a_strong_etag_it_begins_again(colour: str, first: Response, path: Path):
    served = Served(colour, first, whole(), first)
    served.save(served.report.content(), path)
    assert path.read_bytes() == BODY
    assert served.ranges == [None, None]
    # The caller has the first pieces already, so they cannot come again.
    with pytest.raises(TransportError, match="the response is incomplete"):
        served.read(served.report.content())


@BOTH
def test_a_file_that_changed_meanwhile_begins_again(colour: str, path: Path):
    new = b"shorter"
    responses = [whole(BODY[:100], of=len(BODY)), whole(new, etag='"v2"')]
    served = Served(colour, *responses, *responses)
    download = served.report.content()
    served.save(download, path)
    assert path.read_bytes() == new
    assert served.ranges == [None, "bytes=100-"]
    assert download.response.headers["ETag"] == '"v2"'
    with pytest.raises(ResponseError) as caught:
        served.read(served.report.content())
    assert str(caught.value) == (
        "the file changed after 100 bytes of it were received.\n"
        "  Download it again from its beginning.\n"
        f"  in GET {CONTENT_URL}\n"
        "  after 2 attempts"
    )


@BOTH
def test_a_file_that_became_empty_meanwhile(colour: str, path: Path):
    served = Served(colour, whole(BODY[:100], of=len(BODY)), whole(b"", etag='"v2"'))
    served.save(served.report.content(), path)
    assert path.read_bytes() == b""


@BOTH
@pytest.mark.parametrize(
    "other",
    [
        part(99),
        part(100, ETag='"v2"'),
        part(100, Content_Range="bytes 100-1023/2048"),
        part(100, Content_Range="bytes=100-"),
        part(100, Content_Encoding="gzip"),
    ],
)
def test_a_part_that_does_not_fit(colour: str, other: Response, path: Path):
    served = Served(colour, whole(BODY[:100], of=len(BODY)), other)
    with pytest.raises(ResponseError) as caught:
        served.save(served.report.content(), path)
    assert str(caught.value) == (
        "the response is not the rest of the file from byte 100 on.\n"
        "  Download it again from its beginning.\n"
        f"  in GET {CONTENT_URL}\n"
        "  after 2 attempts"
    )


@BOTH
def test_a_range_of_the_callers_own(colour: str, path: Path):
    rest = part(1000, Content_Digest=f"sha-256=:{digest('sha256', BODY[1000:])}:")
    half = Response(206, {**rest.headers, "Content-Length": "24"}, BODY[1000:1012])
    served = Served(colour, half, rest)
    served.save(served.report.content(range="bytes=1000-"), path)
    assert path.read_bytes() == BODY[1000:]
    assert served.ranges == ["bytes=1000-"] * 2


@BOTH
def test_a_post_is_not_repeated(colour: str, path: Path):
    served = Served(colour, whole(BODY[:100], of=len(BODY)))
    with pytest.raises(TransportError) as caught:
        served.save(served.report.export(columns=[]), path)
    assert caught.value.attempts == 1
    assert not path.exists()


@BOTH
def test_the_policy_bounds_the_attempts(colour: str, path: Path, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO, "restmap")
    broken = [whole(BODY[:1], of=len(BODY)), *(Response(206, dict(part(1).headers)),) * 2]
    served = Served(colour, *broken, retries=3)
    with pytest.raises(TransportError) as caught:
        served.save(served.report.content(), path)
    assert str(caught.value) == (
        "the request failed: the response is incomplete.\n"
        "  The request may have reached the server.\n"
        f"  in GET {CONTENT_URL}\n"
        "  after 3 attempts"
    )
    assert len(served.pauses) == 2
    retries = [each for each in caplog.messages if each.startswith("retrying")]
    assert len(retries) == 2
    assert caplog.messages[-1] == (
        "GET /reports/{id}/content attempt 3: the request failed: the response is incomplete."
    )


@BOTH
def test_the_deadline_holds_over_the_attempts(colour: str, path: Path):
    seconds = [0.0]

    def slow(response: Response) -> Callable[[Request], Response]:
        def respond(request: Request) -> Response:
            seconds[0] += 6
            return response

        return respond

    served = Served(
        colour,
        slow(whole(BODY[:100], of=len(BODY))),
        slow(Response(206, dict(part(100).headers), BODY[100:200])),
        timeout=Timeout(total=10),
        clock=lambda: seconds[0],
    )
    with pytest.raises(TransportError) as caught:
        served.save(served.report.content(), path)
    assert caught.value.attempts == 2
    assert [each.timeout.total for each in served.requests] == [10, 4.0]


@BOTH
def test_a_redirect_to_another_origin_keeps_the_range_and_no_credentials(colour: str, path: Path):
    away = Response(302, {"Location": "https://files.example/7"})
    served = Served(
        colour, away, whole(BODY[:100], of=len(BODY)), away, part(100), auth=BearerAuth("s3cret")
    )
    served.save(served.report.content(), path)
    assert path.read_bytes() == BODY
    assert served.ranges == [None, None, "bytes=100-", "bytes=100-"]
    last = served.requests[-1]
    assert last.url == "https://files.example/7"
    assert last.headers["If-Range"] == ETAG
    assert "Authorization" not in last.headers


def test_a_check_of_ones_own_sees_the_headers(path: Path):
    class Careful(Desk):
        def check_response(self, response: Response) -> None:
            if response.headers.get("Content-Type") == "application/json":
                raise ApiError("the report is not ready")

    transport = HandlerTransport(lambda request: whole(Content_Type="application/json"))
    with pytest.raises(ApiError, match="status 200: the report is not ready"):
        Careful(transport=transport).reports("7").content().save(path)


# -- in pieces ------------------------------------------------------------------------------


@BOTH
def test_the_pieces_of_a_download(colour: str):
    served = Served(colour, whole(BODY[:100], of=len(BODY)), part(100), whole())
    download = served.report.content()
    assert served.read(download) == [BODY[:100], BODY[100:]]
    assert served.ranges == [None, "bytes=100-"]
    assert download.response.headers["ETag"] == ETAG
    assert served.read(download, at_most=1) == [BODY]  # a request of its own


@BOTH
def test_the_pieces_are_checked(colour: str):
    served = Served(colour, whole(Content_MD5="AAAA"))
    with pytest.raises(ResponseError, match="checksum"):
        served.read(served.report.content())


# -- over HTTP ------------------------------------------------------------------------------


def breaking_off(ranges: list[str], length: int) -> Callable[[socket.socket], None]:
    """A server that sends some bytes, ends the connection, and understands Range."""
    body = BODY * (length // len(BODY))

    def serve(connection: socket.socket) -> None:
        head = read_request_head(connection).decode()
        given = [line for line in head.splitlines() if line.lower().startswith("range:")]
        ranges.extend(line.partition(" ")[2] for line in given or [": "])
        start = int(ranges[-1].strip("bytes=-") or 0)
        status = (
            f"206 X\r\nContent-Range: bytes {start}-{length - 1}/{length}" if given else "200 X"
        )
        connection.sendall(
            f'HTTP/1.1 {status}\r\nETag: "v1"\r\nContent-Length: {length - start}\r\n\r\n'.encode()
        )
        connection.sendall(body[start : start + length // 3 + 1])

    return serve


@BOTH
def test_a_broken_connection_is_resumed_over_http(colour: str, path: Path):
    ranges: list[str] = []
    length = 3 * 128 * len(BODY)
    with (
        serving(breaking_off(ranges, length)) as port,
        Desk(base_url=f"http://127.0.0.1:{port}", retries=10) as client,
    ):
        download = client.reports("7").content()
        if colour == "awaited":
            asyncio.run(download.save_async(path))
        else:
            download.save(path)
    assert path.read_bytes() == BODY * (length // len(BODY))
    # With aiohttp, what has arrived and was not read is lost together with the connection.
    assert 3 <= len(ranges) <= 5
    assert ranges[0] == ""


def test_a_task_that_is_cancelled_leaves_no_file(path: Path):
    def serve(connection: socket.socket) -> None:
        read_request_head(connection)
        connection.sendall(b"HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nabc")
        read_request_head(connection)  # until the client ends the connection

    async def cancelled(port: int) -> None:
        arrived = asyncio.Event()
        async with Desk(base_url=f"http://127.0.0.1:{port}") as client:
            download = client.reports("7").content()
            saving = asyncio.create_task(
                download.save_async(path, progress=lambda done, total: arrived.set())
            )
            await arrived.wait()
            saving.cancel()
            with pytest.raises(asyncio.CancelledError):
                await saving

    with serving(serve) as port:
        asyncio.run(cancelled(port))
    assert not path.exists()


def test_leaving_early_ends_the_connection(path: Path):
    sent: list[int] = []

    def serve(connection: socket.socket) -> None:
        read_request_head(connection)
        connection.sendall(b"HTTP/1.1 200 X\r\nContent-Length: 100000000\r\n\r\n")
        try:
            while True:
                sent.append(connection.send(bytes(65536)))
        except OSError:
            sent.append(-1)

    async def first_piece(client: Desk) -> bytes:
        async with client, client.reports("7").content() as pieces:
            return await anext(pieces)

    with serving(serve) as port:
        with Desk(base_url=f"http://127.0.0.1:{port}") as client:
            with client.reports("7").content() as pieces:
                assert next(pieces)
            with pytest.raises(ZeroDivisionError), client.reports("7").content() as pieces:
                raise ZeroDivisionError
        assert asyncio.run(first_piece(Desk(base_url=f"http://127.0.0.1:{port}")))
    assert sent.count(-1) == 3


# -- the sandbox ----------------------------------------------------------------------------


@BOTH
def test_the_sandbox_serves_bytes(colour: str, path: Path):
    with Sandbox(Desk) as sandbox:

        @sandbox.override(Report, "content")
        def content(call: Any) -> bytes:
            if call.arguments.get("page") == 404:
                raise Refusal(404, "No such page.")
            return BODY + call.path["id"].encode()

        auth = BearerAuth(sandbox.token)
        client = Desk(auth=auth, base_url=sandbox.url)
        client.reports.create(id="7")

        def save(**arguments: Any) -> Download:
            download = client.reports("7").content(**arguments)
            if colour == "awaited":
                asyncio.run(download.save_async(path))
            else:
                download.save(path)
            return download

        response = save().response
        assert path.read_bytes() == BODY + b"7"
        assert response.headers["Content-Length"] == "1025"
        assert response.headers["Repr-Digest"].startswith("sha-256=:")
        with pytest.raises(NotModified):
            save(if_none_match=response.headers["ETag"])
        with pytest.raises(NotFoundError, match=r"No such page\."):
            save(page=404)
        for given, found in [
            ("bytes=1000-", (BODY + b"7")[1000:]),
            ("bytes=3-4", BODY[3:5]),
            ("bytes=3-99999", (BODY + b"7")[3:]),
            ("bytes=-2", b"\xff7"),
            ("bytes=4-3", BODY + b"7"),
            ("lines=1-", BODY + b"7"),
        ]:
            save(range=given)
            assert path.read_bytes() == found
        with pytest.raises(ApiError, match=r"status 416: The range 'bytes=1025-' has none of the"):
            save(range="bytes=1025-")
        client.close()


def test_the_sandbox_in_process(path: Path):
    sandbox = Sandbox(Desk)
    sandbox.add(Report, id="7")
    client = Desk(auth=BearerAuth(sandbox.token), transport=sandbox)
    client.reports("7").content().save(path)
    assert path.read_bytes() == b""

    @sandbox.override(Report, "content")
    def content(call: Any) -> Any:
        if "Range" in call.request.headers:
            return BODY
        whole = call.run_default()
        return Response(200, {"ETag": tag, "Content-Length": "1024"}, BODY[:10] or whole)

    tag = f'"{hashlib.sha256(BODY).hexdigest()[:32]}"'
    client.reports("7").content().save(path)
    assert path.read_bytes() == BODY


# -- mistakes -------------------------------------------------------------------------------

MISTAKES = Mistakes()


@MISTAKES.raises(
    "Invoice.Pdf",
    "an action that returns a Download has no awaited form, since it sends nothing.",
    "Leave it out, and await what the Download does: `await ….save_async(path)`.",
)
def an_awaited_form():
    class Invoice(Resource, uri="/invoices/{id}"):
        class Pdf(Params, method="GET"): ...  # HERE

        pdf = action(Pdf, returns=Download)
        pdf_async = pdf.awaited()


@MISTAKES.raises(
    "Invoice.Pdf", "a HEAD request has no response body to download.", "Write method='GET'."
)
def a_head_request():
    class Invoice(Resource, uri="/invoices/{id}"):
        class Pdf(Params, method="HEAD"): ...  # HERE

        pdf = action(Pdf, returns=Download)


@MISTAKES.raises(
    "Invoice.Delete",
    "no reader is known for the type that the action returns: <class 'restmap.api.download."
    "Download'>.",
    "Pass a resource as returns=, a list of one, or a type that a field may have.",
)
def a_verb_other_than_an_action():
    class Invoice(Resource, uri="/invoices/{id}"):
        class Delete(Params, Returns[Download]): ...  # HERE


@pytest.mark.parametrize(("declare", "owner", "found", "remedy"), MISTAKES.cases)
def test_mistakes(declare: Callable[[], object], owner: str, found: str, remedy: str):
    check_mistake(declare, owner, found, remedy)
