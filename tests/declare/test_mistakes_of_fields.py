"""Mistakes in a resource's fields and nested classes: found as the class is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from resources.twilio.pages import MetaPage
from restmap import Paging, Params, Resource, as_written, field
from tests.support import Served, fields_of

from .mistakes import Mistakes, check_mistake

if TYPE_CHECKING:
    from datetime import datetime

mistakes = Mistakes()

NESTED_CLASSES = "Nested classes: Create, Delete, Fetch, Key, List, Update."


# -- fields ---------------------------------------------------------------------------------


@mistakes.raises(
    "Queue.sid",
    "the annotation 'strr' cannot be read: 'strr' is not defined.",
    "Import or define it above the class, outside `if TYPE_CHECKING`. Did you mean 'str'?",
)
def annotation_with_a_misspelt_name():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: strr  # noqa: F821  # HERE


@mistakes.raises(
    "Queue._links",
    "the name '_links' begins with an underscore, so it would not be a field or a parameter.",
    "Write `links: … = field(name='_links')`, or `param(name='_links')`.",
)
def field_with_an_underscore():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        _links: dict[str, Any]  # HERE


@mistakes.raises(
    "Queue.made",
    "the annotation 'datetime | None' cannot be read: 'datetime' is not defined.",
    "Import or define it above the class, outside `if TYPE_CHECKING`.",
)
def annotation_known_to_checkers_only():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        made: datetime | None  # HERE


@mistakes.raises(
    "Queue.size",
    "the annotation '1 +' cannot be read: invalid syntax (<annotation>, line 1).",
    "Write a type, such as `str` or `datetime | None`.",
)
def annotation_that_is_not_python():
    class Queue(Resource, uri="/Queues/{sid}"):  # HERE
        sid: str
        __annotations__["size"] = "1 +"


@mistakes.raises(
    "Queue.size",
    "the annotation '5' is not a type.",
    "Write a type, such as `str` or `datetime | None`.",
)
def annotation_that_is_not_a_type():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        size: 5  # HERE


@mistakes.raises(
    "Queue.size",
    "the annotation 'list.nothing' cannot be read: type object 'list' has no attribute 'nothing'.",
    "Write a type, such as `str` or `datetime | None`.",
)
def annotation_that_fails():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        size: list.nothing  # HERE


@mistakes.raises(
    "Queue.size",
    f"no reader is known for the type of field 'size': {complex!r}.",
    "Give one: `field(reader=a_function)`, from the wire value to the Python value.",
)
def field_of_a_type_that_nothing_reads():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        size: complex  # HERE


@mistakes.raises(
    "Queue.size",
    f"no reader is known for the type of field 'size': {list[complex]!r}.",
    "Give one: `field(reader=a_function)`, from the wire value to the Python value.",
)
def field_of_items_that_nothing_reads():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        size: list[complex]  # HERE


@mistakes.raises(
    "Queue.size",
    "the reader of field 'size' is not callable: 5.",
    "Give a function from the wire value to the Python value.",
)
def reader_that_is_not_a_function():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        size: complex = field(reader=5)  # HERE


@mistakes.raises(
    "Queue.size",
    "the field 'size' has a value in the class: 5.",
    "A field's value comes from the API: write its type alone, or `field(…)`.",
)
def field_with_a_value():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        size: int = 5  # HERE


@mistakes.raises(
    "Queue.size",
    "the field 'size' has no annotation.",
    "Write its type: `size: str = field(…)`.",
)
def field_without_annotation():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        size = field(name="Size")  # HERE


@mistakes.raises(
    "Queue.fetch",
    "a field named 'fetch' would hide the attribute 'fetch' of every record.",
    "Name it fetch_; its wire name is 'fetch' all the same.",
)
def field_named_like_a_verb():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        fetch: str  # HERE


@mistakes.raises(
    "Queue.to_json",
    "a field named 'to_json' would hide the attribute 'to_json' of every record.",
    "Name it to_json_; its wire name is 'to_json' all the same.",
)
def field_named_like_a_method():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        to_json: str  # HERE


@mistakes.raises(
    "Queue.title",
    "the fields 'name' and 'title' have the same wire name 'name'.",
    "Give one of them a wire name of its own: `field(name=…)`.",
)
def two_fields_with_one_wire_name():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str
        name: str
        title: str = field(name="name")  # HERE


@mistakes.raises(
    "Queue.sender",
    "the fields 'from_' and 'sender' have the same wire name 'from'.",
    "Give one of them a wire name of its own: `field(name=…)`.",
)
def two_fields_with_one_wire_name_over_two_classes():
    class Base(Resource):
        from_: str

    class Queue(Base, uri="/Queues/{sid}"):
        sid: str
        sender: str = field(name="from")  # HERE


# -- nested classes -------------------------------------------------------------------------


@mistakes.raises(
    "Queue.Creat",
    "the nested class 'Creat' does not have the name of a verb.",
    f"{NESTED_CLASSES} Did you mean 'Create'? For an operation of your own, write "
    "`creat = action(Creat)`.",
)
def misspelt_verb():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Creat(Params): ...  # HERE


@mistakes.raises(
    "Queue.EmptyNow",
    "the nested class 'EmptyNow' does not have the name of a verb.",
    f"{NESTED_CLASSES} For an operation of your own, write `empty_now = action(EmptyNow)`.",
)
def nested_class_without_a_verb():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class EmptyNow(Params): ...  # HERE


@mistakes.raises(
    "Queue.Update",
    "the nested class 'Update' does not derive from Params.",
    "Write `class Update(Params)`.",
)
def verb_without_params():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Update:  # HERE
            size: int


@mistakes.raises(
    "Queue.Lists",
    "the nested class 'Lists' does not derive from Params.",
    "Write `class List(Paging)`.",
)
def misspelt_verb_without_params():
    class Queue(Resource, uri="/Queues/{sid}", page=MetaPage):
        sid: str

        class Lists: ...  # HERE


@mistakes.raises(
    "Queue.Key",
    "the nested class 'Key' does not derive from Params.",
    "Write `class Key(Resource.Key)`.",
)
def key_without_params():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Key:  # HERE
            sid: str


@mistakes.raises(
    "Queue.List",
    "the nested class 'List' does not derive from Paging.",
    "Write `class List(Paging)`: Paging declares limit and page_size.",
)
def list_without_paging():
    class Queue(Resource, uri="/Queues/{sid}", page=MetaPage):
        sid: str

        class List(Params): ...  # HERE


@pytest.mark.parametrize(("declare", "owner", "found", "remedy"), mistakes.cases)
def test_a_mistake_is_found_when_the_class_is_written(declare, owner, found, remedy):
    check_mistake(declare, owner, found, remedy)


def test_declarations_that_look_like_mistakes_are_accepted():
    class Queue(Resource, uri="/Queues/{sid}", page=MetaPage(), field_names=as_written):
        sid: str
        _private: Any = 5
        list: str
        create: int
        from_: str

        class Helper: ...

        class List(Paging): ...

        LIMIT = 5

    assert set(fields_of(Queue)) == {"sid", "list", "create", "from_"}
    assert hasattr(Served().mount(Queue), "list")
    assert Queue._private == 5
    assert Queue.LIMIT == 5


def test_a_decorated_class_statement_of_several_lines_has_the_line_of_its_member():
    def decorated(cls: type) -> type:
        return cls

    def declare():
        @decorated
        class Queue(
            Resource,
            uri="/Queues/{sid}",
        ):
            sid: str
            size: complex  # HERE

    check_mistake(
        declare,
        "Queue.size",
        f"no reader is known for the type of field 'size': {complex!r}.",
        "Give one: `field(reader=a_function)`, from the wire value to the Python value.",
    )
