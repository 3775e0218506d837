"""Wire names: by the resource's rule, or given by name."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from resources.twilio.pages import MetaPage
from restmap import (
    UNSET,
    Paging,
    Params,
    Resource,
    as_written,
    camel_case,
    field,
    param,
    pascal_case,
    snake_case,
)
from tests.support import Served, form, json_response, meta_page, query

NAMES = [
    # Python name, as written, Pascal, camel
    ("sid", "sid", "Sid", "sid"),
    ("unique_name", "unique_name", "UniqueName", "uniqueName"),
    ("from_", "from", "From", "from"),
    ("sms_fallback_url", "sms_fallback_url", "SmsFallbackUrl", "smsFallbackUrl"),
    ("address2_line", "address2_line", "Address2Line", "address2Line"),
    ("uniqueName", "uniqueName", "UniqueName", "uniqueName"),
]


@pytest.mark.parametrize(("name", "written", "pascal", "camel"), NAMES)
def test_the_rules_for_wire_names(name, written, pascal, camel):
    assert (as_written(name), pascal_case(name), camel_case(name)) == (written, pascal, camel)


SNAKE = [
    ("dateCreated", "date_created"),
    ("DateCreated", "date_created"),
    ("A2PProfile", "a2p_profile"),
    ("HTTPStatus", "http_status"),
    ("odata.type", "odata_type"),
    ("@odata.type", "odata_type"),
    ("x-rate-limit", "x_rate_limit"),
    ("_links", "links"),
    ("already_snake", "already_snake"),
    ("$", ""),
]


@pytest.mark.parametrize(("wire", "name"), SNAKE)
def test_the_python_name_of_a_wire_name(wire, name):
    assert snake_case(wire) == name


words = st.from_regex(r"[a-z]{2,8}(_[a-z]{2,8}){0,3}", fullmatch=True)


@given(words)
def test_a_python_name_returns_from_each_rule(name):
    assert snake_case(pascal_case(name)) == name
    assert snake_case(camel_case(name)) == name
    assert snake_case(as_written(name)) == name


class Ticket(
    Resource, uri="/Tickets/{sid}", body="form", parameter_names=pascal_case, page=MetaPage
):
    sid: str
    opened_by: str = field(name="openedBy")

    class Create(Params):
        opened_by: str
        links: list[str] = param(name="_links", default=UNSET)

    class List(Paging):
        opened_after: str = param(name="Opened>", default=UNSET)
        from_: str = UNSET


def test_a_name_that_is_given_goes_to_the_wire():
    served = Served(json_response({"sid": "TI1", "openedBy": "ann"}), meta_page([]))
    assert served.mount(Ticket).create(opened_by="ann", links=["a", "b"]).opened_by == "ann"
    served.mount(Ticket).list(opened_after="2026", from_="x")
    create, listing = served.requests
    assert form(create) == [("OpenedBy", "ann"), ("_links", "a"), ("_links", "b")]
    assert query(listing) == [("Opened>", "2026"), ("From", "x")]
    assert listing.url.endswith("/Tickets?Opened%3E=2026&From=x")


def test_a_rule_of_ones_own_is_any_function():
    class Loud(
        Resource,
        uri="/Loud/{sid}",
        body="form",
        parameter_names=str.upper,
        field_names=lambda name: f"f.{name}",
    ):
        sid: str

        class Create(Params):
            size: int

    served = Served(json_response({"f.sid": "LO1"}))
    assert served.mount(Loud).create(size=5).sid == "LO1"
    assert form(served.request) == [("SIZE", "5")]
