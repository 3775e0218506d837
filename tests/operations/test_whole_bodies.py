"""A JSON request body that is given as its parts, or as a whole in one argument."""

from __future__ import annotations

import json
from typing import Any

import pytest

from restmap import (
    UNSET,
    BasicAuth,
    Client,
    Model,
    ParameterError,
    Params,
    Resource,
    camel_case,
    collection,
    param,
)
from restmap.sandbox import Sandbox
from tests.support import Served, json_response


class Part(Model):
    part_name: str


class Order(Resource, uri="/orders/{id}", parameter_names=camel_case):
    id: str

    class Create(Params):
        order_name: str = param(default=...)
        parts: list[Part] = UNSET
        note: str | None = UNSET
        if_match: str = param(location="header", default=UNSET)
        create_order_request: dict[str, Any] = param(location="body", default=UNSET)


class OrderRequest(Model):
    order_name: str
    parts: list[Part] = UNSET
    note: str | None = None  # not sent, unless it was given


PARTS = {"order_name": "x", "parts": [{"part_name": "Door"}]}
WIRE = {"orderName": "x", "parts": [{"partName": "Door"}]}


@pytest.mark.parametrize(
    "arguments",
    [
        PARTS,
        {"create_order_request": PARTS},
        {"create_order_request": WIRE},
        {"create_order_request": {"orderName": "x", "parts": [Part(part_name="Door")]}},
        {"create_order_request": OrderRequest(order_name="x", parts=[Part(part_name="Door")])},
        {**PARTS, "create_order_request": UNSET},
    ],
)
def test_the_parts_and_the_whole_are_sent_alike(arguments: dict[str, Any]) -> None:
    served = Served(json_response({"id": "1"}))
    served.mount(Order).create(**arguments, if_match="3")

    assert json.loads(served.request.body or b"") == WIRE
    assert served.request.headers["If-Match"] == "3"


def test_a_none_that_was_given_is_null() -> None:
    served = Served(json_response({"id": "1"}))
    served.mount(Order).create(create_order_request=OrderRequest(order_name="x", note=None))

    assert json.loads(served.request.body or b"") == {"orderName": "x", "note": None}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "the parameter 'order_name' is missing.\n  Give text."),
        (
            {"create_order_request": {}},
            "the parameter 'order_name' is missing.\n  Give text.",
        ),
        (
            {"create_order_request": PARTS, "parts": []},
            "'create_order_request' is the whole request body, and 'parts' is a part of it.\n"
            "  Give one of them.",
        ),
        (
            {"create_order_request": "x"},
            "the parameter 'create_order_request' cannot be 'x'.\n  Give a dict.",
        ),
        (
            {"create_order_request": {"order_nam": "x"}},
            "'create_order_request.order_nam' is not a part of the request body.\n"
            "  Parts: note, order_name, parts. Did you mean 'order_name'?",
        ),
        (
            {"create_order_request": {"order_name": 5}},
            "the parameter 'order_name' cannot be 5: expected text.\n  Give text.",
        ),
        (
            {"create_order_reques": {}, "order_name": "x"},
            "'create_order_reques' is not a parameter.\n"
            "  Parameters: create_order_request, if_match, note, order_name, parts. "
            "Did you mean 'create_order_request'?",
        ),
    ],
)
def test_both_are_checked_alike(arguments: dict[str, Any], message: str) -> None:
    served = Served()
    with pytest.raises(ParameterError) as caught:
        served.mount(Order).create(**arguments)

    assert str(caught.value).startswith(message)
    assert served.requests == []


def test_the_sandbox_reads_the_parts() -> None:
    class Note(Resource, uri="/notes/{id}"):
        id: str
        text: str

        class Create(Params):
            text: str = param(default=...)
            note: dict[str, Any] = param(location="body", default=UNSET)

    class Desk(Client, host="api.desk.example"):
        notes = collection(Note)

    sandbox = Sandbox(Desk)
    auth = BasicAuth(sandbox.account, sandbox.token)
    with Desk(auth=auth, transport=sandbox, drift="error") as client:
        assert client.notes.create(note={"text": "Ajar"}).text == "Ajar"
    sandbox.stop()
