"""Verbs exist exactly where the nested class of their name does, and look like methods."""

from __future__ import annotations

import inspect
import pydoc
from itertools import combinations

import pytest

from resources.twilio.pages import MetaPage
from restmap import UNSET, Paging, ParameterError, Params, Resource, collection
from tests.support import V1, Served, meta_page

VERBS_OF_COLLECTION = {
    "Create": ["create", "create_async"],
    "List": ["list", "list_async", "page", "page_async", "stream"],
}
VERBS_OF_ITEM = {
    "Fetch": ["fetch", "fetch_async"],
    "Update": ["update", "update_async"],
    "Delete": ["delete", "delete_async"],
}
BASES = {"List": Paging}

EVERY_CHOICE = [
    chosen
    for size in range(6)
    for chosen in combinations(["Create", "List", "Fetch", "Update", "Delete"], size)
]


def queue_with(*nested: str) -> type[Resource]:
    class Base(Resource, page=MetaPage): ...

    bodies = "\n".join(
        f"    class {each}({BASES.get(each, Params).__name__}): ..." for each in nested
    )
    source = f"class Queue(Base, uri='/Queues/{{sid}}'):\n    sid: str\n{bodies}\n"
    names = {"Base": Base, "Params": Params, "Paging": Paging, "__name__": __name__}
    exec(source, names)
    return names["Queue"]


@pytest.mark.parametrize("nested", EVERY_CHOICE, ids="-".join)
def test_a_verb_exists_exactly_where_its_nested_class_does(nested):
    queues = Served().mount(queue_with(*nested))
    for each, verbs in VERBS_OF_COLLECTION.items():
        for verb in verbs:
            assert hasattr(queues, verb) is (each in nested), verb
    for each, verbs in VERBS_OF_ITEM.items():
        for verb in verbs:
            assert hasattr(queues("QU1"), verb) is (each in nested), verb


@pytest.mark.parametrize(
    ("of_item", "verb", "nested"),
    [
        (False, "create", "Create"),
        (False, "list_async", "List"),
        (False, "page", "List"),
        (False, "stream", "List"),
        (True, "fetch", "Fetch"),
        (True, "update_async", "Update"),
        (True, "delete", "Delete"),
    ],
)
def test_an_undeclared_verb_says_what_it_lacks(of_item, verb, nested):
    queues = Served().mount(queue_with())
    with pytest.raises(AttributeError) as caught:
        getattr(queues("QU1") if of_item else queues, verb)
    assert str(caught.value) == (
        f"Queue has no verb {verb!r}: its declaration has no nested class {nested}."
    )


def test_a_verb_of_the_other_says_so():
    queues = Served().mount(queue_with("Create", "Fetch"))
    with pytest.raises(AttributeError) as caught:
        queues("QU1").create  # noqa: B018
    assert str(caught.value) == (
        "'create' is a verb of the collection of Queue, not of one of its items."
    )
    with pytest.raises(AttributeError) as caught:
        queues.fetch_async  # noqa: B018
    assert str(caught.value) == (
        "'fetch_async' is a verb of one Queue: give its key, as in `collection(key).fetch_async()`."
    )


def test_a_misspelt_verb_says_what_there_is():
    queues = Served().mount(queue_with("Create", "List"))
    with pytest.raises(AttributeError) as caught:
        queues.creat  # noqa: B018
    assert str(caught.value) == (
        "the collection of Queue has no attribute 'creat'. Attributes: create, create_async, "
        "describe, get_page, get_page_async, list, list_async, page, page_async, stream. "
        "Did you mean 'create'?"
    )


def test_a_collection_that_is_not_listed_is_not_walked():
    queues = Served().mount(queue_with("Create"))
    with pytest.raises(TypeError, match="not iterable"):
        iter(queues)


class Ticket(Resource, uri="/Tickets/{sid}", page=MetaPage):
    sid: str

    class Create(Params):
        """Opens a ticket."""

        subject: str
        urgent: bool = UNSET
        body: str | None = None
        tries: int = 3

    class List(Paging):
        state: str = UNSET

    class Fetch(Params): ...


def test_a_verb_has_the_signature_of_its_nested_class():
    signature = inspect.signature(Served().mount(Ticket).create)
    shown = [
        (each.name, each.kind, each.annotation, each.default)
        for each in signature.parameters.values()
    ]
    named = inspect.Parameter.KEYWORD_ONLY
    assert shown == [
        ("subject", named, str, inspect.Parameter.empty),
        ("urgent", named, bool, UNSET),
        ("body", named, str | None, None),
        ("tries", named, int, 3),
    ]


def test_a_list_has_the_arguments_of_paging():
    names = [*inspect.signature(Served().mount(Ticket).stream).parameters]
    assert {"limit", "page_size", "page_token", "page_number"} < set(names)
    assert names[-1] == "state"


def test_a_verb_has_name_docstring_and_repr():
    tickets = Served().mount(Ticket)
    assert tickets.create.__name__ == "create"
    assert tickets.create.__qualname__ == "Ticket.create"
    assert tickets.create.__doc__ == (
        "Opens a ticket.\n\nPOST /Tickets -> Ticket\n\n"
        "Parameters:\n    subject: str\n    urgent: bool = UNSET\n"
        "    body: str | None = None\n    tries: int = 3"
    )
    assert tickets("TI1").fetch.__doc__ == "GET /Tickets/{sid} -> Ticket"
    assert tickets.list_async.__name__ == "list_async"
    assert repr(tickets("TI1").fetch) == "<verb Ticket.fetch(): GET /Tickets/{sid}>"
    shown = pydoc.plain(pydoc.render_doc(tickets.create))  # as `help(tickets.create)` does
    assert "    Opens a ticket.\n" in shown
    assert "        body: str | None = None\n" in shown
    with pytest.raises(AttributeError, match=r"^a verb has no attribute 'nothing'$"):
        tickets.create.nothing  # noqa: B018


def test_a_verb_of_the_class_is_its_descriptor():
    assert Ticket.fetch is Ticket.fetch
    assert type(Ticket.fetch).__name__ == "FetchVerb"


@pytest.mark.parametrize(
    ("verb", "arguments", "remedy"),
    [
        ("create", ("Broken",), "Write create(subject=…).\n  in Ticket.Create"),
        ("list", (20,), "Write list(limit=…).\n  in Ticket.List"),
        ("stream", (20,), "Write stream(limit=…).\n  in Ticket.List"),
    ],
)
def test_a_verb_takes_its_parameters_by_name(verb, arguments, remedy):
    served = Served()
    with pytest.raises(ParameterError) as caught:
        getattr(served.mount(Ticket), verb)(*arguments)
    assert str(caught.value) == (
        f"{verb}() takes keyword arguments only, not {arguments[0]!r} by position.\n  {remedy}"
    )
    assert served.requests == []


def test_a_list_without_filters_takes_its_limit_by_position():
    class Note(Resource, uri="/Notes/{sid}", page=MetaPage):
        sid: str

        class List(Paging): ...

    page = meta_page([{"sid": "N1"}, {"sid": "N2"}])
    notes = Served(page, page).mount(Note)
    assert [each.sid for each in notes.list(1)] == ["N1"]
    assert [each.sid for each in notes.stream(1)] == ["N1"]
    for wrong in (lambda: notes.page(1), lambda: notes.list(1, 2), lambda: notes.list("1")):
        with pytest.raises(ParameterError):
            wrong()


def test_a_verb_without_parameters_takes_none():
    with pytest.raises(ParameterError, match=r"^fetch\(\) takes keyword arguments only, not 5 by"):
        Served().mount(Ticket)("TI1").fetch(5)


def test_collections_and_handles_show_their_place():
    class Note(Resource, uri="/Tickets/{ticket_sid}/Notes/{sid}"):
        sid: str
        ticket_sid: str

    class Sheet(Resource, uri="/Tickets/{sid}"):
        sid: str
        notes = collection(Note)

    served = Served()
    sheets = collection(Sheet).under(served.client.desk.v1)
    assert str(sheets) == "<Vendor.Desk.V1.SheetList>"
    assert repr(sheets) == "<Vendor.Desk.V1.SheetList>"
    assert repr(sheets("TI1").notes) == "<Vendor.Desk.V1.NoteList ticket_sid='TI1'>"
    assert repr(sheets("TI1").notes(5)) == "<Note ticket_sid='TI1' sid=5 (not fetched)>"
    assert repr(served.client.desk.v1) == "<Vendor.Desk.V1>"
    assert isinstance(served.client.desk.v1, V1)
    assert served.client.desk.v1 is served.client.desk.v1


@pytest.mark.parametrize(
    ("positional", "named", "message"),
    [
        ((), {}, "the key of a Ticket is missing.\n  Give sid."),
        (("a", "b"), {}, "the key of a Ticket cannot be 'a', 'b'.\n  Give sid."),
        (("a",), {"sid": "b"}, "the key of a Ticket cannot be 'a', sid='b'.\n  Give sid."),
        ((), {"sidd": "b"}, "the key of a Ticket cannot be sidd='b'.\n  Give sid."),
    ],
)
def test_a_wrong_number_of_keys_is_refused(positional, named, message):
    with pytest.raises(ParameterError) as caught:
        Served().mount(Ticket)(*positional, **named)
    assert str(caught.value) == f"{message}\n  in Ticket.Key"


def test_keys_are_refused_where_there_is_one_item_only():
    class Settings(Resource, uri="/Settings"):
        loud: bool

    with pytest.raises(ParameterError, match=r"^a Settings has no key, found 5\.\n  Write \(\)"):
        Served().mount(Settings)(5)
