"""The API of the tests of this folder, and a server that has what a test puts into it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import (
    UNSET,
    Client,
    HandlerTransport,
    Model,
    NumberPage,
    Paging,
    Params,
    Request,
    Resource,
    Returns,
    action,
    collection,
    param,
)
from tests.support import json_response


class Address(Model):
    street: str
    city: str | None = None
    door_code: str | None = None
    password: str | None = None


class Line(Resource, uri="/orders/{order_id}/lines/{id}"):
    order_id: int
    id: int

    class Fetch(Params): ...


class Order(
    Resource,
    uri="/orders/{id}",
    body="json",
    page=NumberPage("orders", pages="pages", total="total"),
):
    """An order of a customer.

    https://docs.desk.example/orders
    """

    url: str
    note: str | None
    id: int
    status: Literal["open", "paid"]
    name: str
    created_at: datetime
    address: Address | None
    weight: float | None
    is_gift: bool | None
    card: str | None
    auth_token: str | None

    class Create(Params):
        """Place an order.

        card: The number of a credit card.
        """

        note: str = UNSET
        name: str
        card: str = param(default=UNSET, sensitive=True)

    class List(Paging):
        status: Literal["open", "paid"] = UNSET
        card: str = param(default=UNSET, sensitive=True)

    class Fetch(Params): ...

    class Pay(Params, Returns[None]):
        """Pay it: https://docs.desk.example/paying"""

    pay = action(Pay)
    lines = collection(Line)


class Desk(Client, host="api.desk.example", prefix="/v1"):
    orders = collection(Order)


ORDER = {
    "url": "https://api.desk.example/v1/orders/7",
    "note": None,
    "id": 7,
    "status": "open",
    "name": "Ada",
    "created_at": "2026-11-24T10:00:00Z",
    "address": {"street": "Main St", "city": "Berlin", "password": "s3cret"},
    "weight": 2.5,
    "is_gift": True,
    "card": "4111",
    "auth_token": "t0ken",
}


class Served:
    """A client, and the requests that it sent to a server with these orders."""

    def __init__(self, *orders: dict[str, Any], total: int | None = None) -> None:
        self.orders = orders
        self.total = total
        self.transport = HandlerTransport(self._respond)
        self.client = Desk(transport=self.transport)

    def _respond(self, request: Request) -> Any:
        if "/orders/" in request.url:
            return json_response(self.orders[0])
        body = {"orders": [*self.orders], "pages": 2, "total": self.total}
        return json_response(body)
