"""URI templates: path values are percent-encoded, and come back as they were."""

from __future__ import annotations

from datetime import date
from enum import Enum, IntEnum
from urllib.parse import unquote
from uuid import UUID

import pytest
from hypothesis import assume, example, given, strategies as st

from restmap import ParameterError, Params, Resource
from restmap.declare.uri import parse_template
from tests.support import ROOT, Served, json_response


class Note(Resource, uri="/Tickets/{ticket_sid}/Notes/{sid}.json"):
    ticket_sid: str
    sid: str

    class Key(Params):
        ticket_sid: str
        sid: str

    class Fetch(Params): ...


def path_of(ticket_sid: object, sid: object) -> str:
    served = Served(json_response({"ticket_sid": "T", "sid": "N"}))
    served.mount(Note)(ticket_sid, sid).fetch()
    url = served.request.url
    assert url.startswith(f"{ROOT}/Tickets/")
    return url.removeprefix(ROOT)


class Kind(Enum):
    A = "a/b"


class Number(IntEnum):
    ONE = 1


ENCODED = [
    ("KC1", "KC1"),
    ("a b", "a%20b"),
    ("a/b", "a%2Fb"),
    ("a\\b", "a%5Cb"),
    ("a?b#c", "a%3Fb%23c"),
    ("a+b&c=d;e:f@g", "a%2Bb%26c%3Dd%3Be%3Af%40g"),
    ("%2e%2e", "%252e%252e"),
    ("...", "..."),
    ("-._~", "-._~"),
    ("{sid}", "%7Bsid%7D"),
    ("Zoë", "Zo%C3%AB"),
    ("电话", "%E7%94%B5%E8%AF%9D"),
    ("\r\n", "%0D%0A"),
    (5, "5"),
    (-5, "-5"),
    (date(2026, 11, 24), "2026-11-24"),
    (UUID(int=7), "00000000-0000-0000-0000-000000000007"),
    (Kind.A, "a%2Fb"),
    (Number.ONE, "1"),
]


@pytest.mark.parametrize(("value", "encoded"), ENCODED)
def test_a_path_value_is_encoded(value, encoded):
    assert path_of(value, "N") == f"/Tickets/{encoded}/Notes/N.json"


REFUSED = [
    ("", "'' would address another resource"),
    (".", "'.' would address another resource"),
    ("..", "'..' would address another resource"),
    (None, "expected text or a whole number, found None"),
    (True, "expected text or a whole number, found True"),
    (1.5, "expected text or a whole number, found 1.5"),
    (b"N", "expected text or a whole number, found b'N'"),
    (["N"], "expected text or a whole number, found ['N']"),
]


@pytest.mark.parametrize(("value", "why"), REFUSED)
@pytest.mark.parametrize("place", ["ticket_sid", "sid"])
def test_a_value_that_cannot_stand_in_a_path_is_refused(value, why, place):
    served = Served()
    with pytest.raises(ParameterError) as caught:
        served.mount(Note)(**{"ticket_sid": "T", "sid": "N", place: value})
    assert str(caught.value) == (
        f"the key {place!r} cannot be {value!r}: {why}.\n"
        "  Give the key of one resource.\n"
        "  in Note.Key"
    )


def test_half_of_a_surrogate_pair_is_refused_and_nothing_is_sent():
    served = Served()
    with pytest.raises(ParameterError, match="cannot be filled: 'utf-8' codec can't encode"):
        served.mount(Note)("T", "\ud800").fetch()
    assert served.requests == []


# Surrogates are no text: they have no encoding.
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(texts, texts)
@example("/../..//", "..%2f")
@example("?x=1#y", "\x00")
def test_any_text_comes_back_from_a_path(ticket_sid, sid):
    assume({ticket_sid, sid}.isdisjoint({".", ".."}))
    path = path_of(ticket_sid, sid)
    assert path.isascii()
    _, tickets, first, notes, last = path.split("/")
    assert (tickets, notes) == ("Tickets", "Notes")
    assert unquote(first, errors="strict") == ticket_sid
    assert unquote(last, errors="strict").removesuffix(".json") == sid
    assert "?" not in path
    assert "#" not in path
    assert "%2E" not in path.upper().replace("%252E", "")


@given(st.integers())
def test_any_whole_number_comes_back(number):
    assert path_of(number, "N") == f"/Tickets/{number}/Notes/N.json"


TEMPLATES = [
    ("/Queues/{sid}", 1, "/Queues"),
    ("/Queues/{sid}.json", 1, "/Queues.json"),
    ("/Accounts/{account_sid}/Queues/{sid}.json", 1, "/Accounts/{account_sid}/Queues.json"),
    ("/Settings", 0, "/Settings"),
    ("/Queues/{sid}/Settings", 0, "/Queues/{sid}/Settings"),
    ("/Halls/{sid}/Seats/{row}/{number}", 2, "/Halls/{sid}/Seats"),
    ("/Seats/{row}-{number}.json", 2, "/Seats.json"),
    ("/{sid}", 1, ""),
]


@pytest.mark.parametrize(("item", "keys", "collection"), TEMPLATES)
def test_the_list_is_at_the_path_without_the_keys(item, keys, collection):
    assert parse_template(item).collection(keys).text == collection


def test_a_template_knows_its_names_in_order():
    template = parse_template("/A/{one}/B{two}/C")
    assert (template.names, template.literals) == (("one", "two"), ("/A/", "/B", "/C"))


def test_a_template_takes_a_value_for_each_name():
    with pytest.raises(ValueError, match="zip"):
        parse_template("/A/{one}").expand([])


def test_an_item_right_below_the_version():
    class Thing(Resource, uri="/{sid}"):
        sid: str

        class Create(Params): ...

    served = Served(json_response({"sid": "T"}))
    served.mount(Thing).create()
    assert served.request.url.rstrip("/") == ROOT


class Diff(Resource, uri="/diffs/{base}...{head}"):
    base: str
    head: str

    class Fetch(Params): ...


@pytest.mark.parametrize(
    ("base", "head", "sent"),
    [
        ("main", "topic", "main...topic"),
        ("a/b", "c...d", "a%2Fb...c...d"),
        ("v1.2", "v1.3", "v1.2...v1.3"),
    ],
)
def test_one_segment_may_have_several_values(base, head, sent):
    served = Served(json_response({"base": base, "head": head}))
    served.mount(Diff)(base, head).fetch()
    assert served.request.url == f"{ROOT}/diffs/{sent}"
    assert parse_template("/diffs/{base}...{head}").match(f"/v1/diffs/{sent}") == (
        "/v1",
        {"base": base, "head": head},
    )


@pytest.mark.parametrize("base", ["a...b", "a.", "...", "....a"])
def test_a_value_with_what_divides_it_from_the_next_one_is_refused(base):
    served = Served()
    with pytest.raises(ParameterError) as caught:
        served.mount(Diff)(base, "topic").fetch()
    assert str(caught.value) == (
        f"the path '/diffs/{{base}}...{{head}}' cannot be filled: {base!r} and '...' after it "
        "cannot be told apart.\n"
        "  Give the key of one resource.\n"
        "  in Diff.Fetch"
    )
    assert served.requests == []
