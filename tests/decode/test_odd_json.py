"""Unusual JSON, perhaps meant as an attack: it is read, or it is an error of restmap."""

from __future__ import annotations

import json
import math
import warnings
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest

from restmap import (
    ArrayPage,
    DriftWarning,
    PageContent,
    PageType,
    Paging,
    Params,
    Resource,
    Response,
    ResponseError,
    RestmapError,
    action,
)
from tests.support import Served

DEPTHS = [10, 500, 900, 960, 970, 975, 980, 985, 990, 995, 1000, 100_000]
DEEP = [
    *["[" * depth + "]" * depth for depth in DEPTHS],
    *['{"a":' * depth + "1" + "}" * depth for depth in DEPTHS],
]
NUMBERS = [
    "9" * 400,
    "9" * 4300,
    "9" * 5000,
    "-" + "9" * 5000,
    "0." + "9" * 5000,
    "1e999",
    "-1e999",
    "1e-999",
    "1e99999999999999999999",
]
TEXTS = [
    '"' + "9" * 5000 + '"',
    '"1e999999999999"',
    '"9999999999-01-01T00:00:00Z"',
    f'"Fri, 31 Dec {"9" * 30} 23:59:59 GMT"',
    f'"Fri, 31 Dec 2026 23:59:59 +{"9" * 30}"',
    r'"\ud800"',
]
ODD = [*DEEP, *NUMBERS, *TEXTS, '{"a": 1, "a": 2}', "NaN", "Infinity"]


@attrs.frozen
class Branch:
    a: list[Branch]


KINDS: list[Any] = [
    *(Any, str, int, float, bool, Decimal, datetime, Branch, list[float], list[list[int]]),
    *(dict[str, Any], dict[str, float], float | datetime | str, int | None),
]
KIND = pytest.mark.parametrize("kind", KINDS, ids=str)
DRIFT = pytest.mark.parametrize("drift", ["ignore", "warn", "error"])


def part_of(kind: Any) -> type[Resource]:
    """A resource with one field and one action, both of this type."""

    class Part(Resource, uri="/Parts/{sid}", page=ArrayPage()):
        sid: str
        value: kind

        class Fetch(Params): ...

        class List(Paging): ...

        class Weigh(Params, method="GET", uri="/Weight"): ...

        weigh = action(Weigh, returns=kind)

    return Part


def responding(resource: type[Resource], body: str, **settings: Any) -> Any:
    return Served(Response(200, body=body.encode()), **settings).mount(resource)


@pytest.fixture(autouse=True)
def _drift_is_expected() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DriftWarning)
        yield


@DRIFT
@KIND
def test_it_is_read_or_an_error_of_ours(kind: Any, drift: str) -> None:
    resource = part_of(kind)
    for wire in ODD:
        record = f'{{"sid": "P1", "value": {wire}}}'
        try:
            fetched = responding(resource, record, drift=drift)("P1").fetch()
            (listed,) = responding(resource, f"[{record}]", drift=drift).list()
        except ResponseError:
            continue
        for part in (fetched, listed):
            assert part.sid == "P1"
            assert part.to_dict() == {"sid": "P1", "value": part.value} or wire == "NaN"


@KIND
def test_the_result_of_an_action_too(kind: Any) -> None:
    resource = part_of(kind)
    for wire in ODD:
        try:
            responding(resource, wire)("P1").weigh()
        except RestmapError as error:
            assert type(error) is ResponseError  # noqa: PT017


def test_a_number_beyond_a_float_is_infinity_and_is_written_as_it_came() -> None:
    body = '{"sid": "a\\"Infinity", "value": [1e999, -1e999, 1.5]}'
    part = responding(part_of(list[float]), body)("P1").fetch()
    assert part.value == [math.inf, -math.inf, 1.5]
    assert part.to_json() == '{"sid":"a\\"Infinity","value":[1e999,-1e999,1.5]}'
    assert json.loads(part.to_json()) == json.loads(body)


def test_the_last_of_duplicate_keys_counts() -> None:
    part = responding(part_of(int), '{"sid": "P1", "value": 1, "value": 2}')("P1").fetch()
    assert part.value == 2
    assert part.to_json() == '{"sid":"P1","value":2}'


@pytest.mark.parametrize("digits", [4301, 5000, 1_000_000])
def test_a_number_of_very_many_digits_is_refused(digits: int) -> None:
    """The time to read a long number grows with the square of its length: CVE-2020-10735."""
    with pytest.raises(ResponseError, match="its body is not JSON") as caught:
        responding(part_of(int), '{"sid": "P1", "value": %s}' % ("9" * digits))("P1").fetch()
    assert len(str(caught.value)) < 300


class CountedPage(PageType):
    """A page type of a user's own, which calculates with values of the response."""

    def read(self, body: Any, response: Response, url: str) -> PageContent:
        int(body["total"])
        return PageContent(body["items"], body["links"][0])


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('{"items": [], "links": [], "total": 1e999}', "OverflowError"),
        ('{"items": [], "links": [], "total": NaN}', "ValueError"),
        ('{"items": [], "links": [], "total": 5}', "IndexError"),
    ],
)
def test_a_page_type_that_cannot_reckon_with_it(body: str, found: str) -> None:
    class Part(Resource, uri="/Parts/{sid}", page=CountedPage):
        sid: str

        class List(Paging): ...

    with pytest.raises(ResponseError, match=f"it is not a page of CountedPage: {found}"):
        responding(Part, body).list()
