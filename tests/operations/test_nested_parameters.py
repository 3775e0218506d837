"""Models as parameters: what is sent, and what is refused with the path of each member."""

from __future__ import annotations

import copy
import dataclasses
import json
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

import attrs
import pytest

from restmap import (
    UNSET,
    Model,
    ParameterError,
    Params,
    Resource,
    camel_case,
    evolve,
    field,
    param,
    pascal_case,
)
from tests.support import Served, form, json_response


class Tag(Model):
    name: str
    colour: str = "grey"


class Estimate(Model):
    story_points: float
    due_on: date | None = None
    tags: list[Tag] = UNSET
    note: str | None = UNSET
    from_: str = UNSET
    parts: dict[str, Estimate] = UNSET
    other: str = field(name="X-Other", default=UNSET)


class Card(Model):
    type: Literal["card"] = "card"
    card_number: str


class Bank(Model):
    type: Literal["bank"] = "bank"
    iban: str


@attrs.frozen
class Point:
    x_axis: int


@dataclasses.dataclass
class Box:
    inner_width: Decimal


class Issue(
    Resource,
    uri="/issues/{key}",
    body="json",
    parameter_names=camel_case,
    field_names=camel_case,
):
    key: str
    estimate: Estimate

    class Create(Params):
        estimate: Estimate = UNSET
        tags: list[Tag] = UNSET
        source: Card | Bank = param(tagged_by="type", default=UNSET)
        either: Card | Bank | str = UNSET
        point: Point = UNSET
        box: Box = UNSET
        secret: Estimate = param(sensitive=True, default=UNSET)
        price: float = UNSET
        uuid: UUID = UNSET

    class Update(Params, method="PATCH"):
        estimate: Estimate = UNSET

    class Fetch(Params): ...


def sent(**arguments: Any) -> Any:
    served = Served(json_response({"key": "I1", "estimate": {"storyPoints": 1}}))
    served.mount(Issue).create(**arguments)
    return json.loads(served.request.body or b"")


HALF: dict[str, Any] = {"storyPoints": 0.5}
SENT: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"estimate": Estimate(story_points=0.5)}, {"estimate": HALF}),
    ({"estimate": {"story_points": 0.5}}, {"estimate": HALF}),
    ({"estimate": {"storyPoints": 0.5}}, {"estimate": HALF}),
    (
        {"estimate": Estimate(story_points=1, due_on=None, note=None, from_="a", other="b")},
        {"estimate": {"storyPoints": 1, "dueOn": None, "note": None, "from": "a", "X-Other": "b"}},
    ),
    (
        {"estimate": {"story_points": "1", "due_on": date(2026, 1, 2), "tags": [{"name": "t"}]}},
        {
            "estimate": {
                "storyPoints": 1,
                "dueOn": "2026-01-02",
                "tags": [{"name": "t", "colour": "grey"}],
            }
        },
    ),
    (
        {"estimate": Estimate(story_points=1, parts={"inner part": Estimate(story_points=2)})},
        {"estimate": {"storyPoints": 1, "parts": {"inner part": {"storyPoints": 2}}}},
    ),
    ({"estimate": {"story_points": 1, "note": UNSET}}, {"estimate": {"storyPoints": 1}}),
    ({"estimate": None}, {"estimate": None}),
    ({"tags": (Tag(name="a"), {"name": "b", "colour": "red"})}, {"tags": [
        {"name": "a", "colour": "grey"}, {"name": "b", "colour": "red"}]}),
    ({"source": Bank(iban="D")}, {"source": {"type": "bank", "iban": "D"}}),
    ({"source": {"type": "card", "card_number": "4"}},
     {"source": {"type": "card", "cardNumber": "4"}}),
    ({"source": {"iban": "D"}}, {"source": {"type": "bank", "iban": "D"}}),
    ({"source": {"type": "cash", "on": 1}}, {"source": {"type": "cash", "on": 1}}),
    ({"either": "text"}, {"either": "text"}),
    ({"either": Bank(iban="D")}, {"either": {"type": "bank", "iban": "D"}}),
    ({"point": Point(1)}, {"point": {"xAxis": 1}}),
    ({"point": {"x_axis": 1}}, {"point": {"xAxis": 1}}),
    ({"box": Box(Decimal("1.50"))}, {"box": {"innerWidth": "1.50"}}),
    ({"uuid": UUID(int=5)}, {"uuid": "00000000-0000-0000-0000-000000000005"}),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "body"), SENT, ids=str)
def test_a_model_or_a_dict_in_its_place_is_sent(arguments: dict[str, Any], body: dict[str, Any]):
    assert sent(**arguments) == body


REFUSED: list[tuple[dict[str, Any], str]] = [
    (
        {"estimate": {"storyPoint": 1}},
        "'estimate.storyPoint' is not a member of Estimate.\n"
        "  Members: due_on, from_, note, other, parts, story_points, tags. "
        "Did you mean 'story_points'?\n"
        "the parameter 'estimate.story_points' is missing.\n"
        "  Give a number.\n",
    ),
    (
        {"estimate": Estimate(story_points="many", tags=[Tag(name="a"), Tag(name=5)])},  # type: ignore[arg-type]
        "the parameter 'estimate.story_points' cannot be 'many': expected a number.\n"
        "  Give a number.\n"
        "the parameter 'estimate.tags[1].name' cannot be 5: expected text.\n"
        "  Give text.\n",
    ),
    (
        {"estimate": {"story_points": 1, "parts": {"a": {"story_points": {}}}}},
        "the parameter \"estimate.parts['a'].story_points\" cannot be {}: expected a number.\n"
        "  Give a number.\n",
    ),
    (
        {"estimate": [1]},
        "the parameter 'estimate' cannot be [1]: expected Estimate, or a dict.\n"
        "  Give Estimate, or a dict.\n",
    ),
    (
        {"estimate": Tag(name="a")},
        "the parameter 'estimate' cannot be Tag(name='a', colour='grey'): expected Estimate, or a "
        "dict.\n  Give Estimate, or a dict.\n",
    ),
    (
        {"tags": [{"name": "{braces}", "size": 1}]},
        "'tags[0].size' is not a member of Tag.\n  Members: colour, name.\n",
    ),
    (
        {"tags": [{"name": {"{0}": 1}}]},
        "the parameter 'tags[0].name' cannot be {'{0}': 1}: expected text.\n  Give text.\n",
    ),
    (
        {"source": {"type": None}},
        "the parameter 'source' cannot be {'type': None}: expected one of 'card', 'bank' as its "
        "'type'.\n  Give Card, or a dict or Bank, or a dict.\n",
    ),
    (
        {"source": {"type": "card", "card_number": 4}},
        "the parameter 'source.card_number' cannot be 4: expected text.\n  Give text.\n",
    ),
    (
        {"secret": {"story_points": "hunter2"}},
        "the value of the parameter 'secret' cannot be sent.\n  Give Estimate, or a dict.\n",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED, ids=str)
def test_what_does_not_fit_is_refused_by_its_path(arguments: dict[str, Any], message: str):
    served = Served()
    with pytest.raises(ParameterError) as caught:
        served.mount(Issue).create(**arguments)
    assert str(caught.value) == f"{message}  in Issue.Create"
    assert served.requests == []


def replace(model: Any, **changes: Any) -> Any:
    """`copy.replace()`, which Python has from 3.13 on."""
    if sys.version_info >= (3, 13):
        return copy.replace(model, **changes)
    return model.__replace__(**changes)


def test_what_was_received_is_sent_back_as_it_was_received():
    received = {"storyPoints": 3, "dueOn": None, "newKey": [1], "tags": [{"name": "a"}]}
    served = Served(*[json_response({"key": "I1", "estimate": received}) for _ in range(4)])
    issue = served.mount(Issue)("I1").fetch()
    issue.update(estimate=issue.estimate)
    issue.update(estimate=evolve(issue.estimate, story_points=5))
    issue.update(estimate=replace(issue.estimate, story_points=5))
    bodies = [json.loads(each.body or b"")["estimate"] for each in served.requests[1:]]
    sent = {**received, "tags": [{"name": "a", "colour": "grey"}]}
    changed = {**sent, "storyPoints": 5}
    assert bodies == [sent, changed, changed]


def test_the_same_model_has_the_names_of_each_resource():
    class Order(Resource, uri="/Orders/{sid}", body="form", parameter_names=pascal_case):
        sid: str

        class Create(Params):
            estimate: Estimate
            tags: list[Tag] = UNSET

    served = Served(json_response({"sid": "O1"}))
    served.mount(Order).create(
        estimate=Estimate(story_points=1, due_on=date(2026, 1, 2)), tags=[Tag(name="a")]
    )
    assert form(served.request) == [
        ("Estimate", '{"StoryPoints":1,"DueOn":"2026-01-02"}'),
        ("Tags", '{"Name":"a","Colour":"grey"}'),
    ]


def test_members_may_have_a_rule_of_their_own():
    class Order(
        Resource,
        uri="/Orders/{sid}",
        parameter_names=pascal_case,
        member_names=camel_case,
    ):
        sid: str

        class Create(Params):
            its_tag: Estimate

    served = Served(json_response({"sid": "O1"}))
    served.mount(Order).create(its_tag=Estimate(story_points=1))
    assert served.request.body == b'{"ItsTag":{"storyPoints":1}}'


AMOUNTS = [
    "0.5",
    "0.1234567890123456789",
    "12345678901234567.89",
    "0.0000001",
    "9007199254740993",
    "1.10",
    "100000000000000000000000",
    "-1.50",
]


@pytest.mark.parametrize("amount", AMOUNTS)
def test_an_amount_keeps_its_digits(amount: str):
    class Price(Resource, uri="/prices/{key}", body="json"):
        key: str

        class Create(Params):
            exact: Decimal = UNSET
            number: float = UNSET
            nested: dict[str, float] = UNSET
            in_query: float = param(location="query", default=UNSET)
            in_header: Decimal = param(location="header", default=UNSET)

    served = Served(json_response({"key": "P1"}))
    exact = Decimal(amount)
    served.mount(Price).create(
        exact=exact, number=exact, nested={"a": exact}, in_query=exact, in_header=exact
    )
    request = served.request
    assert request.body == (
        f'{{"exact":"{amount}","number":{amount},"nested":{{"a":{amount}}}}}'.encode()
    )
    assert request.url.endswith(f"?in_query={amount}")
    assert request.headers["In-Header"] == amount


def test_a_small_float_has_no_exponent_outside_of_json():
    class Price(Resource, uri="/prices/{key}", body="form"):
        key: str

        class Create(Params):
            number: float

    served = Served(json_response({"key": "P1"}))
    served.mount(Price).create(number=1e-7)
    assert served.request.body == b"number=0.0000001"


def test_a_moment_in_a_model_is_sent_as_in_a_parameter():
    class Slot(Model):
        starts: datetime

    class Visit(Resource, uri="/visits/{key}", body="json"):
        key: str

        class Create(Params):
            slot: Slot

    served = Served(json_response({"key": "V1"}))
    served.mount(Visit).create(slot=Slot(starts=datetime(2026, 11, 28, 10, tzinfo=UTC)))
    assert served.request.body == b'{"slot":{"starts":"2026-11-28T10:00:00Z"}}'
