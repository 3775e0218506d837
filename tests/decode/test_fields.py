"""Fields: a value of a response is read by its type, and kept as received where it does not fit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any, Literal, NewType, TypedDict
from uuid import UUID

import attrs
import pytest

from restmap import DriftWarning, Model, Params, Resource, converter, field, unix_time
from tests.support import Served, json_response

Sid = NewType("Sid", str)


class Colour(Enum):
    RED = "red"


class Status(str, Enum):  # noqa: UP042  # the other spelling is Level's
    OPEN = "open"


class Level(IntEnum):
    HIGH = 2


@attrs.frozen
class Sorted:
    status: Status
    levels: list[Level]


@attrs.frozen
class Point:
    x: int
    at: datetime | None = None


class Named(TypedDict):
    name: str


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents


CET = timezone(timedelta(hours=1))
READ = [
    (str, "a", "a"),
    (int, 5, 5),
    (bool, True, True),
    (float, 5, 5.0),
    (float, 1.5, 1.5),
    (float, "1.50", 1.5),
    (float, "-155.09", -155.09),
    (float, "1e3", 1000.0),
    (int, "5", 5),
    (int, "-12", -12),
    (int, 5.0, 5),
    (int | None, "5", 5),
    (list[int], ["1", 2], [1, 2]),
    (int | str, "5", "5"),
    (Decimal | str, "5", "5"),
    (UUID, "12345678-1234-5678-1234-567812345678", UUID(int=0x12345678123456781234567812345678)),
    (datetime, "2026-11-24T10:00:00Z", datetime(2026, 11, 24, 10, tzinfo=UTC)),
    (datetime, "2026-11-24T10:00:00+01:00", datetime(2026, 11, 24, 10, tzinfo=CET)),
    (datetime, "2026-11-24T10:00:00", datetime(2026, 11, 24, 10, tzinfo=UTC)),
    (datetime, "Tue, 24 Nov 2026 10:00:00 +0000", datetime(2026, 11, 24, 10, tzinfo=UTC)),
    (date, "2026-11-24", date(2026, 11, 24)),
    (Decimal, "1.50", Decimal("1.50")),
    (Decimal, 1.5, Decimal("1.5")),
    (Literal["a", "b"], "b", "b"),
    (Literal[1, 2], 2, 2),
    (Colour, "red", Colour.RED),
    (Status, "open", Status.OPEN),
    (Level, 2, Level.HIGH),
    (Sorted, {"status": "open", "levels": [2]}, Sorted(Status.OPEN, [Level.HIGH])),
    (Literal["a", None], None, None),
    (Sid, "a", "a"),
    (Sid | None, "a", "a"),
    (datetime | None, None, None),
    (int | None, 5, 5),
    (int | str, "a", "a"),
    (int | datetime, "2026-11-24T10:00:00Z", datetime(2026, 11, 24, 10, tzinfo=UTC)),
    (list[str], ["a"], ["a"]),
    (list[date], ["2026-11-24"], [date(2026, 11, 24)]),
    (list[Point], [{"x": 1}], [Point(1)]),
    (list[int | None], [1, None], [1, None]),
    (list[Any], [1, {}], [1, {}]),
    (dict[str, int], {"a": 1}, {"a": 1}),
    (dict[str, Any], {"a": []}, {"a": []}),
    (
        Point,
        {"x": 1, "at": "2026-11-24T10:00:00Z"},
        Point(1, datetime(2026, 11, 24, 10, tzinfo=UTC)),
    ),
    (Named, {"name": "a"}, {"name": "a"}),
    (Any, [1, "a"], [1, "a"]),
    (object, None, None),
    (None, None, None),
]


def resource_with(kind: Any) -> type[Resource]:
    class Thing(Resource, uri="/Things/{sid}"):
        sid: str
        value: kind

        class Fetch(Params): ...

    return Thing


def fetched(resource: type[Resource], body: dict[str, Any], **settings: Any) -> Any:
    return Served(json_response(body), **settings).mount(resource)("T").fetch()


@pytest.mark.parametrize(("kind", "wire", "value"), READ, ids=str)
def test_a_field_is_read_as_its_type_says(kind, wire, value):
    record = fetched(resource_with(kind), {"sid": "T", "value": wire})
    assert record.value == value
    assert type(record.value) is type(value)
    assert fetched(resource_with(kind), {"sid": "T", "value": wire}, drift="error").value == value


UNFIT = [
    (str, 5, "expected str"),
    (str, None, "expected str"),
    (int, "5.5", "expected int"),
    (int, "1_000", "expected int"),
    (int, " 5", "expected int"),
    (int, "\u0665", "expected int"),
    (int, "", "expected int"),
    (int, True, "expected int"),
    (int, 5.5, "expected int"),
    (bool, 1, "expected bool"),
    (float, "much", "expected a number"),
    (float, "nan", "expected a number"),
    (float, "inf", "expected a number"),
    (float, True, "expected a number"),
    (datetime, 5, "expected a date-time as text"),
    (date, 5, "expected a date as text"),
    (date, "soon", "Invalid isoformat string: 'soon'"),
    (Decimal, "much", "expected a decimal number"),
    (Decimal, None, "expected a decimal number"),
    (Literal["a", "b"], "c", "expected one of 'a', 'b'"),
    (Literal["a", "b"], ["a"], "expected one of 'a', 'b'"),
    (int | None, "much", "expected int"),
    (int | str, [], "expected int | str"),
    (list[str], "abc", "expected a list"),
    (Point, 5, None),
    (Colour, "blue", None),
    (UUID, "12", None),
    (UUID, 12, "expected a UUID as text"),
]


@pytest.mark.parametrize(("kind", "wire", "why"), UNFIT, ids=str)
def test_a_value_that_does_not_fit_is_kept_as_received_with_a_warning(kind, wire, why):
    with pytest.warns(DriftWarning) as warned:
        record = fetched(resource_with(kind), {"sid": "T", "value": wire}, drift="warn")
    assert record.value == wire
    (message,) = (str(each.message) for each in warned)
    assert message.startswith(f"the field 'value' has the value {wire!r}: {why or ''}")
    assert message.endswith(
        ".\n  The response is kept as received; this warning comes once.\n"
        "  in resource_with.<locals>.Thing.value"
    )
    assert record.value == wire  # without a second warning, which would be an error here


def test_a_reader_of_ones_own_is_any_function_and_may_raise_anything():
    class Thing(Resource, uri="/Things/{sid}"):
        sid: str
        price: Money = field(reader=lambda wire: Money({"1.50": 150}[wire]))
        code: int = field(reader=int)

        class Fetch(Params): ...

    record = fetched(Thing, {"sid": "T", "price": "1.50", "code": "7"})
    assert (record.price.cents, record.code) == (150, 7)
    with pytest.warns(DriftWarning, match="the field 'price' has the value '2.00': '2.00'"):
        odd = fetched(Thing, {"sid": "T", "price": "2.00", "code": "7"}, drift="warn")
    assert odd.price == "2.00"


class Times(Model):
    ended: datetime | None = field(unix_time)


def test_null_is_none_where_the_type_of_a_field_with_a_serializer_allows_it():
    class Thing(Resource, uri="/Things/{sid}"):
        sid: str
        begun: datetime | None = field(unix_time)
        times: Times
        size: str | None = field(reader=str)

        class Fetch(Params): ...

    nothing = {"sid": "T", "begun": None, "times": {"ended": None}, "size": None}
    record = fetched(Thing, nothing, drift="error")
    assert (record.begun, record.times.ended, record.size) == (None, None, "None")
    begun = {**nothing, "begun": 0, "times": {"ended": 0}}
    record = fetched(Thing, begun, drift="error")
    assert record.begun == record.times.ended == datetime(1970, 1, 1, tzinfo=UTC)


class Metres(float):
    """A type that only a user's own cattrs hook can read."""


def test_a_hook_on_the_converter_reads_a_type_of_ones_own():
    converter().register_structure_hook(Metres, lambda value, _: Metres(value.removesuffix(" m")))
    record = fetched(resource_with(Metres), {"sid": "T", "value": "1.5 m"})
    assert type(record.value) is Metres
    assert fetched(resource_with(list[Metres]), {"sid": "T", "value": ["2 m"]}).value == [2.0]
