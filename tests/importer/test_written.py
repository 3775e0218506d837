"""What is written from a document, and that it works as a declaration."""

from __future__ import annotations

import ast
import copy
import importlib
import inspect
import json
from pathlib import Path
from typing import Any

import pytest

from restmap import ConfigurationError, HandlerTransport, Request, Resource, Response
from restmap.importer import PlainNaming
from restmap.importer.importing import import_documents, read_documents
from restmap.importer.write.package_files import Package
from tests.support import json_response

from .desk import (
    DESK,
    NEEDS_COOKIE,
    TEXT,
    changed,
    importable,
    imported,
    in_path,
    query,
    response_of,
    sends,
    text_of,
)

TICKET = (Path(__file__).parent / "ticket.txt").read_text()
CLIENT = (Path(__file__).parent / "client.txt").read_text()


def test_a_resource_reads_as_if_a_person_had_written_it(tmp_path: Path) -> None:
    report = imported(tmp_path)

    assert text_of(tmp_path, "ticket.py") == TICKET
    assert text_of(tmp_path, "client.py") == CLIENT
    assert report.text() == (
        "8 of 8 operations are declared, 0 left out; "
        "7 files written, 0 removed, 0 kept as they are."
    )


def test_what_is_written_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        imported(folder)

    written = {path.relative_to(first): path.read_bytes() for path in first.rglob("*.py")}
    assert {path.relative_to(second): path.read_bytes() for path in second.rglob("*.py")} == written
    assert len(written) == 7
    assert imported(first).written == []


def test_every_line_fits_the_width_of_a_page(tmp_path: Path) -> None:
    word = "a_name_of_some_forty_letters_in_the_path"
    item = {
        "get": {
            "operationId": "getThing",
            "parameters": [
                in_path("id"),
                query("state", {"type": "string", "enum": [f"{word}_{n}" for n in range(3)]}),
                query(f"{word}_in_the_query<", {}),
            ],
            "responses": response_of({"type": "object", "properties": {"id": TEXT}}),
        }
    }
    imported(tmp_path, changed(**{f"/{word}/{{{word}_id}}/{word}_below/{{id}}": item}))

    lines = [line for path in tmp_path.rglob("*.py") for line in path.read_text().splitlines()]
    assert [each for each in lines if len(each) > 88] == []
    assert any(len(each) > 78 for each in lines)


def test_what_is_written_sends_what_the_document_says(tmp_path: Path) -> None:
    transport = HandlerTransport(_serve)
    imported(tmp_path)
    with importable(tmp_path):
        from made import Desk  # type: ignore[import-not-found]

        desk: Any = Desk(token="t", transport=transport)
        ticket = desk.tickets.create(subject="Door", idempotency_key="k1", state="open")
        assert (ticket.id, ticket.from_) == (7, "Ann")
        assert desk.tickets(7).notes.create(text="Ajar", parts=[{"a": 1}, "b"]).text == "Ajar"
        assert [each.id for each in desk.tickets.list(state="open", limit=2)] == [7]
        assert desk.status.fetch().up is True
        desk.import_.create(body=[1, 2])

    sent = [(each.method, each.url, each.body) for each in transport.requests]
    root = "https://api.desk.example/v1"
    assert sent == [
        ("POST", f"{root}/tickets", b'{"subject":"Door","state":"open"}'),
        ("POST", f"{root}/tickets/7/notes", b"text=Ajar&parts=%7B%22a%22%3A1%7D&parts=b"),
        ("GET", f"{root}/tickets?state=open&per_page=2", None),
        ("GET", f"{root}/status", None),
        ("POST", f"{root}/import", b"[1,2]"),
    ]
    assert transport.requests[0].headers["Idempotency-Key"] == "k1"


RECORD = {
    "id": 7,
    "subject": "Door",
    "state": "open",
    "openedAt": "2026-11-24T10:00:00Z",
    "due": None,
    "from": "Ann",
    "labels": [],
    "meta": {},
    "score": 1.5,
    "anything": 1,
}


def _serve(request: Request) -> Response:
    path = request.url.partition("?")[0].removeprefix("https://api.desk.example/v1")
    if path == "/import":
        return Response(202)
    bodies = {"/status": {"up": True}, "/tickets/7/notes": {"text": "Ajar", "id": 7}}
    body: Any = bodies.get(path, RECORD)
    return json_response([body] if request.method == "GET" and path == "/tickets" else body)


def test_descriptions_are_copied_when_they_are_asked_for(tmp_path: Path) -> None:
    naming = PlainNaming()
    naming.descriptions = True
    imported(tmp_path, naming=naming)
    module = ast.parse(text_of(tmp_path, "ticket.py"))
    (ticket,) = (each for each in module.body if isinstance(each, ast.ClassDef))
    nested = {
        each.name: ast.get_docstring(each) for each in ticket.body if isinstance(each, ast.ClassDef)
    }

    assert nested["List"] == "All tickets."
    assert nested["Fetch"] is None


def test_descriptions_of_parameters_and_fields_are_shown(tmp_path: Path) -> None:
    document = copy.deepcopy(DESK)
    schemas = document["components"]["schemas"]
    schemas["ticket"]["properties"]["subject"] = {
        "type": "string",
        "description": 'What "it" is about.\n\nAt length.',
    }
    schemas["new_ticket"]["properties"]["due"]["description"] = "The day\n  of the deadline."
    document["paths"]["/tickets"]["get"]["parameters"][0]["description"] = "Only those."
    naming = PlainNaming()
    naming.descriptions = True
    imported(tmp_path, document, naming)

    assert '    subject: str\n    """What \'it\' is about."""\n' in text_of(tmp_path, "ticket.py")
    with importable(tmp_path):
        client = importlib.import_module("made").Desk(token="secret")
        verbs = (client.tickets.list, client.tickets.create, client.tickets(7).fetch)
        texts = [str(inspect.getdoc(each)).partition("\n\nParameters:")[0] for each in verbs]
        assert texts == [
            "All tickets.\n\nstate: Only those.\n\nGET /tickets -> list[Ticket]",
            "POST /tickets\n\ndue: The day of the deadline.\n\nPOST /tickets -> Ticket",
            "GET /tickets/{id} -> Ticket",
        ]


@pytest.mark.parametrize(
    ("path", "item", "reason"),
    [
        (
            "/tickets/search",
            {"get": NEEDS_COOKIE},
            "listFound (GET /tickets/search): its parameter session is a required cookie",
        ),
        (
            "/tickets/{ticket}",
            {"get": {"responses": response_of({"type": "object"})}},
            "GET /tickets/{ticket}: "
            "its requests are the same as those of getTicket (GET /tickets/{id})",
        ),
        (
            "/things",
            {"trace": {"operationId": "ask", "responses": response_of({"type": "object"})}},
            "ask (TRACE /things): the method TRACE is for tests of proxies, and is not declared",
        ),
    ],
)
def test_what_cannot_be_declared_is_reported_by_operation(
    tmp_path: Path, path: str, item: Any, reason: str
) -> None:
    report = imported(tmp_path, changed(**{path: item}))

    assert report.problems == [reason]
    assert report.text().splitlines()[1:] == [f"left out: {reason}"]
    assert report.declared == report.operations - 1


@pytest.mark.parametrize(
    ("put", "patch"),
    [
        ("updateThing", "updateThingPartly"),
        ("replaceThing", "patchThing"),
        ("PatchThing", "PatchThing2"),
        ("overwrite", "mend"),
    ],
)
def test_patch_beside_put_is_a_verb_of_its_own(tmp_path: Path, put: str, patch: str) -> None:
    thing = response_of({"type": "object", "properties": {"id": TEXT, "patch": TEXT}})
    item = {
        "put": {"operationId": put, "responses": thing},
        "patch": {
            "operationId": patch,
            "requestBody": sends(
                "application/json", {"type": "object", "properties": {"name": TEXT}}
            ),
            "responses": thing,
        },
    }
    report = imported(tmp_path, changed(**{"/things/{id}": item}))
    text = text_of(tmp_path, "thing.py")

    assert report.problems == []
    assert "    patch_: str\n" in text
    assert '    class Patch(Params, method="PATCH"):\n        name: str = UNSET\n' in text
    assert '    class Update(Params, method="PUT"): ...\n' in text
    assert "    patch = action(Patch)\n    patch_async = patch.awaited()\n" in text
    with importable(tmp_path):
        module = importlib.import_module("made.thing")
        operations = module.Thing._plan.operations
    assert {name: each.method for name, each in operations.items()} == {
        "update": "PUT",
        "patch": "PATCH",
    }


def test_a_field_does_not_hide_a_function_that_the_class_calls(tmp_path: Path) -> None:
    thing = response_of({"type": "object", "properties": {"id": TEXT, "action": TEXT}})
    item = {
        "put": {"operationId": "updateThing", "responses": thing},
        "patch": {"operationId": "patchThing", "responses": thing},
    }
    alone = {"get": {"operationId": "getOther", "responses": thing}}
    imported(tmp_path, changed(**{"/things/{id}": item, "/others/{id}": alone}))

    assert "    action_: str\n" in text_of(tmp_path, "thing.py")
    assert "    action: str\n" in text_of(tmp_path, "other.py")


def test_operations_of_one_id_are_each_counted_and_named(tmp_path: Path) -> None:
    search = {"get": NEEDS_COOKIE}
    report = imported(tmp_path, changed(**{"/found": search, "/tickets/search": search}))

    assert (report.operations, report.declared) == (10, 8)
    assert report.problems == [
        "listFound (GET /found): its parameter session is a required cookie",
        "listFound (GET /tickets/search): its parameter session is a required cookie",
    ]


def test_a_key_that_no_record_has_is_a_field_of_what_is_created(tmp_path: Path) -> None:
    made = {"post": {"operationId": "createTag", "responses": response_of({"type": "object"})}}
    one = {"delete": {"operationId": "deleteTag", "responses": {"204": {"description": ""}}}}
    imported(tmp_path, changed(**{"/tags": made, "/tags/{tag_name}": one}))

    assert "    tag_name: str\n" in text_of(tmp_path, "tag.py")
    with importable(tmp_path):
        importlib.import_module("made.tag")


def test_a_field_that_not_every_response_has_may_be_none(tmp_path: Path) -> None:
    both = {"id": TEXT, "name": TEXT}
    fetched = response_of({"type": "object", "properties": {**both, "size": {"type": "integer"}}})
    created = response_of({"type": "object", "properties": {**both, "message": TEXT}}, "202")
    make = {"post": {"operationId": "createThing", "responses": created}}
    one = {"get": {"operationId": "getThing", "responses": fetched}}
    imported(tmp_path, changed(**{"/things": make, "/things/{id}": one}))

    assert "    id: str\n    name: str\n    size: int | None\n    message: str | None\n" in text_of(
        tmp_path, "thing.py"
    )


def test_an_operation_of_two_documents_is_declared_once(tmp_path: Path) -> None:
    imported(tmp_path, DESK, name="again")
    report = imported(tmp_path, DESK)

    assert (report.operations, report.declared, report.problems) == (8, 8, [])


def test_of_two_documents_the_one_that_says_more_is_read_first(tmp_path: Path) -> None:
    class Naming(PlainNaming):
        read_last = frozenset({"again"})

    poor = changed(
        **{"/status": {"get": {"operationId": "getStatus", "responses": response_of({})}}}
    )
    (tmp_path / "again.json").write_text(json.dumps(poor))
    (tmp_path / "desk.json").write_text(json.dumps(DESK))
    documents = read_documents([tmp_path])
    report = import_documents(documents, Package("made", tmp_path), Naming())

    assert report.operations == 8
    assert "    up: bool\n" in text_of(tmp_path, "status.py")


def test_the_base_of_a_vendor_says_what_its_versions_need_not_repeat(tmp_path: Path) -> None:
    class Naming(PlainNaming):
        base_resource = "resources.twilio.base:TwilioResource"

    imported(tmp_path, naming=Naming())

    assert (
        'class DeskResource(TwilioResource, body="json", parameter_names=camel_case):\n'
    ) in text_of(tmp_path, "base.py")


class LoudResource(Resource, parameter_names=str.upper): ...


def test_a_base_with_a_rule_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    class Naming(PlainNaming):
        base_resource = f"{__name__}:LoudResource"

    with pytest.raises(ConfigurationError) as caught:
        imported(tmp_path, naming=Naming())
    assert str(caught.value) == (
        "the importer cannot write the naming rule <method 'upper' of 'str' objects> of the base "
        "resource.\n  Use one of camel_case, as_written, pascal_case."
    )


def test_json_and_forms_stand_side_by_side(tmp_path: Path) -> None:
    imported(tmp_path)

    assert 'class Create(Params, body="form"):' in text_of(tmp_path, "note.py")
    assert 'body: list[Any] = param(location="body")' in text_of(tmp_path, "import_.py")


def test_an_action_does_not_hide_the_model_that_it_returns(tmp_path: Path) -> None:
    result = {"type": "object", "properties": {"passed": {"type": "boolean"}}}
    paths = {
        "/things/{id}": {
            "get": {
                "operationId": "fetchThing",
                "responses": response_of({"type": "object", "properties": {"id": TEXT}}),
            }
        },
        "/things/{id}/check": {
            "post": {
                "operationId": "checkThing",
                "responses": response_of({"$ref": "#/components/schemas/Check"}),
            }
        },
    }
    document = changed(**paths)
    document["components"]["schemas"]["Check"] = result
    report = imported(tmp_path, document)
    text = text_of(tmp_path, "thing.py")

    assert report.problems == []
    assert 'class CheckRequest(Params, uri="/check"): ...' in text
    assert "check = action(CheckRequest, returns=Check)" in text


def test_what_create_and_update_both_take_is_said_once(tmp_path: Path) -> None:
    common = {f"option_{number}": TEXT for number in range(6)}
    schema = {"type": "object", "properties": {"name": TEXT, **common}}
    created = {**schema, "required": ["name"]}
    paths = {
        "/things": {
            "post": {
                "operationId": "createThing",
                "requestBody": sends("application/json", created),
                "responses": response_of({"type": "object", "properties": {"id": TEXT}}, "201"),
            }
        },
        "/things/{id}": {
            "put": {
                "operationId": "updateThing",
                "requestBody": sends("application/json", schema),
                "responses": response_of({"type": "object", "properties": {"id": TEXT}}),
            }
        },
    }
    imported(tmp_path, changed(**paths))
    text = text_of(tmp_path, "thing.py")

    assert text.count("option_3: str = UNSET") == 1
    assert (
        'class ThingParameters(Params):\n    """The parameters of Create and Update."""\n' in text
    )
    assert "    class Create(ThingParameters):\n        name: str\n" in text
    assert '    class Update(ThingParameters, method="PUT"):\n        name: str = UNSET\n' in text


@pytest.mark.parametrize(
    ("documented", "line"),
    [
        ("Such as `-30days` from today.", "since: date | str = param(date_or_offset, "),
        ("The first day, such as 2026-11-24.", "since: date = UNSET"),
        ("", "since: date = UNSET"),
    ],
)
def test_a_date_in_place_of_which_an_offset_is_documented(
    tmp_path: Path, documented: str, line: str
) -> None:
    since = query("since", {"type": "string", "format": "date"}, description=documented)
    item = {"id": TEXT}
    listing = response_of({"type": "array", "items": {"type": "object", "properties": item}})
    operation = {"operationId": "listEvents", "parameters": [since], "responses": listing}
    fetched = {
        "operationId": "getEvent",
        "parameters": [in_path("id")],
        "responses": response_of({"type": "object", "properties": item}),
    }
    imported(tmp_path, changed(**{"/events": {"get": operation}, "/events/{id}": {"get": fetched}}))
    assert line in text_of(tmp_path, "event.py")


def test_each_module_says_what_it_is_and_where_the_vendor_documents_it(tmp_path: Path) -> None:
    document = changed(
        **{
            "/tickets/{id}/audit-log": {
                "get": {
                    "operationId": "getAuditLog",
                    "externalDocs": {"url": "https://docs.desk.example/audit"},
                    "parameters": [in_path("id")],
                    "responses": response_of({"type": "object", "properties": {"id": TEXT}}),
                }
            },
            "/queues": {
                "get": {
                    "operationId": "listQueues",
                    "tags": ["Queues"],
                    "responses": response_of({"type": "array", "items": {"type": "object"}}),
                }
            },
            "/exports/daily": {
                "get": {
                    "externalDocs": {"url": "javascript:alert(1)"},
                    "responses": response_of({"type": "object", "properties": {"id": TEXT}}),
                }
            },
        }
    )
    document["tags"] = [
        {"name": "Queues", "externalDocs": {"url": "https://docs.desk.example/queues"}},
        {"name": "Other"},
    ]
    imported(tmp_path, document)

    first = {
        path.name: str(ast.get_docstring(ast.parse(path.read_text()))).replace("\n", " ")
        for path in tmp_path.rglob("*.py")
    }
    assert first == {
        "__init__.py": "Desk: `from made import Desk`.",
        "audit_log.py": "Audit log of tickets: https://docs.desk.example/audit",
        "base.py": "The base class of the resources of Desk.",
        "client.py": "The client of Desk.",
        "daily.py": "Daily, in exports.",
        "exports.py": "Exports.",
        "import_.py": "Import.",
        "note.py": "Notes of tickets.",
        "queue.py": "Queues: https://docs.desk.example/queues",
        "status.py": "Status.",
        "ticket.py": "Tickets.",
    }
    assert '    """client.tickets(…).audit_log"""\n' in text_of(tmp_path, "audit_log.py")
