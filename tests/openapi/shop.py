"""An API with one of everything that a declaration can say, for the tests of its document."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Literal
from uuid import UUID

from restmap import (
    UNSET,
    ApiKeyScheme,
    BearerScheme,
    Client,
    Collection,
    CursorPage,
    Download,
    File,
    LinkHeaderPage,
    LinkPage,
    Model,
    NumberPage,
    OffsetPage,
    Paging,
    Params,
    Resource,
    TokenPage,
    action,
    collection,
    field,
    one_of,
    param,
    rfc2822,
    unix_time,
)


class Size(Enum):
    """How large it is."""

    SMALL = "s"
    LARGE = "l"


class Card(Model):
    type: Literal["card"]
    number: str


class Cash(Model):
    type: Literal["cash"]
    amount: Decimal


class Category(Model):
    """A category, with those below it."""

    name: str
    note: str | None = None
    children: list[Category] = field(factory=list)


class Item(Resource, uri="/items/{id}", page=OffsetPage("items", total="total"), body="json"):
    """What is sold."""

    id: UUID
    name: str
    price: Decimal | None
    size: Size
    colour: Literal["red", "green"] | None
    category: Category
    payment: Card | Cash | None = field(tagged_by="type")
    made_at: datetime
    sold_on: date | None
    updated: datetime = field(unix_time)
    labels: dict[str, str]
    anything: Any

    class Create(Params):
        """Put an item on sale."""

        name: str
        size: Size = UNSET
        price: Decimal | None = UNSET
        category: Category = UNSET
        payment: Card | Cash = param(default=UNSET, tagged_by="type")
        count: int = 1

    class Fetch(Params):
        fields: list[str] = param(style="form", explode=False, default=UNSET)

    class Update(Params, method="PATCH"):
        name: str = UNSET

    class Delete(Params): ...

    class List(Paging):
        ids: list[int] = param(style="pipeDelimited", default=UNSET)
        near: dict[str, float] = param(style="deepObject", default=UNSET)
        where: dict[str, Any] = param(style="json", default=UNSET)
        since: datetime = UNSET
        trace: str = param(location="header", name="X-Trace", default=UNSET)

    class Photo(Params, uri="/photo", body="multipart"):
        photo: File
        details: Card = UNSET

    class Manual(Params, method="GET", uri="/manual"): ...

    class Contents(Params, method="PUT", uri="/contents", content_type="text/csv", item="rows"):
        content: File = param(location="body")

    photo = action(Photo, returns=None)
    manual = action(Manual, returns=Download)
    contents = action(Contents, returns=int)


class Order(Resource, uri="/orders/{number}", page=CursorPage(), item="order", body="form"):
    number: int
    id: str
    note: str | None

    class Create(Params, body_item="order"):
        note: str
        lines: list[str] = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Move(Params, uri="/move"):
        at: datetime = param(rfc2822)
        place: dict[str, Any]

    move = action(Move)


class Orders(Collection[Order]):
    class Recent(Params, method="GET", uri="/recent"): ...

    recent = action(Recent, returns=list[Order])


class Shipment(Resource, uri="/shipments/{id}", page=LinkHeaderPage()):
    id: str

    class List(Paging): ...


class Invoice(Resource, uri="/invoices/{id}", page=LinkPage("data", next_link="links.next")):
    id: str

    class List(Paging): ...


class Visit(Resource, uri="/visits/{id}", page=NumberPage("visits", pages="pages"), body="json"):
    id: str

    class List(Paging): ...


class Event(
    Resource,
    uri="/events/{id}",
    page=TokenPage("events", token="next", parameter="token", page_size="size"),
    body="json",
):
    id: str

    class List(Paging, method="POST", body="json"):
        kind: str = UNSET


class Shop(
    Client,
    host="shop.example",
    prefix="/v1",
    security=one_of(BearerScheme(), ApiKeyScheme("X-Key")),
):
    """A shop."""

    items = collection(Item)
    orders = collection(Order, Orders)
    shipments = collection(Shipment)
    invoices = collection(Invoice)
    visits = collection(Visit)
    events = collection(Event)
