"""Locations of parameters: form, query, header, JSON, or the whole JSON request body."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from restmap import (
    UNSET,
    ArrayPage,
    DeclarationError,
    Paging,
    Params,
    Resource,
    as_written,
    camel_case,
    param,
    pascal_case,
)
from tests.support import ROOT, Served, form, json_response


@attrs.frozen
class Card:
    kind: str
    lines: list[str]


class Template(Resource, uri="/Templates/{sid}", body="json", parameter_names=camel_case):
    sid: str

    class Create(Params):
        display_name: str
        count: int = UNSET
        tags: list[str] = UNSET
        card: Card = UNSET
        variables: dict[str, Any] = UNSET
        note: str | None = UNSET

    class Update(Params, method="PATCH", content_type="application/scim+json"):
        operations: list[Any] = param(location="body", name="Operations")
        if_match: str = param(name="If-Match", location="header", default=UNSET)

    class Delete(Params):
        force: bool = UNSET
        if_match: str = param(name="If-Match", location="header", default=UNSET)


def test_a_json_body_holds_json_values():
    served = Served(json_response({"sid": "T1"}))
    served.mount(Template).create(
        display_name="a", count=2, tags=["x", "y"], card=Card("k", ["l"]), variables={"1": None}
    )
    assert served.request.body == (
        b'{"displayName":"a","count":2,"tags":["x","y"],'
        b'"card":{"kind":"k","lines":["l"]},"variables":{"1":null}}'
    )
    assert served.request.headers["Content-Type"] == "application/json"


def test_none_is_null_in_json_and_unset_is_absent():
    served = Served(json_response({"sid": "T1"}))
    served.mount(Template).create(display_name="a", note=None)
    assert served.request.body == b'{"displayName":"a","note":null}'


def test_a_model_may_be_given_as_a_dict():
    served = Served(json_response({"sid": "T1"}))
    served.mount(Template).create(display_name="a", card={"kind": "k", "lines": []})
    assert served.request.body == b'{"displayName":"a","card":{"kind":"k","lines":[]}}'


def test_a_whole_request_body_is_one_argument_of_its_own_type():
    served = Served(json_response({"sid": "T1"}))
    served.mount(Template)("T1").update(operations=[{"op": "add"}], if_match="W/1")
    assert served.request.method == "PATCH"
    assert served.request.body == b'[{"op":"add"}]'
    assert served.request.headers["Content-Type"] == "application/scim+json"
    assert served.request.headers["Accept"] == "application/scim+json"
    assert served.request.headers["If-Match"] == "W/1"


def test_a_delete_has_a_query_and_headers_and_no_body():
    served = Served(json_response(status=204))
    assert served.mount(Template)("T1").delete(force=True, if_match="W/1") is True
    assert served.request.url == f"{ROOT}/Templates/T1?force=true"
    assert served.request.headers["If-Match"] == "W/1"
    assert served.request.body is None
    assert "Content-Type" not in served.request.headers


class Call(Resource, uri="/Calls/{sid}", body="form", parameter_names=pascal_case):
    sid: str

    class Create(Params):
        from_: str
        start_time_before: str = param(name="StartTime<", default=UNSET, location="query")
        start_time_after: str = param(name="StartTime>", default=UNSET, location="query")
        messaging_binding_type: str = param(name="MessagingBinding.Type", default=UNSET)
        attempts: int = 3

    class Update(Params, body="json"):
        from_: str = param(name="from", default=UNSET)


def test_wire_names_that_no_rule_gives_and_defaults():
    served = Served(json_response({"sid": "CA1"}))
    served.mount(Call).create(
        from_="+1", start_time_before="a", start_time_after="b", messaging_binding_type="sms"
    )
    assert served.request.url == f"{ROOT}/Calls?StartTime%3C=a&StartTime%3E=b"
    assert form(served.request) == [
        ("From", "+1"),
        ("MessagingBinding.Type", "sms"),
        ("Attempts", "3"),
    ]


def test_json_and_names_as_written_are_the_defaults():
    class Ticket(Resource, uri="/tickets/{id}", page=ArrayPage("items")):
        id: str

        class Create(Params):
            project_name: str
            from_: str

        class List(Paging):
            opened_by: str

    served = Served(json_response({"id": "1"}), json_response({"items": []}))
    served.mount(Ticket).create(project_name="x", from_="ann")
    served.mount(Ticket).list(opened_by="ann")
    create, listing = served.requests
    assert create.body == b'{"project_name":"x","from":"ann"}'
    assert create.headers["Content-Type"] == "application/json"
    assert listing.url == f"{ROOT}/tickets?opened_by=ann"


def test_an_operation_has_a_body_encoding_of_its_own():
    served = Served(json_response({"sid": "CA1"}))
    served.mount(Call)("CA1").update(from_="+1")
    assert served.request.body == b'{"from":"+1"}'


@pytest.mark.parametrize("wire", [{"form", "json"}, {"form", "body"}])
def test_parameters_that_cannot_share_a_body_are_refused(wire: set[str]):
    first, second = sorted(wire)
    with pytest.raises(DeclarationError) as caught:

        class Mixed(Resource, uri="/Mixed/{sid}", parameter_names=as_written):
            sid: str

            class Create(Params):
                one: str = param(location=first)
                two: str = param(location=second)

    assert f"the parameters of one request body have the locations {first}, {second}." in str(
        caught.value
    )


def test_two_whole_request_bodies_are_refused():
    with pytest.raises(DeclarationError, match="two parameters are each the whole request body"):

        class Twice(Resource, uri="/Twice/{sid}"):
            sid: str

            class Create(Params):
                one: dict[str, Any] = param(location="body")
                two: dict[str, Any] = param(location="body")
