"""What a sandbox does with records that no declaration says: lifecycles, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar, Literal

import pytest

from restmap import (
    UNSET,
    BearerAuth,
    Client,
    ConfigurationError,
    NumberPage,
    Paging,
    Params,
    Resource,
    collection,
    field,
)
from restmap.sandbox import Behaviour, Rules, Sandbox, SandboxCall, StoredRecord

START = datetime(2027, 1, 1, tzinfo=UTC)


class Note(Resource, uri="/orders/{order_id}/notes/{id}", page=NumberPage("notes")):
    id: int
    order_id: int
    text: str

    class Create(Params):
        text: str

    class List(Paging): ...

    class Delete(Params): ...


class Order(Resource, uri="/orders/{id}", page=NumberPage("orders"), body="json"):
    id: int
    status: Literal["new", "paid", "sent", "lost"]
    address: str
    channel: str | None
    sent_at: datetime | None
    updated_at: datetime | None
    history: list[str]

    class Create(Params):
        address: str
        gift: bool = UNSET

    class Fetch(Params): ...

    class List(Paging):
        status: str = UNSET

    class Update(Params, method="PATCH"):
        status: str = UNSET
        address: str = UNSET

    class Delete(Params): ...

    notes = collection(Note)


class Parcel(Resource, uri="/parcels/{id}", page=NumberPage("parcels")):
    id: str = field(prefix="P-")
    order: str

    class Fetch(Params): ...

    class List(Paging): ...


class Shop(Client, host="api.shop.example", prefix="/v1"):
    orders = collection(Order)
    parcels = collection(Parcel)


STEPS = [("new", 0), ("paid", 10), ("sent", 30)]


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(Shop, start=START)
    yield sandbox
    sandbox.stop()


@pytest.fixture
def shop(sandbox: Sandbox) -> Iterator[Shop]:
    with Shop(auth=BearerAuth(sandbox.token), transport=sandbox, drift="error") as shop:
        yield shop


def test_a_field_advances_with_the_clock(sandbox: Sandbox, shop: Shop) -> None:
    sandbox.lifecycle(Order, "status", STEPS)
    order = shop.orders.create(address="Main Street 1")
    seen = [(0, order.status)]
    for seconds in (9.5, 0.5, 19, 1, 100):
        sandbox.clock.advance(seconds)
        seen.append((seconds, order.fetch().status))
    assert seen == [
        (0, "new"),
        (9.5, "new"),
        (0.5, "paid"),
        (19, "paid"),
        (1, "sent"),
        (100, "sent"),
    ]
    # Each change has the time at which it took place, not that of the request that found it.
    assert order.fetch().updated_at == START + timedelta(seconds=30)


def test_lists_and_filters_see_what_time_brought(sandbox: Sandbox, shop: Shop) -> None:
    sandbox.lifecycle(Order, "status", STEPS)
    shop.orders.create(address="Main Street 1")
    sandbox.clock.advance(10)
    shop.orders.create(address="Main Street 2")
    assert [each.address for each in shop.orders.list(status="paid")] == ["Main Street 1"]
    sandbox.clock.advance(20)
    assert [each["status"] for each in sandbox.records(Order)] == ["sent", "paid"]


def test_another_change_ends_a_lifecycle_or_goes_on_from_there(
    sandbox: Sandbox, shop: Shop
) -> None:
    sandbox.lifecycle(Order, "status", STEPS)
    lost, paid = (shop.orders.create(address=each) for each in ("Main Street 1", "Main Street 2"))
    sandbox.clock.advance(5)
    lost.update(status="lost")
    paid.update(status="paid")
    paid.update(address="Side Street 2")  # another field does not matter
    sandbox.clock.advance(19)
    assert (lost.fetch().status, paid.fetch().status) == ("lost", "paid")
    sandbox.clock.advance(1)
    assert (lost.fetch().status, paid.fetch().status) == ("lost", "sent")


def test_a_record_that_was_deleted_does_not_change(sandbox: Sandbox, shop: Shop) -> None:
    sandbox.lifecycle(Order, "status", STEPS)
    shop.orders.create(address="Main Street 1").delete()
    sandbox.clock.advance(100)
    assert shop.orders.list() == []


def test_the_lifecycle_that_was_said_last_and_is_meant_is_followed(
    sandbox: Sandbox, shop: Shop
) -> None:
    sandbox.lifecycle(Order, "status", STEPS)
    sandbox.lifecycle(
        Order, "status", [("new", 0), ("lost", 1)], when=lambda order: "Lane" in order["address"]
    )
    orders = [shop.orders.create(address=each) for each in ("Main Street 1", "Dark Lane 2")]
    sandbox.clock.advance(10)
    assert [each.fetch().status for each in orders] == ["paid", "lost"]


def test_what_follows_from_a_change(sandbox: Sandbox, shop: Shop) -> None:
    sandbox.lifecycle(Order, "status", STEPS)

    @sandbox.after_change(Order, "status")
    def remember(order: StoredRecord) -> None:
        order.save(history=[*order.fields["history"], order.fields["status"]])

    @sandbox.after_change(Order, "status", "sent")
    def send(order: StoredRecord) -> None:
        order.save(sent_at=order.now)
        order.create(Note, text="It is on its way.")
        order.create(Parcel, order=order.path["id"])

    order = shop.orders.create(address="Main Street 1")
    assert order.history == []
    sandbox.clock.advance(3600)
    order = order.fetch()
    assert (order.history, order.sent_at) == (["paid", "sent"], START + timedelta(seconds=30))
    assert [each.text for each in order.notes.list()] == ["It is on its way."]
    assert [each.order for each in shop.parcels.list()] == [str(order.id)]


def test_what_follows_from_a_new_record_and_from_a_deleted_one(
    sandbox: Sandbox, shop: Shop
) -> None:
    sandbox.initial(
        Order, channel="web", status=lambda given: "paid" if given.get("gift") else "new"
    )

    @sandbox.after_create(Order)
    def wrap(order: StoredRecord) -> None:
        if order.arguments.get("gift"):
            order.note(paper="red")
            order.save_later(60, address="wrapped")

    @sandbox.override(Order, "update")
    def update(call: SandboxCall) -> dict[str, Any]:
        call.stored_record.note(changes=call.stored_record.notes.get("changes", 0) + 1)
        return call.save(address=f"{call.stored_record.notes}")

    @sandbox.after_delete(Order)
    def leave_trace(order: StoredRecord) -> None:
        order.create(Parcel, order=f"returned from {order.fields['address']}")

    gift, other = (shop.orders.create(address="Main Street", gift=each) for each in (True, False))
    assert [(each.channel, each.status) for each in (gift, other)] == [
        ("web", "paid"),
        ("web", "new"),
    ]
    assert gift.update(address="x").address == "{'paper': 'red', 'changes': 1}"
    assert gift.update(address="x").address == "{'paper': 'red', 'changes': 2}"
    sandbox.clock.advance(60)
    assert (gift.fetch().address, other.fetch().address) == ("wrapped", "Main Street")
    other.delete()
    assert [each.order for each in shop.parcels] == ["returned from Main Street"]


def test_overrides_find_records_of_other_resources(sandbox: Sandbox, shop: Shop) -> None:
    sandbox.add(Parcel, id="P-1", order="7")

    @sandbox.override(Order, "create")
    def create(call: SandboxCall) -> Any:
        parcels = call.find_all(Parcel)
        parcels[0].save(order="8")
        return {**call.create(address=parcels[0].path["id"]), "channel": f"{call.now:%Y}"}

    order = shop.orders.create(address="Main Street")
    assert (order.address, order.channel) == ("P-1", "2027")
    assert shop.parcels("P-1").fetch().order == "8"


def test_a_list_of_records_that_are_not_stored(sandbox: Sandbox, shop: Shop) -> None:
    @sandbox.override(Order, "list")
    def list_orders(call: SandboxCall) -> Any:
        names: dict[str, Any] = {
            "sent_at": None,
            "channel": None,
            "updated_at": None,
            "history": [],
        }
        return call.page(
            {"id": each, "status": "paid" if each % 2 else "new", "address": "x", **names}
            for each in range(7)
        )

    assert [each.id for each in shop.orders.list(page_size=3)] == list(range(7))
    assert [each.id for each in shop.orders.list(page_size=2, status="paid")] == [1, 3, 5]


def test_a_test_goes_before_the_rules_until_it_is_reset() -> None:
    orders = Behaviour()
    orders.lifecycle(Order, "status", STEPS)
    orders.initial(Order, channel="web", address="unknown")

    @orders.override(Order, "fetch")
    def fetch(call: SandboxCall) -> Any:
        return {**call.record, "address": "by the rules"}

    class ShopRules(Rules):
        behaviours: ClassVar[dict[str, Any]] = {"api.shop.example": orders}

    sandbox = Sandbox(Shop, start=START, rules=ShopRules())
    sandbox.lifecycle(Order, "status", [("new", 0), ("lost", 1)])
    sandbox.initial(Order, channel="shop")

    @sandbox.override(Order, "fetch")
    def again(call: SandboxCall) -> Any:
        result: Any = call.run_default()
        return {**result, "address": f"{result['address']}, and by the test"}

    shop = Shop(auth=BearerAuth(sandbox.token), transport=sandbox)
    order = shop.orders.create(address="Main Street")
    sandbox.clock.advance(10)
    order = order.fetch()
    assert (order.status, order.channel) == ("lost", "shop")
    assert order.address == "by the rules, and by the test"

    sandbox.reset()
    order = shop.orders.create(address="Main Street")
    sandbox.clock.advance(10)
    order = order.fetch()
    assert (order.status, order.channel, order.address) == ("paid", "web", "by the rules")
    sandbox.stop()


def test_what_is_due_is_kept_in_a_file(tmp_path: Path) -> None:
    for seconds, expected in ((0, "new"), (10, "paid")):
        start = START + timedelta(seconds=seconds)
        sandbox = Sandbox(Shop, start=start, database=tmp_path / "records.sqlite", token="t")
        sandbox.lifecycle(Order, "status", STEPS)
        shop = Shop(auth=BearerAuth("t"), transport=sandbox)
        if seconds == 0:
            shop.orders.create(address="Main Street")
        assert [each.status for each in shop.orders.list()] == [expected]
        sandbox.stop()


@pytest.mark.parametrize(
    ("field_name", "steps", "message"),
    [
        ("statuss", STEPS, "Order has no field 'statuss'."),
        ("status", [("new", 0)], "the steps [('new', 0)] are not at least two different values."),
        ("status", [("new", 0), ("new", 1)],
         "the steps [('new', 0), ('new', 1)] are not at least two different values."),
        ("status", [("new", 2), ("paid", 1)],
         "the seconds of the steps [('new', 2), ('paid', 1)] do not increase."),
        ("status", [("new", -1), ("paid", 1)],
         "the seconds of the steps [('new', -1), ('paid', 1)] do not increase."),
    ],
)  # fmt: skip
def test_a_lifecycle_that_cannot_be(
    sandbox: Sandbox, field_name: str, steps: Any, message: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        sandbox.lifecycle(Order, field_name, steps)
    assert str(caught.value).splitlines()[0] == message


def test_what_is_said_of_what_is_not_there(sandbox: Sandbox, shop: Shop) -> None:
    class Other(Resource, uri="/others/{id}"):
        id: int

    with pytest.raises(ConfigurationError, match=r"^Other is not served here\."):
        sandbox.after_create(Other)
    with pytest.raises(ConfigurationError, match=r"^Order has no field 'colour'\."):
        sandbox.initial(Order, colour="red")
    with pytest.raises(ConfigurationError, match=r"^Order has no operation 'craete'\."):
        Behaviour().override(Order, "craete")

    @sandbox.override(Order, "fetch")
    def fetch(call: SandboxCall) -> Any:
        call.find_all(Note) if call.path["id"] == "1" else call.stored_record.find_all(Other)

    sandbox.override(Order, "update")(lambda call: call.stored_record.save(colour="red"))
    for _ in range(2):
        shop.orders.create(address="Main Street")
    with pytest.raises(ConfigurationError, match=r"^the path value 'order_id' is missing\."):
        shop.orders(1).fetch()
    with pytest.raises(ConfigurationError, match=r"^Other is not served here\."):
        shop.orders(2).fetch()
    with pytest.raises(ConfigurationError, match=r"^Order has no field 'colour'\."):
        shop.orders(2).update(address="x")
