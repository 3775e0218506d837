"""Files in parameters: multipart forms, and files, bytes, text or iterators as the whole body."""

from __future__ import annotations

import asyncio
import io
import logging
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from restmap import (
    UNSET,
    AnyFile,
    BadRequestError,
    BearerAuth,
    Client,
    File,
    ParameterError,
    Params,
    Resource,
    action,
    collection,
    param,
)
from restmap.sandbox import Sandbox
from restmap.streamed_body import StreamedBody
from tests.declare.mistakes import Mistakes, check_mistake
from tests.support import ROOT, AsyncServed, Served, json_response


class Attachment(Resource, uri="/attachments/{id}"):
    id: str
    image: dict[str, Any] | None
    title: str | None

    class Create(Params, body="multipart"):
        image: File
        title: str = UNSET
        tags: list[str] = UNSET
        more: list[File] = UNSET
        meta: dict[str, Any] = UNSET
        thumbnail: File | None = UNSET
        dry_run: bool = param(location="query", default=UNSET)

    class Put(Params, method="PUT"):
        content: File = param(location="body")
        kind: str = param(name="Content-Type", location="header", default=UNSET)

    class PutImage(Params, method="PUT", uri="/image", content_type="image/png"):
        content: bytes = param(location="body", default=UNSET)

    class PutText(Params, method="PUT", uri="/text", content_type="text/csv"):
        text: str = param(location="body")

    class PutPieces(Params, method="PUT", uri="/pieces"):
        pieces: Iterator[bytes] = param(location="body")

    put = action(Put)
    put_async = put.awaited()
    put_image = action(PutImage)
    put_text = action(PutText)
    put_pieces = action(PutPieces)


ONE = json_response({"id": "1"})


def body_of(served: Served) -> bytes:
    body = served.request.body
    return body.read_all() if isinstance(body, StreamedBody) else body or b""


def parts(served: Served) -> list[tuple[str, bytes]]:
    """The headers and the content of each part, as they are on the wire."""
    content_type = served.request.headers["Content-Type"]
    boundary = re.fullmatch("multipart/form-data; boundary=([0-9a-f]{32})", content_type)
    assert boundary is not None
    first, *rest = body_of(served).split(b"--" + boundary[1].encode())
    assert (first, rest.pop()) == (b"", b"--\r\n")
    pairs = (each.split(b"\r\n\r\n", 1) for each in rest)
    return [(headers.strip().decode(), content[:-2]) for headers, content in pairs]


@pytest.mark.parametrize("served", [Served(ONE), AsyncServed(ONE)], ids=["blocking", "awaited"])
def test_a_multipart_form_mixes_files_and_fields(served: Served, tmp_path: Path):
    path = tmp_path / "cat.png"
    path.write_bytes(b"\x89PNG")
    given: dict[str, Any] = {
        "image": path,
        "title": "Größe",
        "tags": ["a", "b"],
        "more": [File(b"1", name='say "x".txt', media_type="text/plain; charset=utf-8"), b"2"],
        "meta": {"a": 1},
        "thumbnail": None,
        "dry_run": True,
    }
    attachments = served.mount(Attachment)
    if isinstance(served, AsyncServed):
        asyncio.run(attachments.create_async(**given))
    else:
        attachments.create(**given)
    assert served.request.url == f"{ROOT}/attachments?dry_run=true"
    assert isinstance(served.request.body, StreamedBody)
    assert served.request.body.length == len(body_of(served))
    assert parts(served) == [
        (
            'Content-Disposition: form-data; name="image"; filename="cat.png"\r\n'
            "Content-Type: image/png",
            b"\x89PNG",
        ),
        ('Content-Disposition: form-data; name="title"', "Größe".encode()),
        ('Content-Disposition: form-data; name="tags"', b"a"),
        ('Content-Disposition: form-data; name="tags"', b"b"),
        (
            'Content-Disposition: form-data; name="more"; filename="say %22x%22.txt"\r\n'
            "Content-Type: text/plain; charset=utf-8",
            b"1",
        ),
        (
            'Content-Disposition: form-data; name="more"; filename="more"\r\n'
            "Content-Type: application/octet-stream",
            b"2",
        ),
        (
            'Content-Disposition: form-data; name="meta"\r\nContent-Type: application/json',
            b'{"a":1}',
        ),
    ]


def test_an_open_file_has_its_name_and_stays_open(tmp_path: Path):
    path = tmp_path / "report.tar.gz"
    path.write_bytes(b"abc")
    served = Served(ONE)
    with path.open("rb") as file:
        served.mount(Attachment).create(image=file)
        ((headers, content),) = parts(served)
        assert not file.closed
    assert 'filename="report.tar.gz"' in headers
    assert headers.endswith("Content-Type: application/octet-stream")  # what it is when unpacked
    assert content == b"abc"


@pytest.mark.parametrize(
    ("verb", "argument", "body", "media_type"),
    [
        ("put", b"abc", b"abc", "application/octet-stream"),
        ("put", File(b"abc", name="a.csv"), b"abc", "text/csv"),
        ("put", File(b"abc", name="a.csv", media_type="a/b"), b"abc", "a/b"),
        ("put", io.BytesIO(b"abc"), b"abc", "application/octet-stream"),
        ("put_image", b"abc", b"abc", "image/png"),
        ("put_image", File(b"abc", name="a.csv"), b"abc", "image/png"),
        ("put_image", File(b"abc", media_type="image/webp"), b"abc", "image/webp"),
        ("put_text", "a;ü", "a;ü".encode(), "text/csv"),
        ("put_pieces", iter([b"a", b"bc"]), b"abc", "application/octet-stream"),
        ("put_pieces", [b"a", b"bc"], b"abc", "application/octet-stream"),
    ],
)
def test_a_whole_body(verb: str, argument: Any, body: bytes, media_type: str):
    served = Served(ONE)
    name = {"put_text": "text", "put_pieces": "pieces"}.get(verb, "content")
    getattr(served.mount(Attachment)("1"), verb)(**{name: argument})
    assert body_of(served) == body
    assert served.request.headers["Content-Type"] == media_type
    assert served.request.headers["Accept"] == "application/json"


def test_requests_of_ones_own_send_files(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b")
    served = Served(ONE)
    url = f"{ROOT}/attachments/1"
    served.client.request("PUT", url, content=path)
    assert body_of(served) == b"a;b"
    assert served.request.headers["Content-Type"] == "text/csv"
    with pytest.raises(ParameterError, match=r"^content= cannot be sent: No such file"):
        served.client.request("PUT", url, content=tmp_path / "none")


def test_a_header_may_have_the_media_type():
    served = Served(ONE)
    served.mount(Attachment)("1").put(content=File(b"", media_type="a/b"), kind="c/d")
    assert served.request.headers["Content-Type"] == "c/d"


def test_an_optional_body_is_left_out():
    served = Served(ONE)
    served.mount(Attachment)("1").put_image()
    assert served.request.body is None
    assert "Content-Type" not in served.request.headers


EXPECTED = (
    "  Give bytes, a pathlib.Path, a file open in mode 'rb', an iterator of bytes, or a File.\n"
    "  in Attachment.Put"
)


class Stubborn(io.BytesIO):
    """A file with a name that cannot be sent."""

    name = "a\r\nX: y"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (5, "5: it is of type int"),
        ("a.png", "'a.png': text may be a path or the content; write Path(…) or text.encode()"),
        ({"a": 1}, "{'a': 1}: it is of type dict"),
        ([b"a", "b"], "[b'a', 'b']: its item 'b' is not bytes"),
        (bytes, "<class 'bytes'>: it is of type type"),
        (Path("none.png"), f"{Path('none.png')!r}: No such file or directory"),
    ],
)
def test_what_is_not_a_file(content: Any, problem: str):
    served = Served()
    with pytest.raises(ParameterError) as caught:
        served.mount(Attachment)("1").put(content=content)
    assert str(caught.value) == f"the parameter 'content' cannot be {problem}.\n{EXPECTED}"


def test_a_file_open_for_text_and_a_name_with_a_line_break():
    served = Served()
    for content, found in [
        (io.StringIO("a"), "the file is open for text; open it in mode 'rb'."),
        (Stubborn(), "its name has a control character; write File(…, name=…)."),
    ]:
        with pytest.raises(ParameterError) as caught:
            served.mount(Attachment)("1").put(content=content)
        assert found in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"content": "x"},
            "the content of a file cannot be 'x': text may be a path or the content; write "
            "Path(…) or text.encode().\n  Give bytes, a pathlib.Path, a file open in mode 'rb', an "
            "iterator of bytes, or a File.",
        ),
        (
            {"content": b"", "name": "a\nb"},
            "the name of a file cannot be 'a\\nb'.\n  Write one line of text.",
        ),
        (
            {"content": b"", "name": ""},
            "the name of a file cannot be ''.\n  Write one line of text.",
        ),
        *(
            (
                {"content": b"", "media_type": given},
                f"{given!r} is not a media type.\n"
                "  Write one such as 'image/png' (RFC 9110 8.3.1).",
            )
            for given in ("png", "", "a/b\r\nX: y", "a/b; c", "a/*é")
        ),
    ],
)
def test_files_that_cannot_be_sent(arguments: dict[str, Any], message: str):
    with pytest.raises(ParameterError) as caught:
        File(**arguments)
    assert str(caught.value) == message


def test_text_that_cannot_be_encoded_is_named_and_the_file_beside_it_is_not():
    served = Served()
    with pytest.raises(ParameterError, match=r"^'title' cannot be sent: 'utf-8' codec"):
        served.mount(Attachment).create(image=b"", title="\ud800")


# -- declarations ---------------------------------------------------------------------------

mistakes = Mistakes()

ELSEWHERE = (
    "Write body='multipart' for the operation, or location='body' for a file that is the whole "
    "request body."
)


@mistakes.raises(
    "Note.Create.file",
    "the parameter 'file' is a file, but is sent in the location 'json'.",
    ELSEWHERE,
)
def file_in_json():
    class Note(Resource, uri="/notes/{id}"):
        id: str

        class Create(Params):
            file: File  # HERE


@mistakes.raises(
    "Note.Create.file",
    "the parameter 'file' is a file, but is sent in the location 'query'.",
    ELSEWHERE,
)
def bytes_in_a_query():
    class Note(Resource, uri="/notes/{id}"):
        id: str

        class Create(Params, body="multipart"):
            file: bytes = param(location="query")  # HERE


@mistakes.raises(
    "Note.Create.files",
    "the parameter 'files' is a list of files, but is the whole request body.",
    "Declare it as a single File.",
)
def several_files_as_the_whole_body():
    class Note(Resource, uri="/notes/{id}"):
        id: str

        class Create(Params):
            files: list[File] = param(location="body")  # HERE


@mistakes.raises(
    "Note.Create",
    "a multipart body cannot have content_type='image/png'.",
    "Leave it out: it is 'multipart/form-data' with a boundary.",
)
def media_type_of_a_multipart_body():
    class Note(Resource, uri="/notes/{id}"):
        id: str

        class Create(Params, body="multipart", content_type="image/png"):  # HERE
            file: File


@mistakes.raises(
    "Note.Create",
    "the parameters of one request body have the locations body, multipart.",
    "Write location='form' for all of them, or 'json' for all, or 'body' for a single one.",
)
def whole_body_beside_parts():
    class Note(Resource, uri="/notes/{id}"):
        id: str

        class Create(Params, body="multipart"):  # HERE
            file: File
            other: File = param(location="body")


@pytest.mark.parametrize(("declare", "owner", "found", "remedy"), mistakes.cases)
def test_mistakes(declare: Any, owner: str, found: str, remedy: str):
    check_mistake(declare, owner, found, remedy)


# -- the sandbox ----------------------------------------------------------------------------


class Desk(Client, host="api.desk.example"):
    attachments = collection(Attachment)


@pytest.mark.parametrize("over_http", [False, True])
def test_the_sandbox_serves_uploads(over_http: bool, tmp_path: Path):
    path = tmp_path / "cat.png"
    path.write_bytes(b"\x89PNG\r\n")
    sandbox = Sandbox(Desk)
    with sandbox if over_http else nullcontext():
        url = sandbox.url if over_http else None
        auth = BearerAuth(sandbox.token)
        client = Desk(auth=auth, base_url=url, transport=None if over_http else sandbox)
        made = client.attachments.create(image=path, title="Größe")
        assert made.title == "Größe"
        assert made.image == {"name": "cat.png", "size": 6, "media_type": "image/png"}


def test_handlers_of_the_sandbox_get_files():
    sandbox = Sandbox(Desk)
    given: list[Any] = []

    @sandbox.override(Attachment, "put")
    def put(call: Any) -> Any:
        given.append(call.arguments["content"])
        return call.record

    @sandbox.override(Attachment, "put_text")
    def put_text(call: Any) -> Any:
        given.append(call.arguments["text"])
        return call.record

    client = Desk(auth=BearerAuth(sandbox.token), transport=sandbox)
    made = client.attachments.create(image=b"x")
    made.put(content=File(iter([b"a", b"b"]), media_type="image/gif"))
    made.put_text(text="ä")
    file, text = given
    assert (file.content, file.media_type, text) == (b"ab", "image/gif", "ä")


def multipart(*parts: bytes) -> dict[str, Any]:
    return {
        "content": b"".join(b"--b\r\n" + each + b"\r\n" for each in parts) + b"--b--\r\n",
        "headers": {"Content-Type": "multipart/form-data; boundary=b"},
    }


IMAGE = b'Content-Disposition: form-data; name="image"; filename="a"\r\n\r\nabc'


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        (multipart(), "Missing required parameter image."),
        (multipart(b"X: y\r\n\r\nabc"), "A part of the multipart form has no name."),
        (multipart(IMAGE.replace(b"; filename", b"; other")), "image"),
        (multipart(IMAGE.replace(b"image", b"title"), IMAGE), "it may not be a file"),
        (multipart(IMAGE, IMAGE.replace(b"image", b"imge")), "Unknown parameter imge."),
        (
            {"content": b"abc", "headers": {"Content-Type": "multipart/form-data; boundary=b"}},
            "The body is not a multipart form with the boundary of its header.",
        ),
        (
            multipart(b'Content-Disposition: form-data; name="title"\r\n\r\n\xff', IMAGE),
            "A part of the multipart form cannot be read: it is not UTF-8.",
        ),
    ],
)
def test_what_the_sandbox_refuses(sent: Any, found: str):
    sandbox = Sandbox(Desk)
    client = Desk(auth=BearerAuth(sandbox.token), transport=sandbox)
    with pytest.raises(BadRequestError) as caught:
        client.request("POST", "/attachments", **sent)
    assert found in str(caught.value)
    assert client.request("POST", "/attachments", **multipart(IMAGE)).status == 201


# -- the log --------------------------------------------------------------------------------


class Scan(Resource, uri="/scans/{id}"):
    id: str

    class Create(Params, body="multipart"):
        page: File
        more: list[File] = UNSET
        title: str = UNSET
        pin: str = param(default=UNSET, sensitive=True)
        secret_key: File = UNSET

    class Put(Params, method="PUT"):
        content: File = param(location="body", default=UNSET)

    put = action(Put)


def test_the_log_has_the_fields_of_a_form_and_the_sizes_of_files(
    caplog: pytest.LogCaptureFixture,
):
    caplog.set_level(logging.DEBUG, "restmap")
    served = Served(*[ONE] * 4)
    scans = served.mount(Scan)
    scans.create(
        page=b"s3cret",
        more=[File(iter([b"s3cret"]))],
        title="A cat",
        pin="s3cret",
        secret_key=b"s3cret",
    )
    scans("1").put(content=b"s3cret")
    scans("1").put(content=io.BytesIO(b"s3cret"))
    scans("1").put()
    shown = [each for each in caplog.messages if "attempt" not in each]
    assert shown == [
        "POST /v1/scans [('page', '<file of 6 bytes>'), ('more', '<file of unknown length>'), "
        "('title', 'A cat'), ('pin', '***'), ('secret_key', '***')]",
        "PUT /v1/scans/{id} [('id', '1'), ('body', '<6 bytes>')]",
        "PUT /v1/scans/{id} [('id', '1'), ('body', '<6 bytes>')]",
        "PUT /v1/scans/{id} [('id', '1')]",
    ]
    assert "s3cret" not in caplog.text


# -- other types of parameters, and asynchronous iterators ------------------------------------


class Image(Resource, uri="/images/{id}"):
    id: str

    class Create(Params, body="multipart"):
        content: AnyFile
        more: list[File | Path] = UNSET
        other: Path | None = UNSET

    class Put(Params, method="PUT"):
        content: AsyncIterator[bytes] | bytes = param(location="body")

    put = action(Put)
    put_async = put.awaited()


def test_each_type_of_content_may_be_that_of_a_parameter(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    served = Served(*[ONE] * 3)
    images = served.mount(Image)
    images.create(content=io.BytesIO(b"1"), more=[path, File(b"2")], other=path)
    assert [content for _, content in parts(served)] == [b"1", b"abc", b"2", b"abc"]
    images.create(content=iter([b"3"]), other=None)
    with pytest.raises(ParameterError, match=r"text may be a path or the content; write Path\(…\)"):
        images.create(content="a.txt")


async def letters() -> AsyncIterator[bytes]:
    for letter in (b"a", b"", b"b"):
        await asyncio.sleep(0)
        yield letter


async def broken_letters() -> AsyncIterator[bytes]:
    yield b"a"
    raise RuntimeError("out of paper")


async def texts() -> AsyncIterator[Any]:
    yield "a"


class Images(Client, host="api.images.example"):
    images = collection(Image)


def test_an_asynchronous_iterator_is_sent_by_an_awaited_call():
    async def put(url: str, token: str, **settings: Any) -> None:
        async with Images(auth=BearerAuth(token), base_url=url, **settings) as client:
            image = await client.images.create_async(content=letters())
            await image.put_async(content=letters())
            await image.put_async(content=File(letters(), media_type="image/png"))
            for pieces, found in [
                (broken_letters(), "cannot be read: RuntimeError: out of paper."),
                (texts(), "gives str, and a request body is bytes."),
            ]:
                with pytest.raises(ParameterError) as caught:
                    await image.put_async(content=pieces)
                assert f"the asynchronous iterator {found}" in str(caught.value)
            read = File(letters())
            await image.put_async(content=read)
            with pytest.raises(ParameterError, match="was read before, and cannot be read again"):
                await image.put_async(content=read)

    received: list[Any] = []
    with Sandbox(Images) as sandbox:

        @sandbox.override(Image, "put")
        def keep(call: Any) -> Any:
            received.append((call.arguments["content"].content, call.request.headers))
            return call.record

        asyncio.run(put(sandbox.url, sandbox.token))
    assert [content for content, _ in received] == [b"ab"] * 3
    assert received[1][1]["Content-Type"] == "image/png"


@pytest.mark.parametrize("is_served", [True, False])
def test_an_asynchronous_iterator_is_refused_by_a_blocking_call(is_served: bool):
    sandbox = Sandbox(Images)
    with sandbox if is_served else nullcontext():
        settings: Any = {"base_url": sandbox.url} if is_served else {"transport": sandbox}
        with Images(auth=BearerAuth(sandbox.token), **settings) as client:
            with pytest.raises(ParameterError) as caught:
                client.images("1").put(content=letters())
            assert str(caught.value) == (
                "the asynchronous iterator can only be sent by an awaited call.\n"
                "  Await the verb whose name ends with _async."
            )
