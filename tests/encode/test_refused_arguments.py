"""Arguments that cannot be sent are refused with every mistake named, and nothing is sent."""

from __future__ import annotations

import math
from typing import Any

import pytest

from resources.twilio import Client
from resources.twilio.pages import MetaPage
from restmap import (
    UNSET,
    HandlerTransport,
    PageType,
    Paging,
    ParameterError,
    Params,
    Resource,
    Response,
    json_object,
    list_of,
    param,
    pascal_case,
    prefixed_map,
)
from tests.support import Served, form, json_refusal, json_response

SERVICE = "KS" + "0" * 32


class Ticket(
    Resource, uri="/Tickets/{sid}", body="form", parameter_names=pascal_case, page=MetaPage
):
    sid: str

    class Create(Params):
        subject: str
        urgent: bool = UNSET
        tries: int = 3
        meta: dict[str, Any] = UNSET
        trace: str = param(location="header", default=UNSET)
        strange: Any = param(lambda value: {value}, default=UNSET)
        shy: Any = param(lambda value: 1 / value, default=UNSET)

    class Update(Params, body="json"):
        meta: dict[str, Any] = UNSET
        anything: Any = UNSET

    class List(Paging):
        state: str = UNSET
        owner: str = UNSET


KNOWN = "Parameters: meta, shy, strange, subject, trace, tries, urgent."
NOT_ENCODABLE = "Give valid Unicode text, finite numbers and values that JSON has."

CREATES = [
    ({}, ["the parameter 'subject' is missing.", "Give text."]),
    ({"subject": UNSET}, ["the parameter 'subject' is missing.", "Give text."]),
    ({"subject": None}, ["the parameter 'subject' is missing.", "Give text."]),
    ({"subject": 5}, ["the parameter 'subject' cannot be 5: expected text.", "Give text."]),
    (
        {"subject": "a", "subjekt": "b"},
        ["'subjekt' is not a parameter.", f"{KNOWN} Did you mean 'subject'?"],
    ),
    ({"subject": "a", "qqq": 1}, ["'qqq' is not a parameter.", KNOWN]),
    (
        {"urgent": "yes", "qqq": 1, "tries": "often"},
        [
            "'qqq' is not a parameter.",
            KNOWN,
            "the parameter 'subject' is missing.",
            "Give text.",
            "the parameter 'urgent' cannot be 'yes': expected True or False.",
            "Give True or False.",
            "the parameter 'tries' cannot be 'often': expected a whole number.",
            "Give a whole number.",
        ],
    ),
    (
        {"subject": "a", "shy": 0},
        [
            "the parameter 'shy' cannot be 0: division by zero.",
            "Give a value that <lambda>() accepts.",
        ],
    ),
    (
        {"subject": list(range(100))},
        [
            f"the parameter 'subject' cannot be {str(list(range(100)))[:200]}…: expected text.",
            "Give text.",
        ],
    ),
    (
        {"subject": "half of a pair: \ud800"},
        [
            "'subject' cannot be sent: 'utf-8' codec can't encode character '\\ud800' in "
            "position 16: surrogates not allowed.",
            NOT_ENCODABLE,
        ],
    ),
    (
        {"subject": "a", "meta": {"a": math.nan}},
        [
            f"'meta' cannot be sent: {json_refusal(math.nan)}.",
            NOT_ENCODABLE,
        ],
    ),
    (
        {"subject": "a", "strange": 1},
        [
            "'strange' cannot be sent: expected a value that JSON can represent, found set.",
            NOT_ENCODABLE,
        ],
    ),
    (
        {"subject": "a", "trace": "a\r\nX-Evil: 1"},
        [
            r"the header 'Trace' cannot be 'a\r\nX-Evil: 1': it has a control character.",
            "Give one line of ASCII text (RFC 9110 5.5).",
        ],
    ),
    (
        {"subject": "a", "trace": "a\x00"},
        [
            r"the header 'Trace' cannot be 'a\x00': it has a control character.",
            "Give one line of ASCII text (RFC 9110 5.5).",
        ],
    ),
    (
        {"subject": "a", "trace": "→"},
        [
            "the header 'Trace' cannot be '→': it has a character beyond ASCII.",
            "Give one line of ASCII text (RFC 9110 5.5).",
        ],
    ),
]


def whole_message(found_and_remedies: list[str], label: str) -> str:
    """A message of these rules and remedies in turn, with the place at the end."""
    lines = [f"{'  ' * (n % 2)}{line}" for n, line in enumerate(found_and_remedies)]
    return "\n".join([*lines, f"  in {label}"])


@pytest.mark.parametrize(("arguments", "lines"), CREATES)
def test_all_mistakes_of_a_call_are_said_at_once(arguments, lines):
    served = Served()
    with pytest.raises(ParameterError) as caught:
        served.mount(Ticket).create(**arguments)
    assert str(caught.value) == whole_message(lines, "Ticket.Create")
    assert served.requests == []


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ({"meta": {"a": math.inf}}, "'meta' cannot be sent: Out of range float values"),
        (
            {"meta": {"a": object()}},
            "'meta' cannot be sent: expected a value that JSON can represent",
        ),
        ({"meta": {(1, 2): 3}}, "'meta' cannot be sent: keys must be str"),
        ({"meta": [1]}, "the parameter 'meta' cannot be [1]: expected a dict."),
        (
            {"anything": {1, 2}},
            "the parameter 'anything' cannot be {1, 2}: expected a value that JSON",
        ),
        ({"anything": math.nan}, "the parameter 'anything' cannot be nan: expected a finite"),
    ],
)
def test_what_json_cannot_hold_is_refused(arguments, found):
    served = Served()
    with pytest.raises(ParameterError) as caught:
        served.mount(Ticket)("TI1").update(**arguments)
    assert str(caught.value).startswith(found)
    assert str(caught.value).endswith("\n  in Ticket.Update")
    assert served.requests == []


WHOLE = "expected a whole number of at least"
SIZE_REMEDY = "Leave page_size out for the API's default."
LISTS = [
    ({"limit": -1}, f"limit cannot be -1: {WHOLE} 0.", "Leave limit out for every record."),
    ({"limit": "5"}, f"limit cannot be '5': {WHOLE} 0.", "Leave limit out for every record."),
    ({"limit": 1.0}, f"limit cannot be 1.0: {WHOLE} 0.", "Leave limit out for every record."),
    ({"limit": True}, f"limit cannot be True: {WHOLE} 0.", "Leave limit out for every record."),
    ({"page_size": 0}, f"page_size cannot be 0: {WHOLE} 1.", SIZE_REMEDY),
    ({"page_size": "5"}, f"page_size cannot be '5': {WHOLE} 1.", SIZE_REMEDY),
    (
        {"page_number": "soon"},
        f"page_number cannot be 'soon': {WHOLE} 0.",
        "Leave page_number out for the first page.",
    ),
    (
        {"page_token": 5},
        "page_token cannot be 5: expected text.",
        "Leave page_token out for the first page.",
    ),
    (
        {"stat": "open"},
        "'stat' is not a parameter.",
        "Parameters: owner, state. Did you mean 'state'?",
    ),
    ({"limit": 0, "state": 5}, "the parameter 'state' cannot be 5: expected text.", "Give text."),
]


@pytest.mark.parametrize("verb", ["list", "stream"])
@pytest.mark.parametrize(("arguments", "found", "remedy"), LISTS)
def test_a_list_refuses_what_it_cannot_ask_for_at_once(verb, arguments, found, remedy):
    served = Served()
    with pytest.raises(ParameterError) as caught:
        getattr(served.mount(Ticket), verb)(**arguments)
    assert str(caught.value) == f"{found}\n  {remedy}\n  in Ticket.List"
    assert served.requests == []


def test_a_page_has_no_limit():
    served = Served()
    with pytest.raises(ParameterError) as caught:
        served.mount(Ticket).page(limit=5)
    assert str(caught.value) == (
        "page() gives one page; 'limit' counts records over all pages.\n"
        "  Write page(page_size=…) or list(limit=…).\n"
        "  in Ticket.List"
    )


class WholePage(PageType):
    """The page type of an API whose lists have a single page."""

    def read(self, body, response, url):
        raise NotImplementedError


@pytest.mark.parametrize("name", ["page_size", "page_token", "page_number"])
def test_what_the_pages_of_an_api_do_not_have_is_refused(name):
    class Queue(Resource, uri="/Queues/{sid}", page=WholePage):
        sid: str

        class List(Paging): ...

    served = Served()
    with pytest.raises(ParameterError) as caught:
        served.mount(Queue).list(**{name: "PA1" if name == "page_token" else 5})
    assert str(caught.value) == (
        f"the lists of this API do not take {name}.\n  Leave {name} out.\n  in Queue.List"
    )


# -- the list of the issue, on the resource it is about -------------------------------------

SESSION_CREATES = [
    (
        {"date_expiry": "tomorrow"},
        "the parameter 'date_expiry' cannot be 'tomorrow': expected a datetime, or ISO 8601 text.\n"
        "  Give a datetime, or ISO 8601 text.",
    ),
    (
        {"ttl": "soon"},
        "the parameter 'ttl' cannot be 'soon': expected a whole number.\n  Give a whole number.",
    ),
    (
        {"participants": "x"},
        "the parameter 'participants' cannot be 'x': expected a list.\n"
        "  Give a list in which each item is a dict.",
    ),
    (
        {"participants": [1]},
        "the parameter 'participants' cannot be [1]: item 0: expected an object: a dict, or "
        "another mapping, found 1.\n"
        "  Give a list in which each item is a dict.",
    ),
    (
        {"uniqe_name": "a"},
        "'uniqe_name' is not a parameter.\n"
        "  Parameters: date_expiry, fail_on_participant_conflict, mode, participants, status, ttl, "
        "unique_name. Did you mean 'unique_name'?",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), SESSION_CREATES)
def test_bad_input_to_a_session(arguments, message):
    transport = HandlerTransport(lambda _: Response(500))
    sessions = Client("AC1", "t", transport=transport).proxy.v1.services(SERVICE).sessions
    with pytest.raises(ParameterError) as caught:
        sessions.create(**arguments)
    assert str(caught.value) == f"{message}\n  in Session.Create"
    assert transport.requests == []


class Board(Resource, uri="/Boards/{sid}", body="form", parameter_names=pascal_case, page=MetaPage):
    sid: str

    class Create(Params):
        members: list[str]
        rules: list[dict[str, Any]] = param(list_of(json_object))
        labels: dict[str, Any] = param(prefixed_map("Label"))
        filter: dict[str, Any] = param(style="deepObject", location="query")
        colours: list[str] = param(location="header")

    class Update(Params):
        members: list[str] = UNSET
        labels: dict[str, Any] = param(prefixed_map("Label"), default=UNSET)

    class List(Paging):
        states: list[str]


class JsonBoard(Resource, uri="/Boards/{sid}", body="json"):
    sid: str

    class Create(Params):
        members: list[str]


BOARD: dict[str, Any] = {
    "members": ["a"],
    "rules": [{}],
    "labels": {"a": "b"},
    "filter": {"a": "b"},
    "colours": ["red"],
}


@pytest.mark.parametrize(
    ("name", "empty"),
    [
        ("members", []),
        ("members", ()),
        ("rules", []),
        ("labels", {}),
        ("labels", {"a": {}}),
        ("filter", {}),
        ("filter", {"a": {"b": []}}),
        ("filter", {"a": None}),
        ("colours", []),
    ],
)
def test_a_required_list_or_map_of_which_nothing_would_be_sent(name: str, empty: Any):
    served = Served()
    with pytest.raises(ParameterError) as caught:
        served.mount(Board).create(**{**BOARD, name: empty})
    problem, remedy, place = str(caught.value).splitlines()
    assert problem == (f"the required parameter {name!r} is empty, so nothing of it would be sent.")
    assert remedy.startswith("  Give a ")
    assert remedy.endswith(", with at least one item.")
    assert place == "  in Board.Create"
    assert served.requests == []


def test_a_required_filter_is_not_empty_either():
    with pytest.raises(ParameterError, match=r"^the required parameter 'states' is empty, "):
        Served().mount(Board).list(states=[])


def test_an_empty_list_that_is_optional_or_in_json():
    served = Served(json_response({"sid": "B1"}), json_response({"sid": "B1"}))
    served.mount(Board)("B1").update(members=[], labels={})
    served.mount(JsonBoard).create(members=[])
    assert [each.body for each in served.requests] == [b"", b'{"members":[]}']


def test_a_default_is_sent_where_nothing_is_given():
    served = Served(*[json_response({"sid": "TI1"})] * 3)
    tickets = served.mount(Ticket)
    tickets.create(subject="a")
    tickets.create(subject="a", tries=UNSET)
    tickets.create(subject="a", tries=None)
    assert [form(each) for each in served.requests] == [
        [("Subject", "a"), ("Tries", "3")],
        [("Subject", "a")],
        [("Subject", "a")],
    ]
