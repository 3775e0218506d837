"""The same without `from __future__ import annotations`: the body holds types, not their text."""

from datetime import datetime
from typing import Annotated, ClassVar, Literal, NewType

import pytest

from resources.twilio.pages import MetaPage
from restmap import UNSET, DeclarationError, Paging, Params, Resource
from tests.support import Served, fields_of, parameters_of

Sid = NewType("Sid", str)


def test_an_annotation_is_the_type_it_stands_for():
    class Queue(Resource, uri="/Queues/{sid}", page=MetaPage):
        sid: Sid
        colour: Literal["red"] | None
        made: datetime | None
        tagged: Annotated[int, "seconds"]
        text: "str"
        limit: ClassVar[int] = 5

        class Create(Params):
            made: datetime = UNSET

        class List(Paging):
            text: "str | None" = UNSET

    assert {name: each.kind for name, each in fields_of(Queue).items()} == {
        "sid": Sid,
        "colour": Literal["red"] | None,
        "made": datetime | None,
        "tagged": Annotated[int, "seconds"],
        "text": str,
    }
    queues = Served().mount(Queue)
    assert parameters_of(queues.create)["made"].annotation is datetime
    assert parameters_of(queues.list)["text"].annotation == str | None


def test_a_value_is_not_a_type():
    with pytest.raises(DeclarationError, match=r"^the annotation 5 is not a type\.\n"):

        class Queue(Resource):
            size: 5
