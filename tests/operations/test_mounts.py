"""Mounts on a collection itself, of a single item, and of collections by key."""

from __future__ import annotations

import pytest

from resources.twilio.pages import MetaPage
from restmap import (
    Collection,
    NoKey,
    Paging,
    ParameterError,
    Params,
    Resource,
    Response,
    Version,
    collection,
    collections,
    handle,
)
from restmap.describe.declared import find_sites
from restmap.describe.nodes import build_nodes
from tests.support import Served, json_response, meta_page


class Base(Resource, page=MetaPage): ...


class Statistics(Base, uri="/Spaces/{space_sid}/Workers/Statistics"):
    space_sid: str
    idle: int

    class Key(NoKey): ...

    class Fetch(Params): ...


class Worker(Base, uri="/Spaces/{space_sid}/Workers/{sid}"):
    sid: str
    space_sid: str

    class Create(Params):
        name: str

    class List(Paging): ...


class Workers(Collection[Worker]):
    statistics = collection(Statistics)


class Balance(Base, uri="/Spaces/{space_sid}/Balance"):
    space_sid: str
    amount: str

    class Key(NoKey): ...

    class Fetch(Params): ...


class Permission(Base, uri="/Spaces/{space_sid}/Permissions/{role_sid}"):
    space_sid: str
    role_sid: str
    name: str

    class Key(NoKey): ...

    class List(Paging): ...


class Entry(Base, uri="/Spaces/{space_sid}/Logs/{day}/{hour}/Entries/{sid}"):
    space_sid: str
    day: str
    hour: int
    sid: str

    class Create(Params):
        text: str

    class List(Paging): ...

    class Delete(Params): ...


class Space(Base, uri="/Spaces/{sid}"):
    sid: str

    class Create(Params): ...

    workers = collection(Worker, Workers)
    balance = handle(Balance)
    permissions = collections(Permission)
    entries = collections(Entry)


class V1(Version, prefix="/v1"):
    spaces = collection(Space)


ROOT = "https://api.desk.example/v1"


def test_what_is_beside_the_items_is_reached_from_the_collection() -> None:
    served = Served(json_response({"space_sid": "SP1", "idle": 3}))

    statistics = served.mount(Space)("SP1").workers.statistics().fetch()

    assert statistics.idle == 3
    assert served.request.url == f"{ROOT}/Spaces/SP1/Workers/Statistics"


def test_such_a_collection_has_its_verbs_and_its_items() -> None:
    served = Served(json_response({"sid": "W1", "space_sid": "SP1"}), meta_page([]))
    workers = served.mount(Space)("SP1").workers

    workers.create(name="Ann")
    assert workers.list() == []
    assert str(workers) == "<Vendor.Desk.V1.WorkerList>"
    assert repr(workers("W1")) == "<Worker space_sid='SP1' sid='W1' (not fetched)>"


def test_one_item_is_mounted_without_a_call() -> None:
    served = Served(json_response({"space_sid": "SP1", "amount": "1.00"}))

    assert served.mount(Space)("SP1").balance.fetch().amount == "1.00"
    assert served.request.url == f"{ROOT}/Spaces/SP1/Balance"


def test_collections_are_addressed_by_key() -> None:
    served = Served(meta_page([{"space_sid": "SP1", "role_sid": "RO1", "name": "read"}]))
    permissions = served.mount(Space)("SP1").permissions

    assert [each.name for each in permissions("RO1").list()] == ["read"]
    assert served.request.url == f"{ROOT}/Spaces/SP1/Permissions/RO1"


@pytest.mark.parametrize("keys", [(), ("RO1", "RO2")])
def test_collections_take_just_their_keys(keys: tuple[str, ...]) -> None:
    permissions = Served().mount(Space)("SP1").permissions
    problem = f"cannot be {', '.join(map(repr, keys))}" if keys else "is missing"

    with pytest.raises(ParameterError) as caught:
        permissions(*keys)

    assert str(caught.value) == (
        f"the key of a collection of Permission {problem}.\n  Give role_sid.\n  in Permission"
    )


@pytest.mark.parametrize(
    ("keys", "named"),
    [(("monday", 9), {}), (("monday",), {"hour": 9}), ((), {"hour": 9, "day": "monday"})],
)
def test_collections_by_several_keys_have_items(
    keys: tuple[str, ...], named: dict[str, int | str]
) -> None:
    served = Served(json_response({"sid": "EN1"}), meta_page([{"sid": "EN1"}]), Response(204))
    entries = served.mount(Space)("SP1").entries(*keys, **named)

    created = entries.create(text="Hello")
    (listed,) = entries.list()
    assert created._address() == listed._address() == ("SP1", "monday", 9, "EN1")
    assert entries("EN1").delete()
    assert [(each.method, each.url.partition("?")[0]) for each in served.requests] == [
        ("POST", f"{ROOT}/Spaces/SP1/Logs/monday/9/Entries"),
        ("GET", f"{ROOT}/Spaces/SP1/Logs/monday/9/Entries"),
        ("DELETE", f"{ROOT}/Spaces/SP1/Logs/monday/9/Entries/EN1"),
    ]


@pytest.mark.parametrize(
    ("keys", "named", "shown", "remedy"),
    [
        (("monday",), {}, "'monday'", "Give day and hour."),
        (("monday",), {"minute": 5}, "'monday', minute=5", "Give day and hour."),
        (("monday",), {"day": "tuesday"}, "'monday', day='tuesday'", "Give day and hour."),
        (
            ("monday", 9, "EN1"),
            {},
            "'monday', 9, 'EN1'",
            "Give the key of an item in a call of its own: (day, hour)(sid).",
        ),
    ],
)
def test_collections_refuse_other_keys_than_theirs(
    keys: tuple[str, ...], named: dict[str, int | str], shown: str, remedy: str
) -> None:
    entries = Served().mount(Space)("SP1").entries

    with pytest.raises(ParameterError) as caught:
        entries(*keys, **named)

    assert str(caught.value) == (
        f"the key of a collection of Entry cannot be {shown}.\n  {remedy}\n  in Entry"
    )


def test_verbs_that_are_not_declared_are_not_listed() -> None:
    names = dir(Served().mount(Space))

    assert "create" in names
    assert "create_async" in names
    assert not {"list", "stream", "page", "get_page", "list_async"} & set(names)


def test_the_sandbox_serves_what_is_beside_the_items() -> None:
    (site,) = find_sites(V1)
    nodes = build_nodes(site)

    assert [node.item.text for node in nodes] == [
        "/Spaces/{sid}",
        "/Spaces/{space_sid}/Workers/{sid}",
        "/Spaces/{space_sid}/Workers/Statistics",
        "/Spaces/{space_sid}/Balance",
        "/Spaces/{space_sid}/Permissions/{role_sid}",
        "/Spaces/{space_sid}/Logs/{day}/{hour}/Entries/{sid}",
    ]
