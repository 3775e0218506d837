"""References: what they lead to, in a document, in the files beside it, and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from restmap.errors import ConfigurationError
from restmap.importer.draft.naming import PlainNaming
from restmap.importer.importing import import_documents, read_documents
from restmap.importer.report import Report
from restmap.importer.write.package_files import Package

from .desk import TEXT, changed, imported, in_path, problems_of, response_of, text_of

TOOL = {"type": "object", "properties": {"id": TEXT, "name": TEXT}}


def split(folder: Path, files: Mapping[str, Any], *allowed: str) -> Report:
    """The report on a document split over files: the first of them is the root."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content))
    root = folder / next(iter(files))
    documents = read_documents([root], allowed)
    return import_documents(documents, Package("made", folder), PlainNaming())


def root(**paths: Any) -> dict[str, Any]:
    return {
        "openapi": "3.0.3",
        "info": {"title": "Shed", "version": "1"},
        "servers": [{"url": "https://api.shed.example/v1"}],
        "paths": {f"/{name}": item for name, item in paths.items()},
    }


def fetched(schema: Any) -> dict[str, Any]:
    return {"get": {"operationId": "getTool", "responses": response_of(schema)}}


def test_a_document_may_be_split_over_files(tmp_path: Path) -> None:
    report = split(
        tmp_path,
        {
            "api/shed.json": root(tool={"$ref": "paths/tool.yaml"}),
            "api/paths/tool.yaml": {
                "get": {"$ref": "../operations/get%20tool.yml"},
                "delete": {"operationId": "deleteTool", "responses": {"204": {"description": ""}}},
            },
            "api/operations/get tool.yml": {
                "operationId": "getTool",
                "parameters": [{"$ref": "../shared.json#/parameters/1"}],
                "responses": {"200": {"$ref": "../shared.json#/responses/tool~1one"}},
            },
            "api/shared.json": {
                "parameters": [{}, {"name": "colour", "in": "query", "schema": TEXT}],
                "responses": {
                    "tool/one": response_of({"$ref": "#/schemas/Tool"})["200"],
                },
                "schemas": {"Tool": {**TOOL, "required": ["id"]}},
            },
        },
    )

    assert report.problems == []
    text = text_of(tmp_path, "tool.py")
    assert "    id: str\n    name: str | None\n" in text
    assert "    class Fetch(Params):\n        colour: str = UNSET\n" in text


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        ("#/components/schemas/no", "which the document lacks"),
        ("#/paths/~1tool/get/responses/x", "which the document lacks"),
        ("#nowhere", "which the document lacks"),
        ("tools.json", ": there is no such file"),
        ("tools.json#/Tool", ": there is no such file"),
        ("notes.txt#/Tool", ": notes.txt is not YAML 1.2: "),
        ("../outside.json", ": it is outside of the document's folder"),
        ("/etc/passwd", ": it is outside of the document's folder"),
        ("file:///etc/passwd", ": it is outside of the document's folder"),
        ("linked.json", ": it is outside of the document's folder"),
        ("https://specs.example/tool.json", ": it is outside of the document's folder"),
        ("ftp://specs.example/tool.json", ": it is outside of the document's folder"),
        ("http://[specs.example/tool.json", "which the document lacks"),
    ],
)
def test_an_operation_whose_reference_leads_nowhere_is_left_out_alone(
    tmp_path: Path, reference: str, reason: str
) -> None:
    (tmp_path / "outside.json").write_text(json.dumps(TOOL))
    (tmp_path / "api").mkdir()
    (tmp_path / "api/linked.json").symlink_to(tmp_path / "outside.json")
    (tmp_path / "api/notes.txt").write_text("a: [b\n")
    within = {"type": "object", "properties": {"inner": {"items": {"$ref": reference}}}}
    other = {"get": {"operationId": "getOther", "responses": response_of(TOOL)}}
    path = tmp_path / "api/shed.json"
    path.write_text(json.dumps(root(tool=fetched(within), other=other)))

    (problem,) = problems_of(*read_documents([path]))
    assert problem.startswith(f"getTool (GET /tool): refers to '{reference}'")
    assert reason in problem


def test_a_folder_is_read_where_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "common").mkdir()
    (tmp_path / "common/tool.json").write_text(json.dumps(TOOL))
    files = {"api/shed.json": root(tool=fetched({"$ref": "../common/tool.json"}))}

    assert len(split(tmp_path, files).problems) == 1
    assert split(tmp_path, files, str(tmp_path / "common")).problems == []
    with pytest.raises(ConfigurationError) as caught:
        split(tmp_path, files, "nowhere")
    assert str(caught.value) == (
        "'nowhere' is neither a folder nor the beginning of a URL.\n"
        "  Write a folder or a URL that references may lead into: ../common, or https://specs.example/.\n"
        "  in --allow-references"
    )


@pytest.fixture
def specs() -> Iterator[str]:
    """A server of one file, which redirects from another."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/common/tool.json":
                body = json.dumps(TOOL).encode()
                self.send_response(200)
            else:
                body = b""
                self.send_response(302)
                self.send_header("Location", "/common/tool.json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_a_url_is_read_where_it_is_asked_for(tmp_path: Path, specs: str) -> None:
    def report_on(name: str, *allowed: str) -> Report:
        files = {"api/shed.json": root(tool=fetched({"$ref": f"{specs}/{name}"}))}
        return split(tmp_path, files, *allowed)

    assert report_on("common/tool.json", f"{specs}/common").problems == []
    for name in ("common/tool.json", "other/../common/tool.json", "other/%2e%2E/common/tool.json"):
        (refused,) = report_on(name, f"{specs}/other").problems
        assert refused.endswith(": it is outside of the document's folder")
    assert "its status code is 302" in report_on("moved.json", specs).problems[0]


@pytest.mark.parametrize(
    "loop",
    [
        {"$ref": "#/components/schemas/loop"},
        {"$ref": "#/components/schemas/loop", "description": "itself"},
        {"allOf": [{"$ref": "#/components/schemas/loop"}]},
        {"allOf": [{"$ref": "#/components/schemas/loop"}], "description": "itself"},
    ],
)
def test_a_schema_that_is_nothing_but_itself_is_refused(loop: Any) -> None:
    document = changed(**{"/loop": fetched({"$ref": "#/components/schemas/loop"})})
    document["components"]["schemas"]["loop"] = loop

    assert problems_of(document) in (
        ["getTool (GET /loop): a schema is nothing but a reference to itself"],
        ["getTool (GET /loop): a chain of more than 50 references"],
    )


def test_a_schema_within_itself_takes_no_time(tmp_path: Path) -> None:
    """Each of a hundred refers twice to the next: put together one by one it would never end."""
    document = changed(**{"/many": fetched({"$ref": "#/components/schemas/s0"})})
    for number in range(100):
        following = {"$ref": f"#/components/schemas/s{(number + 1) % 100}"}
        document["components"]["schemas"][f"s{number}"] = {
            "allOf": [following, following],
            "properties": {f"p{number}": {"type": "array", "items": following}},
        }
    report = imported(tmp_path, document)

    assert report.problems == []
    assert "    p99: list[S0]\n" in text_of(tmp_path, "many.py")


@pytest.mark.parametrize(
    ("server", "mount", "keywords"),
    [
        ("https://files.desk.example/v9", "files", 'host="files.desk.example", prefix="/v9"'),
        ("https://api.desk.example:8443/v1", "desk", 'host="api.desk.example:8443", prefix="/v1"'),
        ("https://uploads.other.example", "uploads", 'host="uploads.other.example"'),
        ("https://api.desk.example/v2", "v2", 'prefix="/v2"'),
    ],
)
def test_an_operation_with_another_server_is_at_its_host(
    tmp_path: Path, server: str, mount: str, keywords: str
) -> None:
    item = fetched(TOOL)
    item["get"]["servers"] = [{"url": server}]
    item["parameters"] = [in_path("id")]
    report = imported(tmp_path, changed(**{"/tools/{id}": item}))

    assert report.problems == []
    assert f"{keywords}):\n" in text_of(tmp_path, f"{mount}/__init__.py")
    assert (tmp_path / f"made/{mount}/tool.py").exists()


@pytest.mark.parametrize(
    ("servers", "reason"),
    [
        ([{}], "a server has no url at /paths/~1tool/get/servers/0"),
        ([{"url": 5}], "a number instead of text at /paths/~1tool/get/servers/0/url"),
        ({}, "an object instead of an array at /paths/~1tool/get/servers"),
        *(
            ([{"url": url}], f"requests cannot be sent to {url!r} at /paths/~1tool/get/servers/0")
            for url in (
                "ftp://a.example",
                "https://user:secret@a.example",
                "https://a.example/?b=c",
                "https://",
                "https://_.com/v1",
            )
        ),
        (
            [{"url": "https://{}.a.example"}],
            "the URL 'https://{}.a.example' has a variable without a name "
            "at /paths/~1tool/get/servers/0",
        ),
        (
            [{"url": 'https://a.example/v1" if x else "'}],
            "'/v1\" if x else \"' cannot be the beginning of a path at /paths/~1tool/get/servers/0",
        ),
        (
            [{"url": "https://a.example/../b"}],
            "'/../b' cannot be the beginning of a path at /paths/~1tool/get/servers/0",
        ),
    ],
)
def test_a_server_that_requests_cannot_go_to_is_refused(servers: Any, reason: str) -> None:
    item = fetched(TOOL)
    item["get"]["servers"] = servers

    assert problems_of(changed(**{"/tool": item})) == [f"getTool (GET /tool): {reason}"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("tool", "the path 'tool' does not begin with '/'"),
        ('/to"ol', "the path '/to\"ol' has characters that must be percent-encoded (RFC 3986 3.3)"),
        ("/to ol", "the path '/to ol' has characters that must be percent-encoded (RFC 3986 3.3)"),
        ("/tool/{}", "the path '/tool/{}' has a placeholder without a name"),
        ("/tool/{a}{b}", "the path '/tool/{a}{b}' has no text between two of its placeholders"),
        ("/tool/{a", "the path '/tool/{a' has characters that must be percent-encoded"),
    ],
)
def test_a_path_that_cannot_be_sent_is_refused(path: str, reason: str) -> None:
    (problem,) = problems_of(changed(**{path: fetched(TOOL)}))
    assert problem.startswith(f"getTool (GET {path}): {reason}")


def test_a_reference_may_stand_in_place_of_any_object(tmp_path: Path) -> None:
    document = changed()
    body = document["paths"]["/import"]["post"]["requestBody"]
    status = document["paths"]["/status"]["get"]
    response = status["responses"]["200"]
    document["x-shared"] = {
        "body": body["content"],
        "status": response["content"],
        "responses": status["responses"],
    }
    imported(tmp_path, document)
    body["content"] = {"$ref": "#/x-shared/body"}
    response["content"] = {"$ref": "#/x-shared/status"}
    status["responses"] = {"$ref": "#/x-shared/responses"}
    report = imported(tmp_path, document)
    assert report.problems == []
    assert report.written == []


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        ([], "/tool: an array instead of an object at /paths/~1tool"),
        ({"get": "x"}, "GET /tool: text instead of an object at /paths/~1tool/get"),
        (
            {"get": {"parameters": "x"}},
            "GET /tool: text instead of an array at /paths/~1tool/get/parameters",
        ),
        (
            {"get": {"parameters": [{"in": "query"}]}},
            "GET /tool: a parameter has no name at /paths/~1tool/get/parameters/0",
        ),
        (
            {"get": {"parameters": [{"name": "a", "in": "body"}]}},
            "GET /tool: the parameter 'a' has the location 'body' "
            "at /paths/~1tool/get/parameters/0",
        ),
        (
            {"get": {"parameters": [{"name": "a\r\nb: c", "in": "header"}]}},
            "GET /tool: 'a\\r\\nb: c' cannot be the name of a header at "
            "/paths/~1tool/get/parameters/0",
        ),
        (
            {"get": {"responses": {"200": {"content": {"a b": {}}}}}},
            "GET /tool: 'a b' is not a media type at /paths/~1tool/get/responses/200/content",
        ),
        (
            {"get": {"operationId": 5}},
            "GET /tool: a number instead of text at /paths/~1tool/get/operationId",
        ),
    ],
)
def test_an_ill_formed_operation_is_left_out_alone(item: Any, problem: str) -> None:
    assert problems_of(changed(**{"/tool": item})) == [problem]


@pytest.mark.parametrize(
    "item",
    [
        None,
        {"parameters": None, **fetched(TOOL)},
        {"get": {"parameters": None, "responses": None, "requestBody": None, "servers": None}},
    ],
)
def test_what_is_null_is_absent(item: Any) -> None:
    assert problems_of(changed(**{"/tool": item})) == []


@pytest.mark.parametrize("place", ["parts.json#/shared", "#/components/schemas/Sizes/properties"])
def test_properties_may_be_a_reference_as_a_whole(tmp_path: Path, place: str) -> None:
    tool = {"type": "object", "properties": {"$ref": place, "id": TEXT}}
    document = root(tool=fetched(tool))
    sizes = {"width": {"type": "integer"}, "height": {"type": "integer"}}
    document["components"] = {"schemas": {"Sizes": {"type": "object", "properties": sizes}}}

    report = split(tmp_path, {"shed.json": document, "parts.json": {"shared": sizes}})

    assert report.problems == []
    text = text_of(tmp_path, "tool.py")
    assert "width: int" in text
    assert "height: int" in text
    assert "id: str" in text
    assert "$ref" not in text


@pytest.mark.parametrize(
    "pointer",
    ["Tool/allOf/0", "Tool/oneOf/1/properties/base", "two%20words/items", "a~1b~0c", "list/2"],
)
def test_a_pointer_leads_into_arrays_and_through_any_name(tmp_path: Path, pointer: str) -> None:
    document = root(tool=fetched({"$ref": f"#/components/schemas/{pointer}"}))
    document["components"] = {
        "schemas": {
            "Tool": {
                "allOf": [TOOL, {}],
                "oneOf": [{}, {"type": "object", "properties": {"base": TOOL}}],
            },
            "two words": {"type": "array", "items": TOOL},
            "a/b~c": TOOL,
            "list": [{}, {}, TOOL],
        }
    }

    report = split(tmp_path, {"shed.json": document})

    assert report.problems == []
    assert "name: str" in text_of(tmp_path, "tool.py")
