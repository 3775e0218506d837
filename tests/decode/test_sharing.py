"""Values that repeat in the records of a list are shared as one object."""

from __future__ import annotations

import json
from typing import Any

from restmap import (
    ArrayPage,
    Client as AnyClient,
    Domain,
    HandlerTransport,
    Paging,
    Resource,
    Response,
    Version,
    collection,
    domain,
    version,
)


class Seat(Resource, uri="/seats/{id}", page=ArrayPage):
    id: str
    hall: str
    price: Any
    note: Any

    class List(Paging): ...


class V1(Version):
    seats = collection(Seat)


class Hall(Domain, host="hall.example.com"):
    v1 = version(V1)


class Client(AnyClient):
    hall = domain(Hall)


def listed(items: list[dict[str, Any]]) -> list[Seat]:
    body = json.dumps(items).encode()
    client = Client(transport=HandlerTransport(lambda _: Response(200, body=body)))
    return client.hall.v1.seats.list()


def seats(count: int, **more: Any) -> list[dict[str, Any]]:
    return [
        {"id": f"S{number}", "hall": "the great hall", "price": 3600, "note": None} | more
        for number in range(count)
    ]


def test_equal_texts_and_numbers_are_one_object() -> None:
    records = listed(seats(100))

    assert len({id(each.hall) for each in records}) == 1
    assert len({id(each.price) for each in records}) == 1
    assert [each.id for each in records] == [f"S{number}" for number in range(100)]


def test_what_is_equal_and_of_another_type_stays_as_it_is() -> None:
    items = seats(100, price=1)
    for number, price in enumerate([True, 1.0, "1", 1, None, [1], {"a": 1}], start=50):
        items[number]["price"] = price

    found = [each.price for each in listed(items)[50:57]]

    assert [(type(each), each) for each in found] == [
        (bool, True),
        (float, 1.0),
        (str, "1"),
        (int, 1),
        (type(None), None),
        (list, [1]),
        (dict, {"a": 1}),
    ]


def test_the_records_are_those_that_came() -> None:
    items = seats(100, note="x")
    del items[40]["note"]  # its record has another shape, and a source of its own

    records = listed(items)

    assert [json.loads(each.to_json()) for each in records] == items


def test_a_text_that_is_in_two_fields_is_one_object() -> None:
    # Of every third seat the note is the id, and of one it is a list.
    items = seats(99, hall=None)
    for number, each in enumerate(items):
        each["note"] = "".join(each["id"]) if number % 3 else None
    items[50] |= {"id": ["S50"], "note": ["S50"]}

    records = listed(items)

    assert [each.note is each.id for each in records].count(True) == 65
    assert [json.loads(each.to_json()) for each in records] == items


def test_values_that_are_equal_once_are_left_alone() -> None:
    items = seats(100, hall=None)
    items[0]["note"] = items[0]["id"]

    assert [each.note for each in listed(items)[:2]] == ["S0", None]
