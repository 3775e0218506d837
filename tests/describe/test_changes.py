"""What is different for a program when a package declares something else."""

from __future__ import annotations

import textwrap
from typing import Any

import cattrs
import pytest
from hypothesis import given, strategies as st

from restmap.describe.changes import find_changes
from restmap.describe.packages import PackageDescription, describe_package
from restmap.describe.type_changes import describe_type_change, narrows, widens

NAMES = """
from typing import Literal
from restmap import *
"""
CLIENT = """
class Desk(Client, host="api.desk.example"):
    tickets = collection(Ticket)
"""


def described(source: str) -> PackageDescription:
    """A client of tickets: the source is that of the resource, or the body of its class."""
    if "class Ticket(" not in source:
        source = (
            'class Ticket(Resource, uri="/tickets/{id}"):\n'
            "    id: int\n"
            "    class Delete(Params): ...\n" + textwrap.indent(source, "    ")
        )
    names: dict[str, Any] = {"__name__": __name__}
    exec(compile(NAMES + source + CLIENT, "desk.py", "exec", dont_inherit=True), names)
    return describe_package(names["Desk"])


def lines(before: PackageDescription, after: PackageDescription) -> list[str]:
    return [
        f"breaking: {each.text}" if each.is_breaking else each.text
        for each in find_changes(before, after)
    ]


FETCH = "class Fetch(Params): ..."
CREATE = "client.tickets.create"
LIST = "class List(Paging, page={}): ..."
ADDRESSES = """
class Zip(Model):
    {}
class Address(Model):
    zip: Zip
    {}
class Ticket(Resource, uri="/tickets/{{id}}"):
    id: int
    {}
"""
RECEIVED = "address: Address | None\n    class Fetch(Params): ..."
SENT = "class Create(Params):\n        addresses: list[Address]"


def create(*parameters: str) -> str:
    return "class Create(Params):\n" + textwrap.indent("\n".join(parameters or ("...",)), "    ")


def fetch(*fields: str) -> str:
    return "\n".join([*fields, FETCH])


def resource(uri: str, body: str) -> str:
    indented = textwrap.indent(body, "    ")
    return f"class Ticket(Resource, uri={uri!r}):\n    id: int\n{indented}"


CHANGES = [
    (FETCH, "", ["breaking: client.tickets(id).fetch is gone"]),
    ("", FETCH, ["client.tickets(id).fetch is new"]),
    (
        resource("/tickets/{id}", fetch("number: int")),
        resource("/tickets/{number}", fetch("number: int")),
        [],
    ),
    (
        'class Shut(Params, uri="/close"): ...\nshut = action(Shut)',
        'class Shut(Params, uri="/close"): ...\nclose = action(Shut)',
        [
            "breaking: client.tickets(id).shut is gone; "
            "client.tickets(id).close sends the same request"
        ],
    ),
    (
        resource("/tickets/{id}", create("a: str")),
        resource("/issues/{id}", create("a: str")),
        [
            f"{CREATE} is POST https://api.desk.example/issues "
            "instead of POST https://api.desk.example/tickets"
        ],
    ),
    (create("a: str"), create(), [f"breaking: the parameter 'a' of {CREATE} is gone"]),
    (create(), create("a: str"), [f"breaking: the parameter 'a' of {CREATE} is new and required"]),
    (create(), create("a: str = UNSET"), [f"the parameter 'a' of {CREATE} is new"]),
    (
        create("a: str = UNSET"),
        create("a: str"),
        [f"breaking: the parameter 'a' of {CREATE} is required"],
    ),
    (create("a: str"), create("a: str = UNSET"), [f"the parameter 'a' of {CREATE} is optional"]),
    (
        create("a: str"),
        create("a: int"),
        [f"breaking: the parameter 'a' of {CREATE} is int instead of str"],
    ),
    (
        create("a: str"),
        create("a: str | None"),
        [f"the parameter 'a' of {CREATE} is str | None instead of str"],
    ),
    (
        create("a: Literal['x', 'y']"),
        create("a: Literal['x', 'z']"),
        [f"breaking: the parameter 'a' of {CREATE} may also be 'z', and cannot be 'y'"],
    ),
    (
        create("a: str"),
        create("b: str = param(name='a')"),
        [f"breaking: the parameter 'a' of {CREATE} is called 'b'"],
    ),
    (
        create("a: str = param(name='a')"),
        create("a: str = param(name='X-A', location='header')"),
        [f"the parameter 'a' of {CREATE} is sent as 'X-A' (header) instead of 'a' (json)"],
    ),
    (
        resource("/tickets/{id}", FETCH),
        resource("/tickets/{id}", FETCH).replace("id: int", "id: str"),
        [
            "breaking: the key 'id' of client.tickets(id).fetch is str instead of int",
            "breaking: the field 'id' of Ticket is str instead of int",
        ],
    ),
    (fetch("a: int"), fetch(), ["breaking: the field 'a' of Ticket is gone"]),
    (fetch(), fetch("a: int"), ["the field 'a' of Ticket is new"]),
    (
        fetch("a: int"),
        fetch("a: int | None"),
        ["breaking: the field 'a' of Ticket is int | None instead of int"],
    ),
    (
        fetch("a: int | None"),
        fetch("a: int"),
        ["the field 'a' of Ticket is int instead of int | None"],
    ),
    (
        fetch("a: list[Literal['x']]"),
        fetch("a: list[Literal['x', 'y']]"),
        ["the field 'a' of Ticket may also be 'y'"],
    ),
    (
        fetch("a: int"),
        fetch("a: int = field(name='A')"),
        ["the field 'a' of Ticket is 'A' in JSON instead of 'a'"],
    ),
    (
        "class Shut(Params): ...\nshut = action(Shut)",
        "class Shut(Params): ...\nshut = action(Shut, returns=bytes)",
        ["breaking: client.tickets(id).shut returns bytes instead of Ticket"],
    ),
    (
        LIST.format("OffsetPage('items')"),
        LIST.format("TokenPage('items', token='next', parameter='token')"),
        [
            "breaking: the parameter 'page_size' of client.tickets.list is gone",
            "the parameter 'page_token' of client.tickets.list is new",
            "client.tickets.list reads TokenPage instead of OffsetPage",
        ],
    ),
    (
        ADDRESSES.format("code: str", "city: str", RECEIVED),
        ADDRESSES.format("code: int", "street: str", RECEIVED),
        [
            "breaking: the member 'city' of Address is gone",
            "breaking: the member 'code' of Zip is int instead of str",
            "the member 'street' of Address is new",
        ],
    ),
    (
        ADDRESSES.format("code: str = UNSET", "", SENT),
        ADDRESSES.format("code: str", "street: str", SENT),
        [
            "breaking: the member 'street' of Address is new and required",
            "breaking: the member 'code' of Zip is required",
        ],
    ),
    (
        ADDRESSES.format("code: str", "", SENT),
        ADDRESSES.format("code: str = UNSET", "street: str = UNSET", SENT),
        ["the member 'street' of Address is new", "the member 'code' of Zip is optional"],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), CHANGES)
def test_a_change_is_said_in_words(before: str, after: str, expected: list[str]) -> None:
    assert lines(described(before), described(after)) == expected


@pytest.mark.parametrize("source", [source for row in CHANGES for source in row[:2]])
def test_the_same_declarations_have_no_changes(source: str) -> None:
    assert lines(described(source), described(source)) == []


def test_another_name_of_the_client_is_a_change() -> None:
    before = described(FETCH)
    after = cattrs.unstructure(before)
    after["calls"][0]["operation"]["client"] = "desk:Help"
    after["calls"][1]["operation"]["client"] = "desk:Help"

    assert lines(before, cattrs.structure(after, PackageDescription)) == [
        "breaking: the class of the client is Help instead of Desk"
    ]


# -- types --------------------------------------------------------------------------------------

PLAIN = st.sampled_from(["int", "str", "None", "datetime", "dict[str, Any]", "Address"])
VALUES = st.lists(
    st.one_of(st.text(max_size=3), st.integers(), st.booleans()), min_size=1, unique_by=repr
)
LITERALS = VALUES.map(lambda values: f"Literal[{', '.join(map(repr, values))}]")
SINGLE = st.recursive(
    st.one_of(PLAIN, LITERALS), lambda inner: inner.map(lambda kind: f"list[{kind}]"), max_leaves=3
)


@given(SINGLE, SINGLE)
def test_a_union_is_wider_than_its_members(one: str, other: str) -> None:
    union = f"{one} | {other}"

    assert widens(one, union)
    assert widens(union, f"{other} | {one}")
    assert narrows(union, one)


@given(SINGLE, SINGLE)
def test_what_fits_in_one_direction_fits_in_the_other(before: str, after: str) -> None:
    """A type that parameters may get is one that results may lose, since it takes more."""
    if widens(before, after):
        assert narrows(after, before)


def test_long_types_are_shortened() -> None:
    members = ", ".join(f"'value_{number}'" for number in range(100))

    assert describe_type_change("str", f"Literal[{members}]") == (
        f"is {f'Literal[{members}]'[:119]}… instead of str"
    )
    assert describe_type_change("a type that is not Python", "int") == (
        "is int instead of a type that is not Python"
    )
