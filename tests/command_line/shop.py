"""An API with every kind of parameter, for the command line."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal, Unpack

from restmap import (
    UNSET,
    BearerAuth,
    Client,
    ClientSettings,
    Download,
    File,
    Model,
    OffsetPage,
    Paging,
    Params,
    Resource,
    action,
    camel_case,
    collection,
    param,
)

State = Literal["open", "paid", "sent"]


class Address(Model):
    street: str
    city: str | None = None


class Line(Resource, uri="/orders/{order_id}/lines/{number}", page=OffsetPage("items")):
    """One line of an order."""

    order_id: int
    number: int
    text: str

    class Create(Params):
        text: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...


class Place(Resource, uri="/places/{shelf}/{number}"):
    """A place in the store, by two keys."""

    shelf: str
    number: int
    text: str | None

    class Key(Resource.Key):
        shelf: str
        number: int

    class Fetch(Params): ...

    class Update(Params):
        text: str


class Order(
    Resource,
    uri="/orders/{id}",
    page=OffsetPage("items", page_size="size"),
    parameter_names=camel_case,
    field_names=camel_case,
):
    """An order of the shop: https://docs.shop.example/orders

    It is sent as soon as it is paid.
    """

    id: int
    note: str
    state: State
    total: Decimal | None
    placed_at: datetime | None
    express: bool | None
    count: int | None
    address: Address | None
    tags: list[str] | None
    output: str | None

    class Create(Params):
        """Place an order.

        note: What the customer wrote.
        """

        note: str
        state: State = "open"
        total: Decimal = UNSET
        placed_at: datetime = UNSET
        express: bool = UNSET
        count: int = UNSET
        address: Address = UNSET
        tags: list[str] = UNSET
        output: str = UNSET
        card: str = param(default=UNSET, sensitive=True)

    class List(Paging):
        state: State = UNSET

    class Update(Params, method="PATCH"):
        state: State = UNSET
        note: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    class Receipt(Params, method="GET", uri="/receipt"): ...

    receipt = action(Receipt, returns=Download)

    class Attach(Params, uri="/attachment", body="multipart"):
        scan: File
        title: str = UNSET

    attach = action(Attach, returns=None)

    lines = collection(Line)


class Shop(Client, host="api.shop.example", prefix="/v1"):
    orders = collection(Order)
    places = collection(Place)

    def __init__(self, token: str, **settings: Unpack[ClientSettings]) -> None:
        super().__init__(auth=BearerAuth(token), **settings)
