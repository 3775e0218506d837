"""What an annotation may be, and which names it may use."""

from __future__ import annotations

import typing
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, ClassVar, Literal, NewType, Optional, Union

import attrs
import pytest

from restmap import UNSET, Params, Resource, pascal_case
from tests.support import Served, fields_of, form, json_response, parameters_of

Colour = Literal["red", "green"]
Sid = NewType("Sid", str)
ShortSid = NewType("ShortSid", Sid)


class Size(Enum):
    SMALL = 1


@attrs.frozen
class Point:
    x: int
    y: int | None = None


def kinds_of(resource: type[Resource]) -> dict[str, Any]:
    return {name: each.kind for name, each in fields_of(resource).items()}


def test_an_annotation_is_the_type_it_stands_for():
    class Queue(Resource):
        colour: Colour
        made: datetime | None
        old: Optional[datetime]  # noqa: UP045
        older: Union[int, str]  # noqa: UP007
        sid: Sid
        tagged: Annotated[int, "seconds"]
        names: list[str]
        links: dict[str, Any]
        anything: Any
        module: typing.List[int]  # noqa: UP006

    assert kinds_of(Queue) == {
        "colour": Literal["red", "green"],
        "made": datetime | None,
        "old": Optional[datetime],  # noqa: UP045
        "older": Union[int, str],  # noqa: UP007
        "sid": Sid,
        "tagged": Annotated[int, "seconds"],
        "names": list[str],
        "links": dict[str, Any],
        "anything": Any,
        "module": typing.List[int],  # noqa: UP006
    }


def test_an_annotation_sees_the_names_of_the_function_around():
    Local = Literal["a", "b"]

    class Item(Enum):
        ONE = "one"

    class Queue(Resource):
        local: Local
        items: list[Item]

        class Create(Params):
            local: Local = UNSET
            items: list[Item] = UNSET

    assert kinds_of(Queue) == {"local": Literal["a", "b"], "items": list[Item]}


def test_an_annotation_sees_the_names_of_the_class_body_and_of_those_around():
    class Outer:
        Local = Literal["outer"]

        class Queue(Resource):
            Near = Literal["near"]
            local: Local  # noqa: F821
            near: Near

            class Create(Params):
                near: Near = UNSET  # noqa: F821
                local: Local = UNSET  # noqa: F821

    assert kinds_of(Outer.Queue) == {"local": Literal["outer"], "near": Literal["near"]}


def test_a_field_may_be_named_like_the_type_of_the_next():
    class Queue(Resource):
        date: date | None
        until: date | None
        str: str
        int: str

    assert kinds_of(Queue) == {
        "date": date | None,
        "until": date | None,
        "str": str,
        "int": str,
    }


def test_class_variables_and_underscored_names_are_no_members():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        limit: ClassVar[int] = 5
        _hidden: no_such_name = 5  # noqa: F821

        class Create(Params):
            size: int = UNSET
            limit: ClassVar[int] = 5

    assert set(fields_of(Queue)) == {"sid"}
    assert Queue.limit == 5
    assert [*parameters_of(Served().mount(Queue).create)] == ["size"]


class Everything(Resource, uri="/Everything/{sid}", body="form", parameter_names=pascal_case):
    sid: Sid

    class Create(Params):
        sid: Sid | None = UNSET
        short_sid: ShortSid = UNSET
        tagged: Annotated[int, "seconds"] | None = UNSET
        tagged_optional: Annotated[int | None, "seconds"] = UNSET
        colours: list[Colour] = UNSET
        size: Size = UNSET
        amount: Decimal | int = UNSET
        point: Point = UNSET
        pair: tuple[str, ...] = UNSET
        plain_list: list = UNSET
        nothing_said: object = UNSET


SENT = [
    ("sid", "A1", "A1"),
    ("short_sid", "A1", "A1"),
    ("tagged", 5, "5"),
    ("tagged_optional", 5, "5"),
    ("size", Size.SMALL, "1"),
    ("size", 2, "2"),
    ("amount", Decimal("1.50"), "1.50"),
    ("amount", 3, "3"),
    ("point", Point(1), '{"X":1,"Y":null}'),
    ("point", {"x": 5, "Y": 7}, '{"X":5,"Y":7}'),
    ("pair", ("a",), "a"),
    ("plain_list", [5], "5"),
    ("nothing_said", True, "true"),
    ("nothing_said", {"a": None}, '{"a":null}'),
]


@pytest.mark.parametrize(("name", "value", "text"), SENT)
def test_the_type_chooses_the_serializer(name, value, text):
    served = Served(json_response({"sid": "A1"}))
    served.mount(Everything).create(**{name: value})
    ((_, sent),) = form(served.request)
    assert sent == text


REFUSED = [
    ("sid", 5, "text"),
    ("short_sid", 5, "text"),
    ("tagged", "soon", "a whole number"),
    ("colours", ["red", 5], "a list in which each item is one of 'red', 'green'"),
    ("size", "small", "one of 1"),
    ("amount", "much", "a Decimal or a whole number"),
    ("point", 5, "Point, or a dict"),
    ("pair", 5, "a list in which each item is text"),
]


@pytest.mark.parametrize(("name", "value", "expects"), REFUSED)
def test_the_type_says_what_to_give(name, value, expects):
    served = Served()
    with pytest.raises(ValueError, match="cannot be") as caught:
        served.mount(Everything).create(**{name: value})
    assert str(caught.value).endswith(f"\n  Give {expects}.\n  in Everything.Create")
    assert served.requests == []
