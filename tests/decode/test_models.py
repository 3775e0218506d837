"""Models: nested objects of a response, with exact types, drift kept where it is."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Literal, TypedDict

import attrs
import pytest

from restmap import (
    UNSET,
    DeclarationError,
    Model,
    ParameterError,
    Params,
    Resource,
    ResponseError,
    action,
    camel_case,
    evolve,
    field,
)
from tests.support import Served, json_response

State = Literal["open", "closed"]


class Label(Model):
    name: str
    weight: int = 1


class Estimate(Model):
    hours: float
    due_at: datetime | None = None
    state: State = "open"
    labels: list[Label] = field(factory=list)


class Comment(Model):
    text: str
    replies: list[Comment] = field(factory=list)
    author: Author | None = None  # defined below


class Author(Model):
    full_name: str
    wrote: list[Comment] = field(factory=list)


class Issue(Resource, uri="/issues/{key}", field_names=camel_case):
    key: str
    estimate: Estimate
    by_team: dict[str, Estimate]
    thread: list[Comment]

    class Fetch(Params): ...


def fetched(body: dict[str, Any], resource: type[Resource] = Issue, **settings: Any) -> Any:
    served = Served(json_response(body), **{"drift": "error", **settings})
    return served.mount(resource)("I1").fetch()


FIT: dict[str, Any] = {
    "key": "I1",
    "estimate": {"hours": 2, "dueAt": "2026-11-28T10:00:00Z", "labels": [{"name": "a"}]},
    "byTeam": {"core": {"hours": "1.5", "dueAt": None}},
    "thread": [{"text": "x", "author": {"fullName": "Ada"}, "replies": [{"text": "y"}]}],
}


def test_the_names_follow_the_rule_of_the_resource_at_every_depth():
    issue = fetched(FIT)
    moment = datetime(2026, 11, 28, 10, tzinfo=UTC)
    assert issue.estimate == Estimate(hours=2.0, due_at=moment, labels=[Label(name="a")])
    assert issue.by_team == {"core": Estimate(hours=1.5)}
    assert issue.thread == [
        Comment(text="x", author=Author(full_name="Ada"), replies=[Comment(text="y")])
    ]


def test_a_value_is_read_once():
    issue = fetched(FIT)
    assert issue.estimate is issue.estimate
    assert issue.thread is issue.thread
    assert issue.to_dict()["estimate"] is issue.estimate


def test_a_record_that_was_read_is_what_it_was():
    issue, other = fetched(FIT), fetched(FIT)
    assert issue.estimate.hours == 2.0
    assert issue == other
    assert issue.to_json() == other.to_json()
    assert pickle.loads(pickle.dumps(issue)).estimate == issue.estimate
    assert copy.deepcopy(issue).estimate == issue.estimate


DRIFT: dict[str, tuple[dict[str, Any], Any, str]] = {
    "member of an enumeration": (
        {"hours": 2, "state": "paused"},
        Estimate(hours=2.0, state="paused"),  # type: ignore[arg-type]
        "the field 'estimate.state' has the value 'paused': expected one of 'open', 'closed'.",
    ),
    "number": (
        {"hours": "much"},
        Estimate(hours="much"),  # type: ignore[arg-type]
        "the field 'estimate.hours' has the value 'much': expected a number.",
    ),
    "null": (
        {"hours": None},
        Estimate(hours=None),  # type: ignore[arg-type]
        "the field 'estimate.hours' has the value None: expected a number.",
    ),
    "member of an item": (
        {"hours": 2, "labels": [{"name": "a"}, {"name": "b", "weight": {}}]},
        Estimate(hours=2.0, labels=[Label(name="a"), Label(name="b", weight={})]),  # type: ignore[arg-type]
        "the field 'estimate.labels[].weight' has the value {}: expected int.",
    ),
    "item": (
        {"hours": 2, "labels": [{"name": "a"}, 5]},
        Estimate(hours=2.0, labels=[Label(name="a"), 5]),  # type: ignore[list-item]
        "the field 'estimate.labels[]' has the value 5: expected an object.",
    ),
    "list": (
        {"hours": 2, "labels": "none"},
        Estimate(hours=2.0, labels="none"),  # type: ignore[arg-type]
        "the field 'estimate.labels' has the value 'none': expected a list.",
    ),
    "object": ([1], [1], "the field 'estimate' has the value [1]: expected an object."),
}


@pytest.mark.parametrize("case", DRIFT)
def test_drift_stays_where_it_is(case: str):
    received, kept, problem = DRIFT[case]
    assert fetched(FIT | {"estimate": received}, drift="ignore").estimate == kept
    with pytest.raises(ResponseError) as caught:
        fetched(FIT | {"estimate": received})
    assert str(caught.value).splitlines()[0] == problem


def test_one_item_of_a_thousand_changes_nothing_else():
    thread = [{"text": f"t{number}"} for number in range(1000)]
    thread[500]["text"] = 5  # type: ignore[assignment]
    read = fetched(FIT | {"thread": thread}, drift="ignore").thread
    assert [type(each) for each in read] == [Comment] * 1000
    assert [each.text for each in read if not isinstance(each.text, str)] == [5]


def test_a_key_that_is_not_declared_is_kept():
    received = {"hours": 2, "newKey": {"a": 1}, "labels": [{"name": "a", "hue": "red"}]}
    estimate = fetched(FIT | {"estimate": received}, drift="ignore").estimate
    assert estimate.new_key == {"a": 1}
    assert estimate.labels[0].hue == "red"
    assert estimate == Estimate(hours=2.0, labels=[Label(name="a")])
    for other in (
        copy.copy(estimate),
        copy.deepcopy(estimate),
        pickle.loads(pickle.dumps(estimate)),
    ):
        assert (other, other.new_key) == (estimate, {"a": 1})
    with pytest.raises(ResponseError) as caught:
        fetched(FIT | {"estimate": received})
    assert str(caught.value).splitlines()[0] == "the field 'estimate.newKey' is not declared."


def test_a_member_that_the_response_lacks():
    estimate = fetched(FIT | {"estimate": {"labels": [{"weight": 2}]}}, drift="ignore").estimate
    with pytest.raises(AttributeError) as caught:
        estimate.hours  # noqa: B018
    assert str(caught.value) == (
        "the member 'hours' of this Estimate is missing: the API's response did not have it."
    )
    assert (estimate.due_at, estimate.state, estimate.labels[0].weight) == (None, "open", 2)
    assert repr(estimate) == "Estimate(due_at=None, state='open', labels=[Label(weight=2)])"
    assert estimate == pickle.loads(pickle.dumps(estimate))
    assert estimate != Estimate(hours=1)
    with pytest.raises(ResponseError) as refused:
        fetched(FIT | {"estimate": {}})
    assert str(refused.value).splitlines()[0] == "the field 'estimate.hours' is missing."


def test_a_member_without_a_default_that_may_be_none():
    class Seat(Model):
        row: int
        note: str | None

    class Ticket(Resource, uri="/tickets/{key}"):
        key: str
        seat: Seat

        class Fetch(Params): ...

    assert fetched({"key": "I1", "seat": {"row": 1}}, Ticket).seat == Seat(row=1, note=None)


def test_an_attribute_that_does_not_exist():
    with pytest.raises(AttributeError) as caught:
        Label(name="a").weigth  # type: ignore[attr-defined]  # noqa: B018
    assert str(caught.value) == (
        "Label has no member 'weigth'. Members: name, weight. Did you mean 'weight'?"
    )


def test_a_model_is_a_frozen_attrs_class():
    label = Label(name="a")
    assert attrs.asdict(Estimate(hours=1, labels=[label]))["labels"] == [{"name": "a", "weight": 1}]
    assert evolve(label, weight=2) == attrs.evolve(label, weight=2) == Label(name="a", weight=2)
    with pytest.raises(ParameterError) as caught:
        evolve(label, wieght=2)
    assert str(caught.value) == (
        "'wieght' is not a member of Label.\n"
        "  Members: name, weight. Did you mean 'weight'?\n  in evolve"
    )
    assert {label, Label(name="a")} == {label}
    assert label != Author(full_name="a")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        label.name = "b"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Label("a")  # type: ignore[misc]
    with pytest.raises(TypeError, match="nam"):
        Label(nam="a")  # type: ignore[call-arg]


def test_empty_defaults_are_not_shared():
    class Bag(Model):
        tags: list[str] = []  # noqa: RUF012
        notes: dict[str, str] = {}  # noqa: RUF012

    assert (Bag().tags, Bag().notes) == ([], {})
    assert Bag().tags is not Bag().tags


def test_a_model_inherits_members_and_may_have_methods():
    class Timed(Estimate):
        minutes: int = 0

        @property
        def total(self) -> float:
            return self.hours * 60 + self.minutes

    assert Timed(hours=2, minutes=5).total == 125
    assert repr(Timed(hours=2.0)) == (
        "Timed(hours=2.0, due_at=None, state='open', labels=[], minutes=0)"
    )


def test_names_that_the_libraries_use_are_names_of_members():
    class Odd(Model):
        cl: int
        converter: str
        items: list[int]
        self_: str = field(name="self")

    class Thing(Resource, uri="/things/{key}"):
        key: str
        odd: Odd

        class Fetch(Params): ...

    body = {"key": "I1", "odd": {"cl": "5", "converter": "c", "items": [1], "self": "s", "x": 1}}
    odd = fetched(body, Thing, drift="ignore").odd
    assert odd == Odd(cl=5, converter="c", items=[1], self_="s")
    assert odd.x == 1


# -- unions ---------------------------------------------------------------------------------


class Card(Model):
    type: Literal["card", "debit"]
    number: str


class Bank(Model):
    type: Literal["bank"]
    iban: str = ""


class Named(Model):
    name: str = ""


class Sized(Model):
    name: str = ""
    size: int = 0


class Payment(Resource, uri="/payments/{key}"):
    key: str
    source: Card | Bank = field(tagged_by="type")
    part: Named | Sized | None
    mixed: Named | str | list[int]

    class Fetch(Params): ...


@pytest.mark.parametrize(
    ("name", "received", "value"),
    [
        ("source", {"type": "bank", "iban": "D"}, Bank(type="bank", iban="D")),
        ("source", {"type": "debit", "number": "4"}, Card(type="debit", number="4")),
        ("part", {"name": "a"}, Named(name="a")),
        ("part", {"name": "a", "size": "5"}, Sized(name="a", size=5)),
        ("part", None, None),
        ("mixed", {"name": "a"}, Named(name="a")),
        ("mixed", "a", "a"),
        ("mixed", [1], [1]),
    ],
)
def test_a_union_is_read_by_its_tag_or_without_loss(name: str, received: Any, value: Any):
    body = {"key": "I1", "source": {"type": "bank"}, "part": None, "mixed": "x"}
    assert getattr(fetched(body | {name: received}, Payment), name) == value


@pytest.mark.parametrize(
    ("name", "received", "kept"),
    [
        ("source", {"type": "cash"}, {"type": "cash"}),
        ("source", {"type": ["bank"]}, {"type": ["bank"]}),
        ("source", {"type": "card", "number": 4}, Card(type="card", number=4)),  # type: ignore[arg-type]
        ("part", {"name": "a", "hue": 1}, Named(name="a")),
        ("mixed", {"name": 5}, Named(name=5)),  # type: ignore[arg-type]
        ("mixed", 5, 5),
    ],
)
def test_drift_in_a_union_stays_where_it_is(name: str, received: Any, kept: Any):
    body = {"key": "I1", "source": {"type": "bank"}, "part": None, "mixed": "x", name: received}
    assert getattr(fetched(body, Payment, drift="ignore"), name) == kept
    with pytest.raises(ResponseError):
        fetched(body, Payment)


# -- other classes --------------------------------------------------------------------------


@attrs.frozen
class Point:
    x_axis: int
    y_axis: int = 0


@dataclasses.dataclass
class Box:
    inner_width: Decimal
    corners: list[Point] = dataclasses.field(default_factory=list)


class Size(TypedDict):
    width: int


class Thing(Resource, uri="/things/{key}", field_names=camel_case):
    key: str
    point: Point
    box: Box
    size: Size

    class Fetch(Params): ...

    class Weigh(Params, uri="/weight"): ...

    weigh = action(Weigh, returns=Box)


def test_classes_of_other_libraries():
    body = {
        "key": "I1",
        "point": {"xAxis": 1},
        "box": {"innerWidth": "1.50", "corners": [{"xAxis": 1, "yAxis": "2"}]},
        "size": {"width": 5},
    }
    thing = fetched(body, Thing)
    assert thing.point == Point(1)
    assert thing.box == Box(Decimal("1.50"), [Point(1, 2)])
    assert thing.size == {"width": 5}
    kept = fetched(
        body | {"point": {"yAxis": 1}, "box": {"innerWidth": "x"}}, Thing, drift="ignore"
    )
    assert kept.point == {"yAxis": 1}
    assert kept.box == Box("x")  # type: ignore[arg-type]


def test_an_action_returns_a_model_by_the_same_names():
    served = Served(json_response({"innerWidth": 12345678901234567.5, "corners": []}))
    assert served.mount(Thing)("I1").weigh() == Box(Decimal("1.2345678901234568E+16"))


def test_a_decimal_has_the_digits_that_were_received():
    text = b'{"innerWidth": 12345678901234567.89, "corners": [{"xAxis": 5.0}]}'
    response = attrs.evolve(json_response({}), body=text)
    box = Served(response).mount(Thing)("I1").weigh()
    assert box == Box(Decimal("12345678901234567.89"), [Point(5)])


# -- mistakes -------------------------------------------------------------------------------


def test_mistakes_are_found_when_the_class_is_written():
    with pytest.raises(DeclarationError) as caught:

        class A(Model):
            tags: list[str] = ["a"]  # noqa: RUF012

    assert str(caught.value).startswith(
        "the default of member 'tags' can be changed: ['a'].\n"
        "  Write a function that makes it: `field(factory=lambda: …)`.\n  in A.tags ("
    )
    with pytest.raises(DeclarationError, match=r"^the member 'name' has no annotation\.\n"):

        class B(Model):
            name = field(name="x")

    with pytest.raises(DeclarationError, match="no reader is known for the type of member 'n'"):

        class C(Model):
            n: complex

    with pytest.raises(DeclarationError, match="the name '_n' begins with an underscore"):

        class D(Model):
            _n: int


def test_a_name_that_is_never_defined_is_found_when_the_model_is_first_used():
    class Lost(Model):
        other: Missing | None = None  # type: ignore[name-defined]  # noqa: F821

    class Holder(Resource, uri="/holders/{key}"):
        key: str
        lost: Lost

        class Fetch(Params): ...

    with pytest.raises(DeclarationError) as caught:
        fetched({"key": "I1", "lost": {}}, Holder, drift="ignore").lost  # noqa: B018
    assert str(caught.value).startswith(
        "the annotation 'Missing | None' cannot be read: 'Missing' is not defined.\n"
        "  Import or define it above the class, outside `if TYPE_CHECKING`."
    )


def test_unset_may_be_the_default_of_a_member():
    class Patch(Model):
        title: str = UNSET
        note: str | None = UNSET

    assert repr(Patch(title="a")) == "Patch(title='a')"
    assert not Patch().title
    assert pickle.loads(pickle.dumps(Label(name="a"))) == Label(name="a")
