"""Tables of Arrow: each type of a declaration as a column, and what no column can hold."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Literal
from uuid import UUID

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, strategies as st

from restmap import (
    ArrayPage,
    ConfigurationError,
    Model,
    NumberPage,
    Paging,
    Params,
    Resource,
    Response,
    ResponseError,
    collection,
    field,
    iso8601_duration,
    unix_time,
)
from tests.support import AsyncServed, Served, json_response


class Color(Enum):
    RED = "red"
    BLUE = "blue"


class Address(Model):
    street: str
    zip_code: int | None = None
    since: datetime | None = None


class Tree(Model):
    name: str
    children: list[Tree] = field(factory=list)


class Owner(Resource, uri="/owners/{id}"):
    id: str
    age: int


class Ticket(Resource, uri="/shops/{shop_id}/tickets/{id}", page=ArrayPage()):
    id: str
    shop_id: str
    subject: str | None
    count: int | None
    ratio: float | None
    done: bool | None
    created_at: datetime | None
    due: date | None
    price: Decimal | None
    key: UUID | None
    status: Literal["open", "closed"] | None
    color: Color | None
    level: Literal[1, 2] | None
    either: int | str | None
    anything: Any
    tags: list[str] | None
    moments: list[datetime] | None
    links: dict[str, str] | None
    extra: dict[str, Any] | None
    address: Address | None
    addresses: list[Address] | None
    tree: Tree | None
    owner: Owner | None
    begun: datetime | None = field(unix_time)
    length: timedelta | None = field(iso8601_duration)
    city: str | None = field(inside="place")
    weight: int = field(default=7)

    class List(Paging): ...


class Shop(Resource, uri="/shops/{shop_id}"):
    shop_id: str

    class Fetch(Params): ...

    tickets = collection(Ticket)


def stream_of(*items: Any, **settings: Any) -> Any:
    """The stream of a list that has these items."""
    served = Served(json_response([*items]), **settings)
    return served.mount(Shop)("S1").tickets.stream()


def column(name: str, *values: Any) -> tuple[Any, list[Any], list[Any]]:
    """The type and the values of a column, and what is in `_other`, for wire values."""
    table = stream_of(*({"id": "1", name: each} for each in values)).to_arrow()
    found = table[name]
    others = [each and json.loads(each) for each in table["_other"].to_pylist()]
    return found.type, found.to_pylist(), others


MOMENT = datetime(2026, 1, 6, 20, 12, 33, tzinfo=UTC)
UTC_TIMESTAMP = pa.timestamp("us", tz="UTC")
DICTIONARY = pa.dictionary(pa.int32(), pa.string())
DECIMAL = pa.decimal128(38, 18)
ADDRESS = pa.struct({"street": pa.string(), "zip_code": pa.int64(), "since": UTC_TIMESTAMP})


@pytest.mark.parametrize(
    ("name", "kind", "wire", "value"),
    [
        ("subject", pa.string(), "Zoë", "Zoë"),
        ("count", pa.int64(), 5, 5),
        ("count", pa.int64(), "12", 12),
        ("count", pa.int64(), "-9", -9),
        ("count", pa.int64(), "+12", 12),
        ("count", pa.int64(), 5.0, 5),
        ("count", pa.int64(), -(2**63), -(2**63)),
        ("ratio", pa.float64(), 0.5, 0.5),
        ("ratio", pa.float64(), 2, 2.0),
        ("ratio", pa.float64(), "2.5", 2.5),
        ("ratio", pa.float64(), "1e3", 1000.0),
        ("done", pa.bool_(), True, True),
        ("created_at", UTC_TIMESTAMP, "2026-01-06T20:12:33Z", MOMENT),
        ("created_at", UTC_TIMESTAMP, "2026-01-06T21:12:33+01:00", MOMENT),
        ("created_at", UTC_TIMESTAMP, "2026-01-06T20:12:33", MOMENT),
        ("created_at", UTC_TIMESTAMP, "Tue, 06 Jan 2026 20:12:33 +0000", MOMENT),
        ("created_at", UTC_TIMESTAMP, "Tue, 06 Jan 2026 21:12:33 +0100", MOMENT),
        ("created_at", UTC_TIMESTAMP, "6 Jan 2026 20:12:33 GMT", MOMENT),
        ("due", pa.date32(), "2026-01-06", date(2026, 1, 6)),
        ("price", DECIMAL, "-0.0130", Decimal("-0.0130")),
        ("price", DECIMAL, 1, Decimal(1)),
        ("key", pa.string(), "0b5f9f5e-0000-4000-8000-000000000000",
         "0b5f9f5e-0000-4000-8000-000000000000"),
        ("status", DICTIONARY, "open", "open"),
        ("status", DICTIONARY, "archived", "archived"),
        ("color", DICTIONARY, "blue", "blue"),
        ("level", pa.int64(), 2, 2),
        ("either", pa.string(), "a", "a"),
        ("either", pa.string(), 5, "5"),
        ("anything", pa.string(), {"a": [1, "b"]}, '{"a":[1,"b"]}'),
        ("anything", pa.string(), "a", '"a"'),
        ("tags", pa.list_(pa.string()), ["a", "b"], ["a", "b"]),
        ("tags", pa.list_(pa.string()), [], []),
        ("moments", pa.list_(UTC_TIMESTAMP), ["2026-01-06T20:12:33Z"], [MOMENT]),
        ("links", pa.map_(pa.string(), pa.string()), {"a": "b"}, [("a", "b")]),
        ("extra", pa.string(), {"a": 1}, '{"a":1}'),
        ("address", ADDRESS, {"street": "Elm", "zip_code": "123"},
         {"street": "Elm", "zip_code": 123, "since": None}),
        ("addresses", pa.list_(ADDRESS), [{"street": "Elm", "since": "2026-01-06T20:12:33Z"}],
         [{"street": "Elm", "zip_code": None, "since": MOMENT}]),
        ("owner", pa.struct({"id": pa.string(), "age": pa.int64()}), {"id": "o", "age": 3},
         {"id": "o", "age": 3}),
        ("begun", UTC_TIMESTAMP, 1767730353, MOMENT),
        ("length", pa.duration("us"), "PT90S", timedelta(seconds=90)),
        ("weight", pa.int64(), 3, 3),
    ],
)  # fmt: skip
def test_a_value_in_its_column(name: str, kind: Any, wire: Any, value: Any) -> None:
    # Beside a null, and another value of the usual form.
    assert column(name, wire, None) == (kind, [value, None], [None, None])
    assert column(name, wire, wire)[1] == [value, value]


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("subject", 5),
        ("subject", ["a"]),
        ("subject", "\ud800"),  # half of a surrogate pair
        ("count", "many"),
        ("count", "0x1f"),
        ("count", True),
        ("count", 5.5),
        ("count", 2**63),
        ("ratio", True),
        ("ratio", "nan"),
        ("done", 1),
        ("done", "true"),
        ("created_at", "yesterday"),
        ("created_at", "Sat, 31 Feb 2026 20:12:33 +0000"),
        ("created_at", "Tue, 06 Foo 2026 20:12:33 +0000"),
        ("created_at", 1767730353),
        ("due", "2026-02-31"),
        ("price", "1e-19"),
        ("price", "cheap"),
        ("status", 5),
        ("level", "one"),
        ("either", [1]),
        ("tags", "a"),
        ("tags", ["a", 5]),
        ("moments", ["2026-01-06T20:12:33Z", "never"]),
        ("links", ["a"]),
        ("links", {"a": "b", "c": 5}),
        ("address", "Elm"),
        ("address", {"street": "Elm", "zip_code": "none"}),
        ("address", {"street": "Elm", "floor": 3}),
        ("addresses", [{"street": "Elm"}, {"street": 5}]),
        ("owner", "o1"),
        ("begun", "today"),
        ("length", "long"),
    ],
)
def test_a_value_that_does_not_fit_is_kept_beside_its_row(name: str, wire: Any) -> None:
    fitting = {"count": 1, "tags": ["b"], "address": {"street": "Oak"}}.get(name)

    _, values, others = column(name, wire, fitting)

    assert others == [{name: wire}, None]
    held = {"tags": ["a", None], "links": [("a", "b"), ("c", None)], "moments": [MOMENT, None]}
    assert values[0] is None or values[0] == held.get(name, values[0])
    if name == "count":
        assert values == [None, 1]


def test_what_fits_in_an_object_stays_in_its_column() -> None:
    _, values, others = column("address", {"street": "Elm", "zip_code": "none", "floor": 3})

    assert values == [{"street": "Elm", "zip_code": None, "since": None}]
    assert others == [{"address": {"street": "Elm", "zip_code": "none", "floor": 3}}]


def test_keys_that_are_not_declared_are_in_the_last_column() -> None:
    table = stream_of(
        {"id": "1", "mood": "good", "annotation": None},
        {"id": "2", "annotation": None},
        {"id": "3", "score": 1.5, "count": "many", "annotation": None},
    ).to_arrow()

    assert table.column_names[-1] == "_other"
    assert table["_other"].to_pylist() == ['{"mood":"good"}', None, '{"count":"many","score":1.5}']


def test_a_record_without_a_key_has_the_path_value_the_default_or_null() -> None:
    table = stream_of({"id": "1", "place": {"city": "Berlin"}}, {"id": "2"}).to_arrow()

    assert table["shop_id"].to_pylist() == ["S1", "S1"]
    assert table["weight"].to_pylist() == [7, 7]
    assert table["subject"].to_pylist() == [None, None]
    assert table["city"].to_pylist() == ["Berlin", None]


def test_a_class_nested_in_itself_is_json_there() -> None:
    kind, values, _ = column("tree", {"name": "a", "children": [{"name": "b"}]})

    assert kind == pa.struct({"name": pa.string(), "children": pa.list_(pa.string())})
    assert values == [{"name": "a", "children": ['{"name":"b"}']}]


def test_a_dictionary_begins_with_the_declared_values() -> None:
    table = stream_of({"id": "1", "status": "archived"}, {"id": "2", "status": "closed"}).to_arrow()

    (chunk,) = table["status"].chunks
    assert chunk.dictionary.to_pylist() == ["open", "closed", "archived"]


def test_decimals_have_all_the_digits_of_a_number() -> None:
    body = b'[{"id": "1", "price": 0.123456789012345678, "ratio": 0.5}]'
    served = Served(Response(200, {}, body))

    table = served.mount(Shop)("S1").tickets.stream().to_arrow()

    assert table["price"].to_pylist() == [Decimal("0.123456789012345678")]
    assert table["ratio"].to_pylist() == [0.5]


def test_an_empty_list_has_its_columns() -> None:
    table = stream_of().to_arrow()

    assert table.num_rows == 0
    assert table.schema.field("created_at").type == UTC_TIMESTAMP
    assert len(stream_of().to_polars()) == 0


def test_an_item_that_is_not_an_object_is_an_error() -> None:
    with pytest.raises(ResponseError, match=r"^expected a JSON object, found str\."):
        stream_of({"id": "1"}, "2").to_arrow()


def test_drift_is_reported_as_for_records() -> None:
    with pytest.raises(ResponseError, match="has the value 'many': expected int"):
        stream_of({"id": "1", "count": "many"}, drift="error").to_arrow()


# -- pages ----------------------------------------------------------------------------------


class Note(Resource, uri="/notes/{id}", page=NumberPage("notes", pages="pages")):
    id: int
    text: str | None

    class List(Paging): ...


def pages_of_notes(*sizes: int) -> list[Response]:
    """Pages of notes with so many on each."""
    numbers = iter(range(sum(sizes)))
    return [
        json_response({"notes": [{"id": next(numbers)} for _ in range(size)], "pages": len(sizes)})
        for size in sizes
    ]


def test_small_pages_are_put_together() -> None:
    served = Served(*pages_of_notes(600, 600, 600))

    batches = list(served.mount(Note).stream().to_arrow_batches())

    assert [len(batch) for batch in batches] == [1200, 600]
    assert [each for batch in batches for each in batch["id"].to_pylist()] == [*range(1800)]


def test_a_limit_holds_for_rows() -> None:
    served = Served(*pages_of_notes(3, 3))

    assert len(served.mount(Note).stream(limit=2).to_arrow()) == 2
    assert len(served.requests) == 1


def test_a_page_is_requested_ahead() -> None:
    served = Served(*pages_of_notes(3, 3))

    assert len(served.mount(Note).stream(prefetch=1).to_arrow()) == 6


def test_awaited() -> None:
    async def rows() -> list[int]:
        def stream() -> Any:
            return AsyncServed(*pages_of_notes(3, 1200, 2)).mount(Note).stream()

        batches = [len(batch) async for batch in stream().to_arrow_batches()]
        table = await stream().to_arrow_async()
        pandas_frame = await stream().to_pandas_async()
        polars_frame = await stream().to_polars_async()
        return [*batches, len(table), len(pandas_frame), len(polars_frame)]

    assert asyncio.run(rows()) == [1203, 2, 1205, 1205, 1205]


def test_frames() -> None:
    item = {"id": "1", "status": "open", "created_at": "2026-01-06T20:12:33Z", "count": 3}

    polars_frame = stream_of(item).to_polars()
    pandas_frame = stream_of(item).to_pandas()

    assert polars_frame.select("id", "status", "created_at", "count").rows() == [
        ("1", "open", MOMENT, 3)
    ]
    assert polars_frame.schema["created_at"] == pl.Datetime("us", "UTC")
    assert pandas_frame.loc[0, "created_at"] == pd.Timestamp(MOMENT)
    assert list(pandas_frame["status"].cat.categories) == ["open", "closed"]


def test_other_libraries_take_the_batches_as_a_stream_of_arrow() -> None:
    batches = Served(*pages_of_notes(3)).mount(Note).stream().to_arrow_batches()

    assert pa.table(batches)["id"].to_pylist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("package", "method", "install"),
    [
        ("pyarrow", "to_arrow", "'restmap[arrow]'"),
        ("pyarrow", "to_arrow_batches", "'restmap[arrow]'"),
        ("pandas", "to_pandas", "pandas"),
        ("polars", "to_polars", "polars"),
    ],
)
def test_a_package_that_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, package: str, method: str, install: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)  # as if it could not be found

    with pytest.raises(ConfigurationError) as caught:
        getattr(stream_of(), method)()

    assert str(caught.value) == (
        f"{method}() needs {package}, which is not installed.\n  Run: pip install {install}"
    )


# -- tables and records ---------------------------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
FIELDS = ["subject", "count", "ratio", "done", "created_at", "due"]


@given(st.lists(st.tuples(st.sampled_from(FIELDS), JSON), max_size=5))
def test_a_row_has_what_the_record_has_or_keeps_it_in_other(pairs: list[tuple[str, Any]]) -> None:
    items = [{"id": "1", name: value} for name, value in pairs]
    records = list(stream_of(*items))
    rows = stream_of(*items).to_arrow().to_pylist()

    for (name, wire), record, row in zip(pairs, records, rows, strict=True):
        other = json.loads(row["_other"] or "{}")
        if name in other:
            assert row[name] is None
            assert other == {name: wire}
        else:
            assert row[name] == getattr(record, name)
