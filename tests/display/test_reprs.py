"""What is shown of objects in a line: at a prompt, in a log, in a list."""

from __future__ import annotations

import asyncio
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from restmap import Model, collections
from restmap.short_repr import names_that_tell_apart, short_repr

from .desk import ORDER, Address, Line, Served

SHOWN = (
    "Order(id=7, name='Ada', status='open', created_at=2026-11-24T10:00:00Z, "
    "address=Address(street='Main St', city='Berlin', door_code=None, password=***), weight=2.5, "
    "... 5 more fields)"
)


def test_a_record_is_its_key_its_name_its_state_a_date_and_the_number_of_the_others():
    order = Served(ORDER).client.orders(7).fetch()

    assert repr(order) == str(order) == SHOWN
    assert repr(pickle.loads(pickle.dumps(order))) == SHOWN


def test_records_of_a_list_are_shown_alike():
    assert repr(Served(ORDER).client.orders.list(limit=1)) == f"[{SHOWN}]"


def test_secrets_are_masked():
    short = {"id": 7, "card": "4111", "auth_token": "t0ken", "note": "x"}

    order = Served(short).client.orders(7).fetch()
    assert repr(order) == "Order(id=7, card=***, auth_token=***, note='x')"
    assert (order.card, order.auth_token) == ("4111", "t0ken")


def test_that_there_is_no_secret_is_shown():
    none = {"id": 7, "card": None, "has_password": True}

    assert (
        repr(Served(none).client.orders(7).fetch()) == "Order(id=7, has_password=True, card=None)"
    )


def test_one_more_field_is_shown_and_two_are_not():
    seven = {"id": 7, "a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6}

    order = Served(seven).client.orders(7).fetch()
    assert repr(order) == "Order(id=7, a=1, b=2, c=3, d=4, e=5, f=6)"
    order = Served({**seven, "g": 7}).client.orders(7).fetch()
    assert repr(order) == "Order(id=7, a=1, b=2, c=3, d=4, e=5, ... 2 more fields)"


def test_fields_without_a_value_come_last():
    order = Served({"note": None, "id": 1, "extra": 2, "weight": None}).client.orders(1).fetch()

    assert repr(order) == "Order(id=1, extra=2, note=None, weight=None)"


def test_a_repr_reads_the_values_that_it_shows():
    order = Served({"id": 1, "created_at": "never"}).client.orders(1).fetch()

    assert repr(order) == "Order(id=1, created_at='never')"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(10**5000, "<int of 16610 bits>", id="digits"),
        ("x" * 100, f"'{'x' * 27}...{'x' * 28}'"),
        ([1, 2, 3, 4, 5], "[1, 2, 3, 4, ...]"),
        ({"token": "t", "a": {"password": "p"}}, "{'a': {'password': ***}, 'token': ***}"),
        ({1: 2}, "{1: 2}"),
        ([[[[[1]]]]], "[[[[...]]]]"),
        (date(2026, 11, 24), "2026-11-24"),
        (datetime(2026, 11, 24, 10), "2026-11-24T10:00:00"),
        (datetime(2026, 11, 24, 10, tzinfo=UTC), "2026-11-24T10:00:00Z"),
        (Decimal("0.1"), "Decimal('0.1')"),
        (Address(street="Main St"), "Address(street='Main St', city=None, door_code=None, "
                                    "password=None)"),
        ([[Address(street="a")]], "[[Address(street='a', city=None, door_code=None, "
                                  "password=None)]]"),
        ([[[Address(street="a")]]], "[[[Address(...)]]]"),
    ],
)  # fmt: skip
def test_values(value: Any, shown: str):
    assert short_repr(value) == shown


def test_a_model_with_many_members():
    class Wide(Model):
        a: int
        b: int
        c: int
        d: int
        e: int
        f: int
        g: int
        h: int

    assert repr(Wide(a=1, b=2, c=3, d=4, e=5, f=6, g=7, h=8)) == (
        "Wide(a=1, b=2, c=3, d=4, e=5, f=6, ... 2 more members)"
    )


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), json_values, max_size=10))
@settings(max_examples=40)
def test_any_record_has_a_repr_that_is_short_and_always_the_same(fields: dict[str, Any]):
    order = Served({**fields, "id": 1}).client.orders(1).fetch()

    assert repr(order) == repr(Served({**fields, "id": 1}).client.orders(1).fetch())
    # 7 fields, of which each has at most 4 values at each of 3 levels.
    assert len(repr(order)) < 7 * 5**3 * 140


@given(st.lists(st.text(), unique=True), st.data())
def test_every_field_has_a_place(names: list[str], data: st.DataObject):
    keys = data.draw(st.sets(st.sampled_from(names))) if names else set[str]()

    ordered = names_that_tell_apart(names, keys, ())
    assert sorted(ordered) == sorted(names)
    assert set(ordered[: len(keys)]) == keys


def test_a_page():
    page = Served(ORDER, ORDER, total=9).client.orders.page()
    assert repr(page) == (
        "<Page: 2 Order records of 9, url='https://api.desk.example/v1/orders', "
        "next_page_url='https://api.desk.example/v1/orders'>"
    )
    assert repr(Served().client.orders.page()).startswith("<Page: 0 records, url=")
    assert repr(Served(ORDER).client.orders.page()).startswith("<Page: 1 Order record, url=")


def test_a_stream_is_the_request_that_it_begins_with():
    served = Served(ORDER)
    orders = served.client.orders

    assert repr(orders.stream()) == "<Stream: GET https://api.desk.example/v1/orders>"
    assert repr(orders.stream(limit=5, status="open", card="4111")) == (
        "<Stream: GET https://api.desk.example/v1/orders, limit=5, status='open', card=***>"
    )
    assert served.transport.requests == []


def test_collections_and_verbs():
    served = Served(ORDER)
    orders = served.client.orders

    assert repr(orders) == "<Desk.OrderList>"
    assert repr(orders.create) == "<verb Order.create(name, note=, card=): POST /orders>"
    assert repr(orders(7).pay) == "<verb Order.pay(): POST /orders/{id}>"
    assert repr(orders.list_async) == (
        "<verb Order.list_async(limit=, page_size=, page_token=, page_number=, prefetch=, "
        "status=, card=): GET /orders>"
    )
    assert repr(collections(Line).under(served.client)) == "<Desk.LineList for each order_id>"
    assert served.transport.requests == []


def test_a_begun_stream_looks_the_same():
    async def begin() -> str:
        stream = Served(ORDER).client.orders.stream()
        before = repr(stream)
        next(stream)
        assert repr(stream) == before
        return before

    assert asyncio.run(begin()).startswith("<Stream: ")


def test_keys_of_other_records_and_links_come_last():
    order = Served({"url": "u", "order_id": 2, "note": "n", "id": 7}).client.orders(7).fetch()
    assert repr(order) == "Order(id=7, note='n', order_id=2, url='u')"
