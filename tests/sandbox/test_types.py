"""Where the type of a parameter is not that of the field of its name, or of what is returned."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import pytest

from restmap import (
    UNSET,
    ArrayPage,
    BadRequestError,
    BearerAuth,
    Client,
    Collection,
    Model,
    Paging,
    Params,
    Request,
    Resource,
    Returns,
    action,
    collection,
)
from restmap.sandbox import Sandbox


class Region(Model):
    slug: str
    name: str
    is_open: bool = True


class Owner(Model):
    id: str
    email: str | None


class Account(Model):
    name: str | None = None
    login: str
    id: int


class Disk(Model):
    size: int
    label: str | None = None


class ServerSummary(Model):
    id: int
    name: str


class Created(Model):
    server: ServerSummary
    request_id: str


class Deleted(Model):
    id: int
    name: str
    status: Literal["gone"]


class DiskOfServer(Resource, uri="/servers/{server_id}/disks/{id}", page=ArrayPage(), body="json"):
    id: UUID
    server_id: int
    size: int
    label: str | None

    class List(Paging): ...

    class Fetch(Params): ...


class Server(Resource, uri="/servers/{id}", page=ArrayPage(), body="json"):
    id: int
    name: str
    region: Region
    owners: list[Owner]
    account: Account | None
    state: Literal["NEW", "RUNNING"]
    cores: int
    is_public: bool
    opened_at: datetime
    limits: dict[str, int]
    token: UUID

    class Create(Params):
        name: str
        region: str = UNSET
        owners: list[str] = UNSET
        account: str = UNSET
        state: str = UNSET
        cores: str = UNSET
        is_public: str = UNSET
        opened_at: str = UNSET
        limits: str = UNSET
        disks: list[Disk] = UNSET

    class Update(Params, method="PUT"):
        state: Literal["running", "paused"] = UNSET

    class List(Paging):
        region: str = UNSET
        region_slug: str = UNSET
        owner: str = UNSET
        owners: list[str] = UNSET
        ids: str = UNSET
        cores: str = UNSET
        is_public: str = UNSET

    class Fetch(Params): ...

    class Delete(Params, Returns[Deleted]): ...

    disks = collection(DiskOfServer)


class Servers(Collection[Server]):
    class Latest(Params, method="GET", uri="/latest"): ...

    class Moved(Params, method="GET", uri="/moved", redirects=False): ...

    latest = action(Latest)
    moved = action(Moved)


class Tag(Resource, uri="/orders/{order_id}/tags/{name}", page=ArrayPage(), body="json"):
    order_id: int
    name: str

    class List(Paging): ...


class Address(Model):
    street: str


class AddressWithPin(Model):
    street: str
    pin: str


class Order(Resource, uri="/orders/{id}", page=ArrayPage(), body="json"):
    id: int
    name: str

    address: Address | None

    class Create(Params, Returns[Created]):
        name: str
        tags: list[str] = UNSET
        address: AddressWithPin = UNSET

    class List(Paging):
        shop: str

    tags = collection(Tag)


class Shop(Client, host="shop.example"):
    servers = collection(Server, Servers)
    orders = collection(Order)


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(Shop, start=datetime(2027, 1, 1))


@pytest.fixture
def shop(sandbox: Sandbox) -> Iterator[Shop]:
    with Shop(auth=BearerAuth(sandbox.token), transport=sandbox, drift="error") as client:
        yield client


def test_text_becomes_what_the_field_is(shop: Shop) -> None:
    server = shop.servers.create(
        name="main",
        region="nyc1",
        owners=["ann", "bob"],
        state="new",
        cores="4",
        is_public="true",
        opened_at="2026-05-06",
        limits='{"disks": 3}',
    )

    assert server == shop.servers(server.id).fetch()
    assert (server.region.slug, server.region.name, server.region.is_open) == ("nyc1", "", True)
    assert [each.id for each in server.owners] == ["ann", "bob"]
    assert [each.email for each in server.owners] == [None, None]
    assert (server.state, server.cores, server.is_public) == ("NEW", 4, True)
    assert (server.opened_at.day, server.limits) == (6, {"disks": 3})
    assert server.token == UUID(int=0)


def test_a_key_is_the_member_that_can_be_one(shop: Shop) -> None:
    def account_of(key: str) -> Account | None:
        return shop.servers.create(name="main", account=key).account

    assert account_of("ann") == Account(login="ann", id=0)
    assert account_of("7") == Account(login="", id=7)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"state": "broken"}, "one of 'NEW', 'RUNNING'"),
        ({"cores": "many"}, "a whole number"),
        ({"is_public": "perhaps"}, "True or False"),
        ({"opened_at": "soon"}, "a datetime, or ISO 8601 text"),
        ({"limits": "[1]"}, "an object"),
    ],
)
def test_text_that_the_field_cannot_have_is_refused(
    shop: Shop, given: dict[str, Any], expected: str
) -> None:
    ((name, value),) = given.items()
    with pytest.raises(BadRequestError) as refused:
        shop.servers.create(name="main", **given)
    found = f'Invalid value "{value}" for the parameter {name}: expected {expected}.'
    assert refused.value.message == found
    assert shop.servers.list() == []


def test_a_member_that_only_the_parameter_has_is_kept(sandbox: Sandbox, shop: Shop) -> None:
    server = shop.servers.create(name="main")

    with Shop(auth=BearerAuth(sandbox.token), transport=sandbox) as lenient:
        updated = lenient.servers(server.id).update(state="paused")

    assert updated.state == "paused"  # type: ignore[comparison-overlap]
    assert shop.servers(server.id).update(state="running").state == "RUNNING"


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"region": "nyc1"}, ["a"]),
        ({"region_slug": "ams2"}, ["b"]),
        ({"owners": ["bob"]}, ["a", "b"]),
        ({"owners": ["ann"]}, ["a"]),
        ({"owner": "ann"}, ["a"]),
        ({"ids": "2,3"}, ["b"]),
        ({"cores": "8"}, ["b"]),
        ({"is_public": "false"}, ["a", "b"]),
    ],
)
def test_filters_of_objects_and_of_several_keys(
    shop: Shop, filters: dict[str, Any], names: list[str]
) -> None:
    shop.servers.create(name="a", region="nyc1", owners=["ann", "bob"], cores="4")
    shop.servers.create(name="b", region="ams2", owners=["bob"], cores="8")

    assert [each.name for each in shop.servers.list(**filters)] == names


def test_a_filter_of_another_type_is_refused(shop: Shop) -> None:
    with pytest.raises(BadRequestError, match='Invalid value "many" for the parameter cores'):
        shop.servers.list(cores="many")


def test_objects_below_are_records_with_keys_of_their_type(shop: Shop) -> None:
    server = shop.servers.create(name="main", disks=[Disk(size=5, label="logs"), Disk(size=6)])

    disks = server.disks.list()

    assert [(each.size, each.label) for each in disks] == [(5, "logs"), (6, None)]
    assert disks[0].id != disks[1].id
    assert server.disks(disks[0].id).fetch() == disks[0]


def test_what_contains_the_record_or_has_its_fields(shop: Shop) -> None:
    created = shop.orders.create(name="books")
    assert created.server == ServerSummary(id=1, name="books")

    server = shop.servers.create(name="main")
    assert server.delete() == Deleted(id=server.id, name="main", status="gone")


def test_keys_of_what_is_below_and_members_that_only_a_request_has(shop: Shop) -> None:
    address = AddressWithPin(street="Main Street 1", pin="1234")
    order = shop.orders.create(name="books", tags=["red", "new"], address=address)

    assert [each.name for each in shop.orders(order.server.id).tags] == ["red", "new"]
    (listed,) = shop.orders.list(shop="main")
    assert listed.address == Address(street="Main Street 1")
    with pytest.raises(BadRequestError, match='Invalid value "" for the parameter tags'):
        shop.orders.create(name="books", tags=[""])
    with pytest.raises(BadRequestError, match=r'Invalid value "\{red" for the parameter tags'):
        shop.orders.create(name="books", tags=["{red"])


def test_an_operation_without_a_key_reads_the_newest_record(shop: Shop) -> None:
    assert shop.servers.latest().name == ""
    shop.servers.create(name="a")
    shop.servers.create(name="b")
    assert shop.servers.latest().name == "b"


def test_a_redirect_that_is_the_record_is_one(sandbox: Sandbox, shop: Shop) -> None:
    shop.servers.create(name="a")
    assert shop.servers.moved().name == "a"

    headers = {"Authorization": f"Bearer {sandbox.token}"}
    response = sandbox.handle(Request("GET", "https://shop.example/servers/moved", headers))
    assert (response.status, json.loads(response.body)["name"]) == (302, "a")


def test_a_list_that_requires_what_is_not_known_lists_all(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    shop.orders.create(name="books")

    assert [each.name for each in shop.orders.list(shop="main")] == ["books"]
    assert caplog.messages == [
        "the sandbox does not know what the parameter shop selects, and lists all. Say it by "
        "sandbox.filters(Order, shop=…)"
    ]


@pytest.mark.parametrize(
    ("disks", "found"),
    [
        ([{"size": "large"}], "The parameter disks[0].size has the value 'large': expected int."),
        ([{"size": 1}, {}], "The parameter disks[1].size is missing."),
        ([{"size": 1, "color": 2}], "The parameter disks[0].color is not declared."),
    ],
)
def test_a_wrong_member_is_named(sandbox: Sandbox, disks: Any, found: str) -> None:
    response = sandbox.handle(
        Request(
            "POST",
            "https://shop.example/servers",
            {"Authorization": f"Bearer {sandbox.token}", "Content-Type": "application/json"},
            json.dumps({"name": "main", "disks": disks}).encode(),
        )
    )
    assert (response.status, json.loads(response.body)["detail"]) == (400, found)
