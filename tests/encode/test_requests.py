"""The location of each parameter: form, JSON, query, header, whole request body, path."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

import attrs
import pytest

from resources.twilio.pages import MetaPage
from restmap import (
    UNSET,
    Paging,
    Params,
    Resource,
    camel_case,
    comma_separated,
    param,
    pascal_case,
    prefixed_map,
)
from tests.support import ROOT, Served, form, json_response, meta_page, query


@attrs.frozen
class Contact:
    name: str
    born: date | None = None


class Person(Resource, uri="/People/{sid}", body="json", parameter_names=camel_case, page=MetaPage):
    sid: str

    class Create(Params):
        display_name: str
        nick: str | None = UNSET
        born: date = UNSET
        at: datetime = UNSET
        weight: Decimal = UNSET
        score: float = UNSET
        active: bool = UNSET
        level: Literal[1, 2] = UNSET
        tags: list[str] = UNSET
        contact: Contact = UNSET
        contacts: list[Contact] = UNSET
        meta: dict[str, Any] = UNSET
        dry_run: bool = param(location="query", default=UNSET)
        trace_id: str = param(location="header", name="X-Trace-Id", default=UNSET)

    class Update(Params, method="PATCH", content_type="application/merge-patch+json"):
        patch: dict[str, Any] = param(location="body")

    class Delete(Params):
        reason: str = UNSET
        if_match: str = param(location="header", name="If-Match", default=UNSET)

    class List(Paging):
        state: list[str] = UNSET
        fields: list[str] = param(comma_separated(), default=UNSET)

    class Fetch(Params):
        expand: bool = UNSET


JSON_SENT = [
    ({}, {}),
    ({"nick": None}, {"nick": None}),
    ({"nick": UNSET}, {}),
    ({"born": date(2000, 1, 2)}, {"born": "2000-01-02"}),
    ({"at": datetime(2000, 1, 2, 3)}, {"at": "2000-01-02T03:00:00Z"}),
    ({"weight": Decimal("1.50")}, {"weight": "1.50"}),
    ({"score": 1.5}, {"score": 1.5}),
    ({"active": False}, {"active": False}),
    ({"level": 2}, {"level": 2}),
    ({"tags": ["a", "b"]}, {"tags": ["a", "b"]}),
    ({"tags": []}, {"tags": []}),
    ({"contact": Contact("A")}, {"contact": {"name": "A", "born": None}}),
    ({"contact": {"name": "A"}}, {"contact": {"name": "A"}}),
    (
        {"contacts": [Contact("A"), {"name": "B"}]},
        {"contacts": [{"name": "A", "born": None}, {"name": "B"}]},
    ),
    ({"meta": {"n": 1, "at": date(2000, 1, 2)}}, {"meta": {"n": 1, "at": "2000-01-02"}}),
]


@pytest.mark.parametrize(("arguments", "sent"), JSON_SENT)
def test_a_json_body_has_json_values(arguments, sent):
    served = Served(json_response({"sid": "PE1"}))
    served.mount(Person).create(display_name="Zoë", **arguments)
    assert json.loads(served.request.body or b"") == {"displayName": "Zoë", **sent}
    assert served.request.headers["Content-Type"] == "application/json"
    assert served.request.headers["Accept"] == "application/json"


def test_query_and_headers_of_a_write_travel_beside_its_body():
    served = Served(json_response({"sid": "PE1"}))
    served.mount(Person).create(display_name="A", dry_run=True, trace_id="t 1")
    request = served.request
    assert request.url == f"{ROOT}/People?dryRun=true"
    assert request.headers["X-Trace-Id"] == "t 1"
    assert request.body == b'{"displayName":"A"}'


def test_an_empty_json_body_is_an_object():
    class Thing(Resource, uri="/Things/{sid}", body="json"):
        sid: str

        class Create(Params):
            name: str = UNSET

    served = Served(json_response({"sid": "TH1"}))
    served.mount(Thing).create()
    assert served.request.body == b"{}"


def test_an_operation_without_parameters_in_the_body_has_no_body():
    class Thing(Resource, uri="/Things/{sid}", body="json"):
        sid: str

        class Create(Params):
            dry_run: bool = param(location="query", default=UNSET)

    served = Served(json_response({"sid": "TH1"}))
    served.mount(Thing).create(dry_run=True)
    assert served.request.body is None
    assert "Content-Type" not in served.request.headers


def test_one_argument_may_be_the_whole_body():
    served = Served(json_response({"sid": "PE1"}))
    served.mount(Person)("PE1").update(patch={"nick": None, "n": [1]})
    assert served.request.method == "PATCH"
    assert served.request.body == b'{"nick":null,"n":[1]}'
    assert served.request.headers["Content-Type"] == "application/merge-patch+json"


def test_a_delete_has_its_parameters_in_the_query_and_the_headers():
    served = Served(json_response(status=204))
    served.mount(Person)("PE1").delete(reason="a b", if_match='"5"')
    assert served.request.url == f"{ROOT}/People/PE1?reason=a+b"
    assert served.request.headers["If-Match"] == '"5"'
    assert served.request.body is None


def test_a_list_repeats_its_key_in_a_query():
    served = Served(meta_page([]))
    served.mount(Person).list(state=["open", "a&b"], fields=["sid", "nick"], limit=3)
    assert query(served.request) == [
        ("state", "open"),
        ("state", "a&b"),
        ("fields", "sid,nick"),
        ("PageSize", "3"),
    ]


def test_none_is_left_out_of_a_query():
    served = Served(json_response({"sid": "PE1"}))
    served.mount(Person)("PE1").fetch(expand=None)
    assert served.request.url == f"{ROOT}/People/PE1"


class Number(Resource, uri="/Numbers/{sid}.json", body="form", parameter_names=pascal_case):
    sid: str

    class Create(Params, uri="/Local", method="PUT"):
        add_ons: dict[str, Any] = param(prefixed_map("AddOns"), default=UNSET)
        levels: list[int] = UNSET
        meta: dict[str, Any] = UNSET
        shout: str = param(str.upper, default=UNSET)

    class Update(Params, uri="/Status", body="json"):
        level: int

    class Fetch(Params): ...


def test_a_prefixed_map_has_a_key_for_each_leaf():
    served = Served(json_response({"sid": "NU1"}))
    served.mount(Number).create(add_ons={"a": {"b": 1, "c": True}}, levels=[1, 2], meta={"x": [1]})
    assert form(served.request) == [
        ("AddOns.a.b", "1"),
        ("AddOns.a.c", "true"),
        ("Levels", "1"),
        ("Levels", "2"),
        ("Meta", '{"x":[1]}'),
    ]


def test_a_serializer_may_be_any_function():
    served = Served(json_response({"sid": "NU1"}))
    served.mount(Number).create(shout="hello")
    assert served.request.body == b"Shout=HELLO"


def test_an_operation_may_have_its_own_path_method_and_encoding():
    served = Served(*[json_response({"sid": "NU1"})] * 3)
    numbers = served.mount(Number)
    numbers.create()
    numbers("NU/1").update(level=3)
    numbers("NU1").fetch()
    assert [(each.method, each.url, each.body) for each in served.requests] == [
        ("PUT", f"{ROOT}/Numbers.json/Local", b""),
        ("POST", f"{ROOT}/Numbers/NU%2F1.json/Status", b'{"Level":3}'),
        ("GET", f"{ROOT}/Numbers/NU1.json", None),
    ]


def test_a_head_may_carry_a_get_without_a_body():
    class Probe(Resource, uri="/Probes/{sid}", body="form", parameter_names=pascal_case):
        sid: str

        class Fetch(Params, method="HEAD"): ...

    served = Served(json_response({"sid": "PR1"}))
    served.mount(Probe)("PR1").fetch()
    assert (served.request.method, served.request.body) == ("HEAD", None)


def test_headers_of_the_client_go_with_every_request_and_yield_to_those_of_a_call():
    served = Served(json_response({"sid": "PE1"}), headers={"X-Trace-Id": "client", "X-Team": "a"})
    served.mount(Person).create(display_name="A", trace_id="call")
    assert served.request.headers["X-Team"] == "a"
    assert served.request.headers["X-Trace-Id"] == "call"
    assert served.request.headers["User-Agent"].startswith("restmap/")


def test_any_value_is_json_in_a_json_body():
    class Thing(Resource, uri="/Things/{sid}", body="json"):
        sid: str

        class Create(Params):
            value: Any

    served = Served(json_response({"sid": "TH1"}))
    served.mount(Thing).create(value={"a": [1]})
    assert served.request.body == b'{"value":{"a":[1]}}'


def test_a_serializer_that_returns_none_leaves_its_parameter_out_of_a_form():
    class Thing(Resource, uri="/Things/{sid}", body="form"):
        sid: str

        class Create(Params):
            value: str = param(lambda value: value or None)

    served = Served(json_response({"sid": "TH1"}))
    served.mount(Thing).create(value="")
    assert served.request.body == b""
