"""Responses may drift from the declaration: a word in the log, one warning, or an error."""

from __future__ import annotations

import json
import logging
import warnings
from typing import Any, Literal

import pytest

from resources.twilio.pages import MetaPage
from restmap import (
    ConfigurationError,
    DriftWarning,
    Paging,
    Params,
    Resource,
    ResponseError,
    collection,
)
from tests.support import Served, json_response, meta_page


def new_ticket() -> type[Resource]:
    """A class for each test, since each class warns once."""

    class Note(Resource, uri="/Tickets/{ticket_sid}/Notes/{sid}"):
        sid: str
        ticket_sid: str

    class Ticket(Resource, uri="/Tickets/{sid}", page=MetaPage):
        sid: str
        size: int
        state: Literal["open", "closed"]

        class List(Paging): ...

        class Fetch(Params): ...

        notes = collection(Note)

    return Ticket


FIT: dict[str, Any] = {"sid": "TI1", "size": 5, "state": "open"}


def fetched(ticket: type[Resource], body: dict[str, Any], drift: Any = "warn") -> Any:
    return Served(json_response(body), drift=drift).mount(ticket)("TI1").fetch()


def test_what_fits_gives_no_warning():
    assert fetched(new_ticket(), FIT).size == 5
    assert fetched(new_ticket(), FIT, drift="error").size == 5


def test_an_unknown_field_is_kept_with_one_warning():
    ticket = new_ticket()
    with pytest.warns(DriftWarning) as warned:
        record = fetched(ticket, FIT | {"dateCreated": "now"})
    assert [str(each.message) for each in warned] == [
        "the response has a field 'dateCreated' that is not declared.\n"
        "  The response is kept as received; this warning comes once.\n"
        "  in new_ticket.<locals>.Ticket.date_created"
    ]
    assert record.date_created == "now"
    assert record.to_dict()["date_created"] == "now"
    assert json.loads(record.to_json()) == FIT | {"dateCreated": "now"}
    assert fetched(ticket, FIT | {"dateCreated": 5, "sid": "x"}).date_created == 5


def test_a_missing_field_gives_one_warning_and_an_error_when_read():
    ticket = new_ticket()
    with pytest.warns(DriftWarning) as warned:
        record = fetched(ticket, {"sid": "TI1", "state": "open"})
    assert [str(each.message).partition("\n")[0] for each in warned] == [
        "the response lacks the field 'size'."
    ]
    with pytest.raises(AttributeError) as caught:
        record.size  # noqa: B018
    assert str(caught.value) == (
        "the field 'size' of this Ticket is missing: the API's response did not have it."
    )
    assert fetched(ticket, {"state": "open", "sid": "TI1"}).state == "open"


def test_a_path_value_may_be_missing_without_a_word():
    assert fetched(new_ticket(), {"size": 5, "state": "open"}).sid == "TI1"


def test_a_new_member_of_a_literal_is_kept_with_one_warning():
    ticket = new_ticket()
    with pytest.warns(DriftWarning) as warned:
        record = fetched(ticket, FIT | {"state": "merged"})
    assert record.state == "merged"
    assert str(warned[0].message) == (
        "the field 'state' has the value 'merged': expected one of 'open', 'closed'.\n"
        "  The response is kept as received; this warning comes once.\n"
        "  in new_ticket.<locals>.Ticket.state"
    )
    assert fetched(ticket, FIT | {"state": "split"}).state == "split"


def test_each_field_has_its_warning_and_each_class_too():
    ticket, other = new_ticket(), new_ticket()
    body = FIT | {"size": "5.5", "state": "merged"}
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        for each in (ticket, ticket, other):
            record = fetched(each, body)
            assert (record.size, record.state) == ("5.5", "merged")
    fields = [str(each.message).splitlines()[-1].rpartition(".")[2] for each in warned]
    assert fields == ["size", "state"] * 2


@pytest.mark.parametrize("change", [{"new": 1}, {"size": "much"}])
def test_a_warning_points_at_the_line_of_the_call(change):
    with pytest.warns(DriftWarning) as warned:
        [*Served(meta_page([FIT | change]), drift="warn").mount(new_ticket()).stream()]
    assert warned[0].filename == __file__


DRIFTS = [
    ({"new": 1}, "the response has a field 'new' that is not declared.", "new"),
    ({"size": "5.5"}, "the field 'size' has the value '5.5': expected int.", "size"),
    ({"size": None}, "the field 'size' has the value None: expected int.", "size"),
]


@pytest.mark.parametrize(("change", "found", "name"), DRIFTS)
def test_a_client_with_drift_error_refuses_drift_every_time(change, found, name):
    ticket = new_ticket()
    for _ in range(2):
        with pytest.raises(ResponseError) as caught:
            fetched(ticket, FIT | change, drift="error")
        assert str(caught.value) == (
            f"{found}\n  Correct the declaration, or create the client without drift='error'.\n"
            f"  in new_ticket.<locals>.Ticket.{name}"
        )


def test_a_client_with_drift_error_refuses_a_missing_field():
    with pytest.raises(ResponseError, match=r"^the response lacks the field 'size'\.\n"):
        fetched(new_ticket(), {"sid": "TI1", "state": "open"}, drift="error")


def test_a_client_with_drift_error_refuses_a_drifting_record_of_a_list():
    served = Served(meta_page([FIT, FIT | {"size": "5.5"}]), drift="error")
    with pytest.raises(ResponseError, match=r"^the field 'size' has the value '5.5'"):
        served.mount(new_ticket()).list()


def test_what_one_client_warned_of_is_an_error_to_another():
    ticket = new_ticket()
    with pytest.warns(DriftWarning):
        fetched(ticket, FIT | {"new": 1})
    with pytest.raises(ResponseError, match="that is not declared"):
        fetched(ticket, FIT | {"new": 1}, drift="error")


def test_an_unknown_field_spelt_nearly_like_a_declared_one_does_not_hide_it():
    ticket = new_ticket()
    with pytest.warns(DriftWarning):
        record = fetched(ticket, FIT | {"Size": 7})
    assert (record.size, record.size_) == (5, 7)
    assert json.loads(record.to_json())["Size"] == 7


def test_an_unknown_field_spelt_nearly_like_a_declared_one_stands_in_for_it():
    body = {"sid": "TI1", "state": "open", "Size": 7}
    assert fetched(new_ticket(), body, drift="ignore").size == 7


@pytest.mark.parametrize("name", ["notes", "response", "fetch", "to_dict", "class", "from"])
def test_an_unknown_field_named_like_something_else_has_an_underscore_behind_it(name):
    with pytest.warns(DriftWarning):
        record = fetched(new_ticket(), FIT | {name: [1]})
    assert getattr(record, f"{name}_") == [1]
    assert record.to_dict()[f"{name}_"] == [1]
    assert json.loads(record.to_json())[name] == [1]


def test_an_api_whose_objects_each_have_keys_of_their_own():
    ticket = new_ticket()
    for number in range(100):
        with pytest.warns(DriftWarning):
            record = fetched(ticket, FIT | {f"key_{number}": number})
        assert record.to_dict() == FIT | {f"key_{number}": number}


def test_drift_is_quiet_and_is_logged_once(caplog):
    ticket = new_ticket()
    with caplog.at_level(logging.DEBUG, "restmap.drift"), warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(2):
            record = fetched(ticket, FIT | {"state": "merged", "new": 1}, drift="ignore")
            assert (record.state, record.new) == ("merged", 1)
    place = "new_ticket.<locals>.Ticket"
    assert [each.getMessage() for each in caplog.records] == [
        f"{place}.new: the response has a field 'new' that is not declared.",
        f"{place}.state: the field 'state' has a value of type str that does not fit its "
        "declaration.",
    ]


def test_a_setting_that_does_not_exist_is_refused():
    with pytest.raises(ConfigurationError) as caught:
        fetched(new_ticket(), FIT, drift="strict")
    assert str(caught.value) == (
        "drift cannot be 'strict'.\n  Write 'ignore', 'warn' or 'error'.\n  in Client"
    )
