"""Files in requests and responses, keys inside of records, and lists by POST."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .desk import TEXT, in_path, response_of, sends, text_of
from .shed import TOOL, imported_paths, items_of, object_of

BINARY = {"type": "string", "format": "binary"}
NUMBER = {"type": "integer"}
ONE = response_of(TOOL)
NOTHING = {"204": {"description": ""}}
KEY = in_path("id")


def module(folder: Path, paths: dict[str, Any], name: str = "tool.py") -> str:
    """The text of a written module, with one space for each white space."""
    report = imported_paths(folder, paths)
    assert report.problems == []
    return " ".join(text_of(folder, name).split())


def posts(content_type: str, schema: Any, **more: Any) -> dict[str, Any]:
    body = {**sends(content_type, schema), **more}
    return {"parameters": [KEY], "responses": ONE, "requestBody": body}


@pytest.mark.parametrize(
    ("content_type", "schema", "written"),
    [
        (
            "multipart/form-data",
            {**object_of(image=BINARY, more={"type": "array", "items": BINARY}, title=TEXT)},
            'class Upload(Params, uri="/upload", body="multipart"): image: File = UNSET '
            "more: list[File] = UNSET title: str = UNSET",
        ),
        (
            "multipart/form-data",
            {**object_of(image={"type": "string", "contentMediaType": "image/png"})},
            'class Upload(Params, uri="/upload", body="multipart"): image: File = UNSET',
        ),
        (
            "application/octet-stream",
            BINARY,
            'class Upload(Params, uri="/upload", content_type="application/octet-stream"): '
            'content: File = param(location="body")',
        ),
        (
            "text/csv",
            TEXT,
            'class Upload(Params, uri="/upload", content_type="text/csv"): '
            'content: str = param(location="body")',
        ),
    ],
)
def test_files_in_a_request(tmp_path: Path, content_type: str, schema: Any, written: str) -> None:
    paths = {
        "/tools/{id}": {"get": {"parameters": [KEY], "responses": ONE}},
        "/tools/{id}/upload": {"post": posts(content_type, schema, required=True)},
    }
    assert written in module(tmp_path, paths)


def test_a_file_in_a_response_is_a_download(tmp_path: Path) -> None:
    image = {"200": {"description": "", "content": {"image/png": {"schema": BINARY}}}}
    paths = {
        "/tools/{id}": {"get": {"parameters": [KEY], "responses": ONE}},
        "/tools/{id}/download": {"get": {"parameters": [KEY], "responses": image}},
    }
    text = module(tmp_path, paths)
    assert 'class DownloadRequest( Params, method="GET", uri="/download"' in text
    assert "download = action(DownloadRequest, returns=Download)" in text
    assert "download_async" not in text


def records(**members: Any) -> dict[str, Any]:
    """The paths of tools whose records are objects with these members."""
    record = object_of(**members)
    return {
        "/tools": {"get": {"responses": items_of("items", record)}},
        "/tools/{name}": {"delete": {"parameters": [in_path("name")], "responses": NOTHING}},
    }


@pytest.mark.parametrize(
    ("members", "written"),
    [
        ({"metadata": object_of(name=TEXT)}, 'name: str = field(inside="metadata")'),
        ({"meta": object_of(name=TEXT)}, 'name: str = field(inside="meta")'),
        ({"metadata": object_of(name=TEXT), "name": TEXT}, " name: str "),
        # Another object is about something else.
        ({"owner": object_of(name=TEXT)}, " name: str "),
        ({"metadata": object_of(name=object_of(text=TEXT))}, " name: str "),
    ],
)
def test_a_key_inside_of_a_record(tmp_path: Path, members: Any, written: str) -> None:
    text = module(tmp_path, records(**members))
    assert written in text
    assert ("inside=" in text) == ("inside=" in written)


def test_a_key_that_names_an_object_of_the_record(tmp_path: Path) -> None:
    record = object_of(user=object_of(id=TEXT, name=TEXT), reason=TEXT)
    key = in_path("user_id")
    paths = {
        "/bans": {"get": {"responses": response_of({"type": "array", "items": record})}},
        "/bans/{user_id}": {"delete": {"parameters": [key], "responses": NOTHING}},
    }
    text = module(tmp_path, paths, "ban.py")
    assert 'user_id: str = field(name="id", inside="user")' in text


@pytest.mark.parametrize(
    ("sent", "received", "page"),
    [
        (
            {"cursor": TEXT, "count": NUMBER},
            {"next_cursor": TEXT},
            'TokenPage("tools", token="next_cursor", parameter="cursor", page_size="count")',
        ),
        (
            {"options": object_of(offset=NUMBER, count=NUMBER)},
            {"total": NUMBER},
            'OffsetPage("tools", parameter="options.offset", total="total", '
            'page_size="options.count")',
        ),
        ({"name": TEXT}, {}, 'ArrayPage("tools")'),
    ],
)
def test_lists_by_post(tmp_path: Path, sent: Any, received: Any, page: str) -> None:
    operation = {
        "responses": items_of("tools", TOOL, **received),
        "requestBody": sends("application/json", object_of(**sent)),
    }
    text = module(tmp_path, {"/tools/list": {"post": operation}})
    plain = text.replace("( ", "(").replace(", )", ")").replace(" )", ")")
    assert 'method="POST", uri="/list", body="json"' in plain
    assert page in plain


def test_what_is_read_only_in_a_part_is_not_sent(tmp_path: Path) -> None:
    person = {"allOf": [object_of(name=TEXT), {"readOnly": True}]}
    body = sends("application/json", object_of(name=TEXT, owner=person))
    text = module(tmp_path, {"/tools": {"post": {"responses": ONE, "requestBody": body}}})
    assert "owner" not in text
