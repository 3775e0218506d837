"""Request bodies of any media type, lines of JSON, and what a document has that is not sent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from restmap.importer.importing import read_documents
from restmap.importer.read.parsing import DocumentError

from .desk import TEXT, in_path, response_of, sends, text_of
from .shed import TOOL, imported_paths, object_of

NOTHING = {"204": {"description": ""}}
FILE = {"type": "string", "format": "binary"}
STEPS = {"type": "array", "items": object_of(index=TEXT)}


def sent(tmp_path: Path, kind: str, schema: Any) -> str:
    """The nested class of an operation that sends a body, in one line."""
    operation = {
        "operationId": "sendTool",
        "parameters": [in_path("id")],
        "requestBody": sends(kind, schema),
        "responses": NOTHING,
    }
    one = {"get": {"parameters": [in_path("id")], "responses": response_of(TOOL)}}
    paths = {"/tools/{id}": one, "/tools/{id}/send": {"post": operation}}
    report = imported_paths(tmp_path, paths)
    assert (report.problems, report.remarks) == ([], [])
    text = " ".join(text_of(tmp_path, "tool.py").split())
    begin = text.index("class Send")
    return text[begin : text.index(" send = action")]


@pytest.mark.parametrize(
    ("kind", "schema", "written"),
    [
        ("*/*", object_of(name=TEXT), 'class Send(Params, uri="/send"): name: str = UNSET'),
        (
            "application/*",
            object_of(name=TEXT),
            'class Send(Params, uri="/send"): name: str = UNSET',
        ),
        ("*/*", {}, 'uri="/send"): content: File = param(location="body")'),
        ("*/*", TEXT, 'uri="/send"): content: File = param(location="body")'),
        ("*/*", FILE, 'uri="/send"): content: File = param(location="body")'),
        ("image/*", FILE, 'uri="/send"): content: File = param(location="body")'),
        ("text/*", TEXT, 'uri="/send"): content: File = param(location="body")'),
        (
            "text/csv",
            TEXT,
            'uri="/send", content_type="text/csv"): content: str = param(location="body")',
        ),
        (
            "application/x-ndjson",
            STEPS,
            'content_type="application/x-ndjson"): body: list[ToolBody] = param(location="body")',
        ),
        (
            "application/x-ndjson",
            TEXT,
            'content_type="application/x-ndjson"): content: str = param(location="body")',
        ),
    ],
)
def test_a_body_is_sent_as_its_media_type_and_its_schema_say(
    tmp_path: Path, kind: str, schema: Any, written: str
) -> None:
    assert written in sent(tmp_path, kind, schema)


def test_what_has_no_body_says_which_json_it_accepts(tmp_path: Path) -> None:
    kind = "application/vnd.tools+json"
    found = {"200": {"description": "", "content": {kind: {"schema": TOOL}}}}
    body = sends(kind, object_of(name=TEXT))
    one = {
        "get": {"parameters": [in_path("id")], "responses": found},
        "patch": {"parameters": [in_path("id")], "requestBody": body, "responses": found},
    }
    imported_paths(tmp_path, {"/tools/{id}": one})
    text = text_of(tmp_path, "tool.py")

    assert f'class Fetch(Params, accept="{kind}"): ...' in text
    assert f'class Update(Params, method="PATCH", content_type="{kind}"):' in text


def test_an_optional_cookie_is_noted(tmp_path: Path) -> None:
    cookie = {"name": "session", "in": "cookie", "schema": TEXT}
    operation = {"parameters": [in_path("id"), cookie], "responses": response_of(TOOL)}

    report = imported_paths(tmp_path, {"/tools/{id}": {"get": operation}})

    assert report.problems == []
    assert report.remarks == [
        "GET /tools/{id}: its optional cookie 'session' is not declared; "
        "client.options(headers={'Cookie': …}) sends one"
    ]


@pytest.mark.parametrize(
    ("members", "message"),
    [
        (
            {"webhooks": {"lent": {"post": {"responses": NOTHING}}}},
            "hooks.json has no `paths`, and the requests of its `webhooks` are those that the API "
            "sends.\n  There is nothing to call; give a document with the paths of the API.",
        ),
        (
            {"components": {}},
            "hooks.json has no `paths`.\n  Give a document that describes operations.",
        ),
    ],
)
def test_a_document_without_paths_is_refused(tmp_path: Path, members: Any, message: str) -> None:
    path = tmp_path / "hooks.json"
    content = {"openapi": "3.1.0", "info": {"title": "Hooks", "version": "1"}, **members}
    path.write_text(json.dumps(content))
    with pytest.raises(DocumentError) as caught:
        read_documents([path])
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("further", "written"),
    [
        ({"additionalProperties": True}, "class ToolProfile(Model, open=True):"),
        ({"additionalProperties": TEXT}, "class ToolProfile(Model, open=True):"),
        ({"additionalProperties": False}, "class ToolProfile(Model):"),
        ({}, "class ToolProfile(Model):"),
    ],
)
def test_an_object_that_may_have_further_keys(tmp_path: Path, further: Any, written: str) -> None:
    record = object_of(id=TEXT, profile={**object_of(name=TEXT), **further})
    one = {"get": {"parameters": [in_path("id")], "responses": response_of(record)}}
    assert imported_paths(tmp_path, {"/tools/{id}": one}).problems == []
    assert written in text_of(tmp_path, "tool.py")
