"""Twilio's own documents beside what is declared: every operation of each.

What is asserted of an operation: that the client has it; that its parameters, the fields of its
records and their values are those of the document; that the documented responses can be read; and
that the judge refuses its requests with one thing wrong. `test_catalogue.py` asserts that it
accepts them as they are.
"""

from __future__ import annotations

import itertools
import json
import typing
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from resources.twilio import Client
from resources.twilio.masked import MASKED_PARAMETERS
from restmap import ApiError, HandlerTransport, Request, Response
from restmap.declare.annotations import plain_type
from restmap.declare.json_text import json_text
from restmap.sensitive import is_sensitive

from .calls import JudgedTransport, call_for, routes_of
from .judge import Judge
from .nested_objects import nested_objects
from .openapi import Document, Operation, operations
from .outcomes import ACCOUNT, NOT_READ, TOKEN, beyond, client_for
from .twilio_documents import document_left_out, documents
from .wrongs import Wrong, wrongs_of

pytestmark = pytest.mark.conformance

DOCUMENTS = documents()
OPERATIONS = [each for document in DOCUMENTS.values() for each in operations(document)]
PROXY = [each for each in OPERATIONS if each.id.startswith("proxy_v1.")]

ROUTES = routes_of(Client)
DECLARED = [each for each in OPERATIONS if (each.method, each.shape) in ROUTES]

WITH_PARTS = [each for each in DECLARED if call_for(each, ROUTES).route.operation.whole_body]

WRONGS_OF_A_KIND = 3
"""How many wrong requests of each kind are made for a document; for Proxy it is every one."""


def wrongs(document: Document) -> Iterator[tuple[Operation, Wrong]]:
    """Wrong requests of every kind that a document knows, spread over its operations."""
    every = [
        (operation, wrong)
        for operation in operations(document)
        for wrong in wrongs_of(call_for(operation, ROUTES))
    ]
    if document.name == "proxy_v1":
        yield from every
        return
    for _, of_kind in itertools.groupby(
        sorted(every, key=lambda each: each[1].kind), key=lambda each: each[1].kind
    ):
        yield from spread(list(of_kind))


def spread(every: list[Any]) -> Iterable[Any]:
    """Some of a list, at even distances."""
    return every[:: -(-len(every) // WRONGS_OF_A_KIND)]


WRONGS = [
    pytest.param(operation, wrong, id=f"{operation.id}: {wrong.what}")
    for document in DOCUMENTS.values()
    for operation, wrong in wrongs(document)
]
EXAMPLES = [
    pytest.param(operation, body, id=f"{operation.id}: {name}")
    for operation in DECLARED
    if operation.id not in NOT_READ
    for name, body in operation.examples.items()
]

each_operation = pytest.mark.parametrize("operation", DECLARED, ids=str)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(DOCUMENTS.values()) as judge:
        yield judge


def test_client_has_every_operation_of_the_documents_and_no_other() -> None:
    assert set(ROUTES) == {(each.method, each.shape) for each in OPERATIONS}


def test_document_left_out_has_nothing_of_its_own() -> None:
    kept = {(each.method, each.shape): set(each.parameters) for each in OPERATIONS}

    left_out = operations(document_left_out())
    assert left_out
    for each in left_out:
        assert set(each.parameters) <= kept[each.method, each.shape]


@each_operation
def test_parameters_are_those_of_the_document(operation: Operation) -> None:
    call = call_for(operation, ROUTES)
    names = call.names()

    documented = operation.at("query", "form", "json", "header")
    assert [*names.values(), *call.parts_of_body()] == documented
    assert beyond(call) == []
    parameters = call.route.operation.parameters
    assert {name: parameters[name].required for name in names} == {
        name: each.required for name, each in names.items()
    }
    if call.whole_body is not None and not call.route.operation.whole_body:
        assert parameters[call.whole_body].required == operation.body_required


@pytest.mark.parametrize("operation", WITH_PARTS, ids=str)
def test_a_body_in_parts_is_sent_as_the_whole(operation: Operation) -> None:
    call = call_for(operation, ROUTES)
    required = {each.name: each.required for each in operation.at("json")}
    assert {
        wire_name: call.route.operation.parameters[name].required
        for wire_name, name in call.parts().items()
    } == {wire_name: required[wire_name] for wire_name in call.parts()}

    sent: list[Request] = []

    def serve(request: Request) -> Response:
        sent.append(request)
        return Response(200, body=b"{}")

    client = client_for(operation, HandlerTransport(serve))
    whole = call.arguments()
    for arguments in (whole, call.in_parts(whole)):
        call.make(client, arguments)

    assert sent[0].body == sent[1].body
    assert json.loads(sent[0].body or b"") == whole[call.whole_body or ""]


def test_nested_objects_have_exact_types() -> None:
    nested = nested_objects()

    assert nested.typed / nested.used >= 0.95
    assert [each.partition(": ")[0] for each in nested.untyped] == [
        f"twilio_intelligence_v3, {name}.result"
        for name in ("ClassificationResult", "ExtractionResult", "TextResult")
    ]


@each_operation
def test_enumerated_parameters_have_the_values_of_the_document(operation: Operation) -> None:
    call = call_for(operation, ROUTES)
    for name, each in call.names().items():
        kind = call.route.operation.parameters[name].kind
        # Of equal Literals in a list or beside None, Python keeps the one it has seen first.
        assert set(literals(kind)) == set(enum_of(each.schema)), name


@each_operation
def test_fields_are_those_of_the_document(operation: Operation) -> None:
    route = call_for(operation, ROUTES).route
    documented = operation.response.get("properties", {})
    if route.operation.result == "nothing":
        assert (documented != {}) == (operation.id in NOT_READ)
        return

    fields = {each.wire_name: each for each in route.node.plan.fields.values()}
    assert [name for name in documented if name not in fields] == []
    for name, schema in documented.items():
        assert set(enum_of(schema)) <= set(literals(fields[name].kind)), name


def test_fields_of_proxy_are_no_others() -> None:
    for operation in PROXY:
        route = call_for(operation, ROUTES).route
        if route.operation.result != "nothing":
            fields = {each.wire_name for each in route.node.plan.fields.values()}
            assert fields == set(operation.response["properties"])


@pytest.mark.parametrize(("operation", "body"), EXAMPLES)
def test_documented_response_is_read(operation: Operation, body: Any) -> None:
    """Every field of it; some examples break their own schemas, but none of Proxy does."""
    transport = HandlerTransport(lambda request: Response(200, body=json_text(body).encode()))
    drift: Any = "error" if operation in PROXY else "ignore"
    client = Client(ACCOUNT, TOKEN, transport=transport, drift=drift, retries=1)
    call = call_for(operation, ROUTES)

    response = call.make(client, call.arguments())

    records = [response] if call.route.operation.result == "record" else response.items
    received = [json.loads(record.to_json()) for record in records]
    id_key = getattr(call.route.operation.page_type, "id_key", None)
    if id_key is not None:  # a list of keys alone
        received = [record[id_key] for record in received]
    assert received in ([body], *(each for each in body.values() if isinstance(each, list)))
    for record in records:
        assert len(record.to_dict()) == len(json.loads(record.to_json()))


@pytest.mark.parametrize(("operation", "wrong"), WRONGS)
def test_judge_refuses(operation: Operation, wrong: Wrong, judge: Judge) -> None:
    transport = JudgedTransport(judge)
    transport.edit = wrong.edit
    call = call_for(operation, ROUTES)

    with suppress(ApiError):
        client = client_for(operation, transport)
        call.make(client, call.arguments() | wrong.arguments, wrong.path)

    assert not transport.verdict.accepted
    assert wrong.reason.lower() in "\n".join(transport.verdict.reasons).lower()


def literals(kind: Any) -> list[Any]:
    """The members of a Literal, or of one in a list; of any other type none."""
    kind, _ = plain_type(kind)
    if typing.get_origin(kind) is list:
        return literals(typing.get_args(kind)[0])
    return list(typing.get_args(kind)) if typing.get_origin(kind) is typing.Literal else []


def enum_of(schema: Any) -> list[Any]:
    """The values of a schema, or of an array's items."""
    found: list[Any] = schema.get("enum") or schema.get("items", {}).get("enum", [])
    return found


def _personal_names(value: Any, name: str = "") -> Iterator[str]:
    """The names of what a document marks as personal data, or as a phone number."""
    if isinstance(value, list):
        for each in value:
            yield from _personal_names(each, name)
    elif isinstance(value, dict):
        name = value["name"] if isinstance(value.get("name"), str) else name
        of_twilio = value.get("x-twilio")
        is_personal = isinstance(of_twilio, dict) and "pii" in of_twilio
        if name and (is_personal or value.get("format") == "phone-number"):
            yield name
        for key, each in value.items():
            yield from _personal_names(each, name if key == "schema" else key)


def test_the_log_masks_what_the_documents_mark_as_personal():
    names = {
        name
        for document in DOCUMENTS.values()
        for name in _personal_names(json.loads(document.path.read_bytes()))
    }
    assert len(names) > 100
    marked = frozenset(map(str.lower, MASKED_PARAMETERS))
    assert {each for each in names if not is_sensitive(each, marked)} == set()
