"""Records and handles: fields by type, unknown and missing fields, and path values."""

from __future__ import annotations

import copy
import json
import pickle
import re
from datetime import UTC, datetime
from typing import Any

import pytest

from resources.twilio.pages import MetaPage
from restmap import (
    ConfigurationError,
    Paging,
    ParameterError,
    Params,
    Resource,
    collection,
    pascal_case,
)
from tests.support import ROOT, Served, form, json_response, meta_page


def fetched(resource: type[Resource], body: dict[str, Any], **settings: Any) -> Any:
    return Served(json_response(body), **settings).mount(resource)("T").fetch()


class Note(
    Resource,
    uri="/Tickets/{ticket_sid}/Notes/{sid}",
    body="form",
    parameter_names=pascal_case,
    page=MetaPage,
):
    sid: str
    ticket_sid: str
    text: str

    class Create(Params):
        text: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Update(Params):
        text: str

    class Delete(Params): ...


class Ticket(
    Resource, uri="/Tickets/{sid}", body="form", parameter_names=pascal_case, page=MetaPage
):
    sid: str
    subject: str
    opened: datetime | None
    list: str

    class Create(Params):
        subject: str

    class List(Paging): ...

    class Fetch(Params): ...

    notes = collection(Note)


TICKET = {"sid": "TI1", "subject": "a", "opened": "2026-11-24T10:00:00Z", "list": "l"}
NOTE = {"sid": "NO1", "ticket_sid": "TI1", "text": "t"}


def test_fields_of_a_record():
    ticket = fetched(Ticket, TICKET)
    assert type(ticket) is Ticket
    assert (ticket.sid, ticket.subject, ticket.list) == ("TI1", "a", "l")
    assert ticket.to_dict() == TICKET | {"opened": datetime(2026, 11, 24, 10, tzinfo=UTC)}
    assert json.loads(ticket.to_json()) == TICKET
    assert repr(ticket) == "Ticket(sid='TI1', subject='a', opened=2026-11-24T10:00:00Z, list='l')"
    assert ticket.response.status == 200
    assert repr(Ticket.opened) == "<field opened: datetime.datetime | None>"
    assert repr(Ticket.sid) == "<field sid: str>"


def test_a_field_is_not_set():
    ticket = fetched(Ticket, TICKET)
    with pytest.raises(AttributeError) as caught:
        ticket.subject = "b"
    assert str(caught.value) == (
        "the field 'subject' of a Ticket cannot be set: "
        "it is what the API sent. Call update() to change it there."
    )
    with pytest.raises(AttributeError):
        ticket.colour = "red"


MISSING = [
    (
        lambda tickets: tickets("TI1").subject,
        "the field 'subject' of this Ticket was not fetched. "
        "Call fetch() and read it from the record that it returns.",
    ),
    (
        lambda tickets: tickets("TI1").subjekt,
        "Ticket has no field 'subjekt'. Fields: list, opened, sid, subject. "
        "Did you mean 'subject'?",
    ),
    (
        lambda tickets: tickets("TI1").update,
        "Ticket has no verb 'update': its declaration has no nested class Update.",
    ),
    (
        lambda tickets: tickets("TI1").fetch().qqq,
        "Ticket has no field 'qqq'. Fields: list, opened, sid, subject.",
    ),
]


@pytest.mark.parametrize(("read", "message"), MISSING)
def test_what_is_not_there_says_why(read, message):
    with pytest.raises(AttributeError) as caught:
        read(Served(json_response(TICKET)).mount(Ticket))
    assert str(caught.value) == message


def test_the_path_values_are_there_before_and_after_fetching():
    served = Served(json_response({"text": "t", "sid": "NO1"}))
    handle = served.mount(Ticket)("TI/1").notes("NO1")
    assert (handle.sid, handle.ticket_sid) == ("NO1", "TI/1")
    note = handle.fetch()
    assert (note.sid, note.ticket_sid) == ("NO1", "TI/1")
    assert handle.to_dict() == {}
    assert handle.to_json() == "{}"
    assert handle.response is None


def test_created_and_listed_records_have_their_verbs_and_sub_collections():
    served = Served(
        json_response(TICKET, 201),
        json_response(NOTE, 201),
        meta_page([NOTE]),
        json_response(NOTE),
        json_response(status=204),
    )
    ticket = served.mount(Ticket).create(subject="a")
    created = ticket.notes.create(text="t")
    (listed,) = ticket.notes.list()
    assert listed.update(text="u").delete() is True
    assert created.ticket_sid == "TI1"
    assert (created.response.status, listed.response) == (201, None)
    assert [(each.method, each.url.removeprefix(ROOT)) for each in served.requests] == [
        ("POST", "/Tickets"),
        ("POST", "/Tickets/TI1/Notes"),
        ("GET", "/Tickets/TI1/Notes"),
        ("POST", "/Tickets/TI1/Notes/NO1"),
        ("DELETE", "/Tickets/TI1/Notes/NO1"),
    ]
    assert form(served.requests[3]) == [("Text", "u")]


def test_a_record_without_its_key_says_so_when_its_path_is_needed():
    served = Served(meta_page([{"text": "t"}]), meta_page([{"subject": "s"}]))
    (note,) = served.mount(Ticket)("TI1").notes.list()
    (ticket,) = served.mount(Ticket).list()
    uses = {
        "Note": [note.fetch, note.delete, lambda: note.update(text="u")],
        "Ticket": [lambda: ticket.notes, lambda: ticket.notes("NO1")],
    }
    for name, each in uses.items():
        for use in each:
            with pytest.raises(ParameterError) as caught:
                use()
            assert str(caught.value) == (
                f"the field 'sid' of this {name} is missing: the API's response did not have it.\n"
                "  The path of the record needs it. Reach the record by its key: collection(key).\n"
                f"  in {name}"
            )
    assert len(served.requests) == 2


def test_records_are_equal_by_class_path_and_fields():
    served = Served(
        meta_page([NOTE]),
        json_response(NOTE),
        json_response(NOTE | {"text": "u"}),
        json_response(NOTE),
    )
    notes = served.mount(Ticket)("TI1").notes
    (listed,) = notes.list()
    first, changed = notes("NO1").fetch(), notes("NO1").fetch()
    elsewhere = served.mount(Ticket)("TI2").notes("NO1").fetch()
    assert listed == first
    assert first != changed
    assert first != elsewhere
    assert first != NOTE
    assert notes("NO1") == notes("NO1")
    assert notes("NO1") != notes("NO2")
    assert {first, changed, listed} == {first, changed}
    assert len({first, elsewhere, notes("NO1"), notes("NO2")}) == 4


def test_a_record_without_its_key_cannot_be_in_a_set():
    served = Served(meta_page([{"text": "t"}]))
    (note,) = served.mount(Ticket)("TI1").notes.list()
    with pytest.raises(TypeError) as caught:
        {note}  # noqa: B018
    assert str(caught.value) == (
        "this Note cannot be in a set: its response has no 'sid', which is part of its path."
    )


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
def test_a_copy_is_equal_and_has_its_verbs(duplicate):
    served = Served(json_response(NOTE), json_response(NOTE | {"text": "u"}))
    note = served.mount(Ticket)("TI1").notes("NO1").fetch()
    copied = duplicate(note)
    assert copied == note
    assert copied is not note
    assert copied.update(text="u").text == "u"


def test_a_pickled_record_has_its_fields_and_no_client():
    served = Served(json_response(TICKET))
    ticket = pickle.loads(pickle.dumps(served.mount(Ticket)("TI1").fetch()))
    assert ticket.opened == datetime(2026, 11, 24, 10, tzinfo=UTC)
    assert str(ticket.notes) == "<Detached.NoteList>"
    for use in (ticket.fetch, ticket.notes.list, ticket.notes("NO1").delete):
        with pytest.raises(ConfigurationError) as caught:
            use()
        assert str(caught.value) == (
            "this record was restored from a pickle, so it has no client.\n"
            "  Reach it through a collection: `client.….sessions(sid)`."
        )


def test_a_pickled_handle_is_a_handle():
    handle = Served().mount(Ticket)("TI1").notes("NO1")
    restored = pickle.loads(pickle.dumps(handle))
    assert restored == handle
    assert repr(restored) == "<Note ticket_sid='TI1' sid='NO1' (not fetched)>"


@pytest.mark.parametrize("sid", ["", ".", ".."])
def test_a_key_that_a_response_gave_does_not_lead_elsewhere(sid):
    served = Served(json_response(TICKET | {"sid": sid}))
    ticket = served.mount(Ticket).create(subject="a")
    for use in (ticket.fetch, ticket.notes.list):
        with pytest.raises(ParameterError, match=f"{re.escape(repr(sid))} would address another"):
            use()
    assert len(served.requests) == 1
