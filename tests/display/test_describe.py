"""`describe()`: what a collection has, at a prompt and in a notebook."""

from __future__ import annotations

from restmap import UNSET, Collection, Params, Resource, Returns, action, collection

from .desk import Desk, Order, Served
from .test_previews import TAGS, Read, preview

TEXT = """\
<Desk.OrderList>
An order of a customer.
https://docs.desk.example/orders

create(name=..., ...) -> Order
    POST https://api.desk.example/v1/orders
    Place an order.
    PARAMETER  TYPE  DEFAULT   SENT AS
    name       str   required  json name
    note       str             json note
    card       str             json card  The number of a credit card.

list/page/stream(...) -> list[Order]
    GET https://api.desk.example/v1/orders
    PARAMETER    TYPE                     DEFAULT  SENT AS
    limit        int | None               None     not sent
    page_size    int | None               None     query per_page
    page_number  int                               query page
    prefetch     int                      0        not sent
    status       Literal['open', 'paid']           query status
    card         str                               query card

(id).fetch() -> Order
    GET https://api.desk.example/v1/orders/{id}

(id).pay() -> bool
    POST https://api.desk.example/v1/orders/{id}
    Pay it: https://docs.desk.example/paying
    https://docs.desk.example/paying

Fields of Order:
    url         str
    note        str | None
    id          int
    status      Literal['open', 'paid']
    name        str
    created_at  datetime
    address     Address | None
    weight      float | None
    is_gift     bool | None
    card        str | None
    auth_token  str | None

Below it:
    (id).lines

Each call has an awaited form, such as create_async(); a stream is read by async for.\
"""


def test_as_text():
    served = Served()

    assert repr(served.client.orders.describe()) == TEXT
    assert served.transport.requests == []


def test_as_html():
    shown = preview(Served().client.orders.describe())

    assert ["name", "str", "required", "json name", ""] in shown.cells
    assert ["card", "str", "", "json card", "The number of a credit card."] in shown.cells
    assert ["created_at", "datetime"] in shown.cells
    assert ("href", "https://docs.desk.example/orders") in shown.attributes
    assert shown.tags <= TAGS | {"details", "summary", "a"}


def test_a_collection_in_a_notebook_is_its_operations():
    served = Served()

    shown = preview(served.client.orders)
    assert shown.cells[:2] == [
        ["call", "request"],
        ["create(name=..., ...) -> Order", "POST https://api.desk.example/v1/orders"],
    ]
    assert shown.text.endswith("describe() has the parameters and the fields.")
    assert served.transport.requests == []


class Ticket(Resource, uri="/tickets/{id}"):
    """<b>Bold</b> & "quoted": <script>."""

    id: int

    class Fetch(Params): ...


class Tickets(Collection[Ticket]):
    class Merge(Params, Returns[None], uri="/merge"):
        """Merge two.

        Merged tickets stay.
        """

        ids: list[int] = UNSET

    merge = action(Merge)


def test_actions_of_a_collection_come_before_what_is_called_on_an_item():
    tickets = collection(Ticket, Tickets).under(Desk())

    described = tickets.describe()
    assert [each.call for each in described.operations] == [
        "merge(...) -> bool",
        "(id).fetch() -> Ticket",
    ]
    assert described.operations[0].said == "Merge two.\n\nMerged tickets stay."
    assert "    Merged tickets stay.\n" in repr(described)
    assert "Below it" not in repr(described)


def test_a_docstring_stays_text():
    shown = Read(collection(Ticket).under(Desk()).describe()._repr_html_())

    assert '<b>Bold</b> & "quoted": <script>.' in shown.text
    assert "script" not in shown.tags


def test_where_requests_go_makes_no_difference():
    mounted = collection(Order).under(Desk(base_url="http://127.0.0.1:1/x"))

    assert repr(mounted.describe()) == TEXT
