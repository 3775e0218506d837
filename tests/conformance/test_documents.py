"""Twilio's own documents judge restmap: every operation of each, called by restmap's client.

    make conformance DOCUMENTS="proxy_v1 api_v2010"

What is asserted of an operation: that the client has it; that its parameters, the fields of its
records and their values are those of the document; that its requests, with every parameter and
with none but the required, are accepted as that operation and no other; that the documented
answers can be read; and that the judge refuses the same requests with one thing wrong.
"""

from __future__ import annotations

import os
import typing
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from resources.twilio import Client
from restmap import ApiError, HandlerTransport, Response
from restmap.declare.annotations import plain_type
from restmap.declare.serializers import json_text

from .calls import Call, JudgedTransport, call_for, routes_of
from .judge import Judge
from .openapi import Operation, operations
from .twilio_documents import documents
from .wrongs import Wrong, wrongs_of

pytestmark = pytest.mark.conformance

ACCOUNT = "AC" + "0" * 32
DOCUMENTS = [documents()[name] for name in os.environ.get("DOCUMENTS", "proxy_v1").split()]
OPERATIONS = [each for document in DOCUMENTS for each in operations(document)]

ROUTES = routes_of(Client(ACCOUNT, "token"))
DECLARED = [each for each in OPERATIONS if (each.method, each.shape) in ROUTES]
WRONGS = [
    pytest.param(operation, wrong, id=f"{operation.id}: {wrong.what}")
    for operation in DECLARED
    for wrong in wrongs_of(call_for(operation, ROUTES))
]
EXAMPLES = [
    pytest.param(operation, body, id=f"{operation.id}: {name}")
    for operation in DECLARED
    for name, body in operation.examples.items()
]

# What restmap declares and the document does not have, with the reason.
PARAMETERS_BEYOND = {
    ("proxy_v1.CreateSession", "fail_on_participant_conflict"): (
        "in Twilio's Ruby documentation of SessionList, from which the resource was specified, "
        "and no longer in the document"
    ),
}

each_operation = pytest.mark.parametrize("operation", DECLARED, ids=str)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(DOCUMENTS) as judge:
        yield judge


@pytest.fixture
def transport(judge: Judge) -> JudgedTransport:
    return JudgedTransport(judge)


def client_of(transport: Any) -> Client:
    """Strict: an answer that drifts from the declaration is an error each time it is read."""
    return Client(ACCOUNT, "token", transport=transport, strict=True, retries=1)


def call_by(transport: Any, operation: Operation) -> Call:
    return call_for(operation, routes_of(client_of(transport)))


def test_every_operation_is_declared() -> None:
    assert [str(each) for each in OPERATIONS] == [str(each) for each in DECLARED]


@each_operation
def test_parameters_are_those_of_the_document(operation: Operation) -> None:
    call = call_for(operation, ROUTES)
    names = call.names()

    documented = operation.at("query", "form", "json", "header")
    assert list(names.values()) == documented
    beyond = [name for name in call.route.planned.arguments if name not in names]
    assert [name for name in beyond if (operation.id, name) not in PARAMETERS_BEYOND] == []
    assert {name: call.route.planned.parameters[name].required for name in names} == {
        name: each.required for name, each in names.items()
    }


@each_operation
def test_enumerated_parameters_have_the_values_of_the_document(operation: Operation) -> None:
    call = call_for(operation, ROUTES)
    for name, each in call.names().items():
        kind = call.route.planned.parameters[name].kind
        assert literals(kind) == each.schema.get("enum", []), name


@each_operation
def test_fields_are_those_of_the_document(operation: Operation) -> None:
    route = call_for(operation, ROUTES).route
    documented = operation.answer["properties"]
    if route.planned.result == "nothing":
        assert documented == {}
        return

    fields = {each.wire_name: each for each in route.resource._plan.fields.values()}
    assert sorted(fields) == sorted(documented)
    for name, schema in documented.items():
        assert literals(fields[name].kind) == schema.get("enum", []), name


@each_operation
def test_every_parameter_is_accepted(operation: Operation, transport: JudgedTransport) -> None:
    call = call_by(transport, operation)

    call.make(call.arguments())

    assert transport.verdict.reasons == ()
    assert transport.verdict.operation == operation.id


@each_operation
def test_required_alone_is_accepted(operation: Operation, transport: JudgedTransport) -> None:
    call = call_by(transport, operation)

    call.make(call.arguments(required_only=True))

    assert transport.verdict.reasons == ()
    assert transport.verdict.operation == operation.id


@pytest.mark.parametrize(("operation", "body"), EXAMPLES)
def test_documented_answer_is_read(operation: Operation, body: Any) -> None:
    transport = HandlerTransport(lambda request: Response(200, body=json_text(body).encode()))
    call = call_by(transport, operation)

    answer = call.make(call.arguments())

    records = [body] if call.route.planned.result == "record" else body[body["meta"]["key"]]
    read = [answer] if call.route.planned.result == "record" else answer.items
    assert [sorted(record.to_dict()) for record in read] == [sorted(each) for each in records]


@pytest.mark.parametrize(("operation", "wrong"), WRONGS)
def test_judge_refuses(operation: Operation, wrong: Wrong, transport: JudgedTransport) -> None:
    call = call_by(transport, operation)
    transport.edit = wrong.edit

    with suppress(ApiError):
        call.make(call.arguments() | wrong.arguments, wrong.path)

    assert not transport.verdict.accepted
    assert wrong.reason.lower() in "\n".join(transport.verdict.reasons).lower()


def literals(kind: Any) -> list[Any]:
    """The members of a Literal; of any other type none."""
    kind, _ = plain_type(kind)
    return list(typing.get_args(kind)) if typing.get_origin(kind) is typing.Literal else []
