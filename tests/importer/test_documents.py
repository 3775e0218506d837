"""What a document may say of an operation: that it is written rightly, or reported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from restmap import HandlerTransport, Request
from tests.support import json_response

from .desk import (
    TEXT,
    changed,
    importable,
    imported,
    in_path,
    problems_of,
    query,
    response_of,
    sends,
    text_of,
)

THING: dict[str, Any] = {"type": "object", "properties": {"id": TEXT}}
THINGS = response_of({"type": "array", "items": THING})


def listed(*parameters: Any, responses: Any = THINGS) -> dict[str, Any]:
    return {
        "get": {"operationId": "listThings", "parameters": [*parameters], "responses": responses}
    }


def created(body: Any, responses: Any = None) -> dict[str, Any]:
    responses = responses or response_of(THING, "201")
    return {"post": {"operationId": "createThing", "requestBody": body, "responses": responses}}


def paged(*properties: str) -> dict[str, Any]:
    records = {"data": {"type": "array", "items": THING}}
    return response_of({"type": "object", "properties": records | dict.fromkeys(properties, TEXT)})


def array_of(kind: str, **more: Any) -> dict[str, Any]:
    return query("sort", {"type": "array", "items": {"type": kind}}, **more)


COOKIE = {"name": "session", "in": "cookie", "schema": TEXT}
FILE = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}
IMAGE = {"200": {"description": "", "content": {"image/png": {"schema": TEXT}}}}
LIST = "listThings (GET /things): "
CREATE = "createThing (POST /things): "


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (
            listed(COOKIE | {"required": True}),
            f"{LIST}its parameter session is a required cookie",
        ),
    ],
)
def test_what_no_declaration_can_say_is_reported(item: Any, reason: str) -> None:
    assert problems_of(changed(**{"/things": item})) == [reason]


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (
            listed(query("cursor", TEXT), responses=paged("next_cursor")),
            '        page=TokenPage(\n            "data", token="next_cursor", parameter="cursor", '
            "absent_if_empty=True\n        ),\n",
        ),
        (
            listed(responses=paged("total")),
            'class List(Paging, page=ArrayPage("data", absent_if_empty=True)): ...',
        ),
        (listed(query("cursor", TEXT), responses=paged("other")), "cursor: str = UNSET"),
        (listed(query("offset", TEXT), responses=paged()), "offset: str = UNSET"),
        (
            listed(responses=paged("next_url")),
            'Paging, page=LinkPage("data", next_link="next_url", absent_if_empty=True)',
        ),
        (
            created(sends("application/json", THING), IMAGE),
            'class Create(Params, Returns[bytes], accept="image/png"):',
        ),
        (listed(responses=IMAGE), 'class Fetch(Params, Returns[bytes], accept="image/png"): ...'),
        (
            listed(query("filter", {"type": "object"}, style="deepObject")),
            'filter: dict[str, Any] = param(style="deepObject", default=UNSET)',
        ),
        (
            listed(array_of("string", style="form", explode=False)),
            "sort: list[str] = param(explode=False, default=UNSET)",
        ),
        (listed(COOKIE), "class List(Paging): ..."),
        (listed(query("size", TEXT, explode=False)), "size: str = UNSET"),
        (listed(array_of("string", explode=True)), "sort: list[str] = UNSET"),
        (
            listed(query("size", TEXT))
            | {"parameters": [query("size", {"type": "integer"}, required=True)]},
            "size: str = UNSET",
        ),
        (
            created(
                sends(
                    "application/json",
                    {"allOf": [{"required": ["id"]}, THING, {"properties": {"at": TEXT}}]},
                )
            ),
            "id: str\n        at: str = UNSET",
        ),
        (
            created(sends("application/json", {"allOf": [THING], "required": ["id"]})),
            "class Create(Params):\n        id: str\n",
        ),
        (
            {
                "get": {
                    "operationId": "getThing",
                    "responses": response_of(
                        {"type": "object", "properties": {"a-b": TEXT, "a_b": TEXT, "aB": TEXT}}
                    ),
                }
            },
            'a_b: str = field(name="a-b")\n    a_b_: str\n    a_b__: str = field(name="aB")',
        ),
        ({"get": {"operationId": "getThing"}}, "class Fetch(Params, Returns[None]): ..."),
    ],
)
def test_what_a_document_says_is_written(tmp_path: Path, item: Any, line: str) -> None:
    report = imported(tmp_path, changed(**{"/things": item}))

    assert report.problems == []
    is_one = "Things = deferred" in text_of(tmp_path, "client.py")  # /things has no items
    assert line in text_of(tmp_path, "things.py" if is_one else "thing.py")


def test_what_replaces_a_whole_collection_is_no_update_of_an_item(tmp_path: Path) -> None:
    item = {"get": {"operationId": "getThing", "parameters": [in_path("id")]}}
    whole = {
        "get": {"operationId": "things.list", "responses": THINGS},
        "put": {"operationId": "replaceAll", "requestBody": sends("application/json", THING)},
    }
    report = imported(tmp_path, changed(**{"/things": whole, "/things/{id}": item}))

    assert report.problems == []
    text = text_of(tmp_path, "thing.py")
    assert "    class List(Paging): ...\n\n    class Fetch(Params, Returns[None]): ...\n" in text
    assert "class Things(Collection[Thing]):\n" in text
    assert '    class ReplaceAll(Params, method="PUT"):\n        id: str = UNSET\n' in text
    assert "    replace_all = action(ReplaceAll, returns=None)\n" in text


def test_a_path_may_be_described_elsewhere_in_the_document(tmp_path: Path) -> None:
    document = changed(**{"/things": {"$ref": "#/components/pathItems/things"}})
    document["components"]["pathItems"] = {"things": listed()}
    report = imported(tmp_path, document)

    assert (report.operations, report.problems) == (9, [])
    assert "class List(Paging): ..." in text_of(tmp_path, "thing.py")


def test_a_verb_after_a_colon_is_an_action_of_its_item(tmp_path: Path) -> None:
    run = {"post": {"operationId": "runTask", "responses": response_of(THING)}}
    transport = HandlerTransport(_thing)
    report = imported(tmp_path, changed(**{"/tasks/{id}:run": run}))
    with importable(tmp_path):
        from made import Desk  # type: ignore[import-not-found]

        desk: Any = Desk(token="t", transport=transport)
        assert desk.tasks("t1").run().id == "t1"

    assert report.problems == []
    sent = [(each.method, each.url) for each in transport.requests]
    assert sent == [("POST", "https://api.desk.example/v1/tasks/t1:run")]


def _thing(request: Request) -> Any:
    return json_response({"id": "t1"})
