"""What calls of an imported package send and read, judged against its document by openapi-core.

The check of the requests itself is judged by packages that do not fit their documents.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from restmap.importer.importing import read_documents

from ..importer.desk import TEXT, importable, in_path, query, response_of, sends, text_of
from ..importer.shed import TOOL, imported_paths, object_of
from .request_checks import check_requests, main

pytestmark = pytest.mark.conformance

NUMBER = {"type": "integer"}


def needs(*required: str, **properties: Any) -> dict[str, Any]:
    return {**object_of(**properties), "required": list(required)}


def faults(folder: Path, paths: dict[str, Any], **components: Any) -> list[str]:
    """What is wrong with the package that is imported from a document with these paths."""
    report = imported_paths(folder, paths, **components)
    assert report.problems == []
    with importable(folder):
        (document,) = read_documents([folder / "shed.json"])
        return list(map(str, check_requests("made", document, 30).faults))


def test_an_object_around_the_record_is_no_record(tmp_path: Path) -> None:
    """`{"key": {…}, "action": {…}}` is no key, although a key has a member `key` as well."""
    key = object_of(id=TEXT, key=TEXT, action=TEXT)
    created = object_of(key=key, action=object_of(id=TEXT))
    paths = {
        "/keys": {
            "post": {
                "requestBody": sends("application/json", needs("key", key=TEXT)),
                "responses": response_of(created, "201"),
            }
        },
        "/keys/{id}": {
            "parameters": [in_path("id")],
            "get": {"responses": response_of(object_of(key=key))},
        },
    }

    assert faults(tmp_path, paths) == []


QUERIES = [
    query("color", TEXT, required=True),
    query("ids", {"type": "array", "items": NUMBER}, required=True, explode=False),
    query("tags", {"type": "array", "items": TEXT}, required=True),
    query("sizes", {"type": "array", "items": NUMBER}, required=True, style="pipeDelimited"),
    query("where", needs("a", a=TEXT, b=NUMBER), required=True, style="deepObject", explode=True),
    {"name": "X-Trace", "in": "header", "required": True, "schema": TEXT},
]


@pytest.mark.parametrize(
    "paths",
    [
        {"/tools": {"get": {"parameters": QUERIES, "responses": response_of(object_of(a=TEXT))}}},
        {
            "/tools/{id}": {
                "parameters": [in_path("id")],
                "get": {"responses": response_of(needs("id", id=TEXT, made=TEXT))},
                "patch": {
                    "requestBody": sends("application/json", needs("name", name=TEXT, size=NUMBER)),
                    "responses": response_of(needs("id", id=TEXT, made=TEXT)),
                },
            }
        },
        {
            "/series": {
                "post": {
                    "requestBody": sends("text/json", needs("points", points=NUMBER)),
                    "responses": response_of(object_of(status=TEXT), "202"),
                }
            }
        },
        {
            "/images": {
                "post": {
                    "requestBody": sends(
                        "multipart/form-data",
                        needs("file", file={"type": "string", "format": "binary"}, title=TEXT),
                    ),
                    "responses": response_of(TOOL),
                }
            }
        },
    ],
)
def test_requests_and_responses_are_as_described(tmp_path: Path, paths: dict[str, Any]) -> None:
    assert faults(tmp_path, paths) == []


def test_a_response_without_content_has_no_body_whatever_is_described(tmp_path: Path) -> None:
    paths = {
        "/tools/{id}": {
            "parameters": [in_path("id")],
            "get": {"responses": response_of(TOOL)},
            "patch": {
                "requestBody": sends("application/json", TOOL),
                "responses": response_of(object_of(), "204"),
            },
            "delete": {"responses": response_of({"type": "object", "nullable": True}, "204")},
        },
        "/tools": {"delete": {"responses": response_of(object_of(), "204")}},
    }

    assert faults(tmp_path, paths) == []


def test_json_by_another_name_is_sent_by_that_name(tmp_path: Path) -> None:
    body = sends("text/json", needs("points", points=NUMBER))
    imported_paths(
        tmp_path, {"/series": {"post": {"requestBody": body, "responses": response_of(TOOL)}}}
    )

    assert 'content_type="text/json"' in text_of(tmp_path, "series.py")


def test_what_is_not_required_may_be_none_where_something_is(tmp_path: Path) -> None:
    """A document that says of nothing that it is required does not say that all may be absent."""
    variants = {"oneOf": [object_of(id=TEXT, length=NUMBER), object_of(id=TEXT, width=NUMBER)]}
    paths = {
        f"/{name}/{{id}}": {
            "parameters": [in_path("id")],
            "get": {"responses": response_of(schema)},
        }
        for name, schema in {
            "boxes": needs("id", id=TEXT, label=TEXT),
            "racks": object_of(id=TEXT, label=TEXT),
            "saws": variants,
        }.items()
    }
    imported_paths(tmp_path, paths)

    assert "    id: str\n    label: str | None\n" in text_of(tmp_path, "box.py")
    assert "    id: str\n    label: str\n" in text_of(tmp_path, "rack.py")
    assert "    length: int | None\n    width: int | None\n" in text_of(tmp_path, "saw.py")


MODULE = """
from restmap import *

class Tool(Resource, uri="/tools/{id}", body="json"):
    id: str
    class Fetch(Params):
        color: str
        tags: list[str] = param(explode=False)
    class Update(Params, method="PATCH"):
        name: str

class Shed(Client, host="api.shed.example"):
    tools = collection(Tool)
"""


def test_what_does_not_fit_the_document_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parameters = [query("tags", {"type": "array", "items": TEXT}, required=True)]
    size = {"type": "integer", "minimum": 5, "maximum": 5}
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Shed", "version": "1"},
        "servers": [{"url": "https://api.shed.example"}],
        "paths": {
            "/tools/{id}": {
                "parameters": [in_path("id")],
                "get": {"parameters": parameters, "responses": response_of(needs("id", id=TEXT))},
                "patch": {
                    "requestBody": sends("application/json", needs("size", size=size)),
                    "responses": response_of(needs("key", key=TEXT)),
                },
            }
        },
    }
    (tmp_path / "shed.json").write_text(json.dumps(document))
    (tmp_path / "checked.py").write_text(MODULE)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "checked", raising=False)

    assert main("checked", str(tmp_path / "shed.json")) == 1
    assert [each.partition(" [")[0] for each in capsys.readouterr().out.splitlines()] == [
        "request, ours: client.tools(id).fetch (GET /tools/{id}): ParameterError: the parameter "
        "'color' is missing. Give text. in Tool.Fetch",
        "request, ours: client.tools(id).update (PATCH /tools/{id}): there is no parameter for "
        "size (body)",
        "2 operations: 0 requests valid (2 ours, 0 the validator's, 0 the document's), "
        "2 responses read (0 ours)",
    ]
