"""What a response is read as: lists, text, bytes, what a delete returns, a redirect's record."""

from __future__ import annotations

import asyncio
from typing import Any

import attrs
import pytest

from restmap import (
    BearerAuth,
    Client,
    DeclarationError,
    Domain,
    Paging,
    Params,
    Resource,
    Response,
    ResponseError,
    Returns,
    Version,
    action,
    collection,
    domain,
    version,
)
from restmap.sandbox import Sandbox
from tests.support import ROOT, AsyncServed, Served, json_response, message_without_place


@attrs.frozen
class Deletion:
    id: int
    undo_until: str | None


class Receipt(Resource, uri="/orders/{order_id}/receipts/{id}"):
    order_id: int
    id: int

    class Fetch(Params): ...


class Order(Resource, uri="/orders/{order_id}"):
    order_id: int
    status: str

    class Create(Params):
        status: str

    class Fetch(Params): ...

    class Delete(Params, Returns[Deletion]): ...

    class Cancel(Params, method="GET", uri="/cancellation", redirects=False): ...

    class Receipts(Params, method="GET", uri="/receipts"): ...

    class Pay(Params, uri="/receipts"): ...

    class Words(Params, method="GET", uri="/words"): ...

    class Text(Params, method="GET", uri="/text"): ...

    class Table(Params, method="GET", uri="/export", accept="text/csv"): ...

    class Paper(Params, method="GET", uri="/export.pdf"): ...

    class Note(Params, method="GET", uri="/note"): ...

    cancel = action(Cancel)
    receipts = action(Receipts, returns=list[Receipt])
    receipts_async = receipts.awaited()
    pay = action(Pay, returns=Receipt)
    words = action(Words, returns=list[int])
    text = action(Text, returns=str)
    table = action(Table, returns=str)
    paper = action(Paper, returns=bytes)
    note = action(Note, returns=Deletion | None)


class Task(Resource, uri="/tasks/{id}"):
    id: int
    done: bool

    class Create(Params):
        done: bool

    class Delete(Params, Returns["Task"]): ...


class Import(Resource, uri="/imports/{id}"):
    id: int

    class Create(Params, Returns[Receipt]):
        url: str

    class Fetch(Params, Returns[list[int]]): ...

    class Update(Params, Returns[None], method="PUT"):
        url: str


class V1(Version, prefix="/v1"):
    orders = collection(Order)
    tasks = collection(Task)
    imports = collection(Import)


class Desk(Domain, host="api.desk.example"):
    v1 = version(V1)


class DeskClient(Client, title="Vendor"):
    desk = domain(Desk)


def test_a_delete_returns_what_it_declares():
    served = Served(json_response({"id": 1, "undo_until": None}))
    assert served.mount(Order)(1).delete() == Deletion(1, None)
    assert served.request.method == "DELETE"


def test_a_delete_is_awaited():
    served = AsyncServed(json_response({"id": 1, "undo_until": "now"}))
    assert asyncio.run(served.mount(Order)(1).delete_async()) == Deletion(1, "now")


def test_a_delete_returns_the_record():
    served = Served(json_response({"id": 1, "done": True}))
    deleted = served.mount(Task)(1).delete()
    assert isinstance(deleted, Task)
    assert deleted.done is True


def test_any_verb_but_a_list_returns_what_it_declares():
    served = Served(
        json_response({"order_id": 1, "id": 7, "total": 9}, 201),
        json_response([1, 2]),
        Response(200),
    )
    imports = served.mount(Import)
    receipt = imports.create(url="https://a.test")
    assert isinstance(receipt, Receipt)
    assert receipt.id == 7
    assert imports(1).fetch() == [1, 2]
    assert imports(1).update(url="https://b.test") is True


def test_a_list_of_resources_has_records_with_verbs():
    served = Served(
        json_response([{"order_id": 1, "id": 7}, {"order_id": 1, "id": 8}]),
        json_response({"order_id": 1, "id": 8}),
    )
    receipts = served.mount(Order)(1).receipts()
    assert [each.id for each in receipts] == [7, 8]
    assert receipts[1].fetch().id == 8
    assert served.urls == [f"{ROOT}/orders/1/receipts", f"{ROOT}/orders/1/receipts/8"]


def test_a_list_of_resources_is_awaited():
    served = AsyncServed(json_response([{"order_id": 1, "id": 7}]))
    (receipt,) = asyncio.run(served.mount(Order)(1).receipts_async())
    assert isinstance(receipt, Receipt)


def test_another_resource_has_its_own_address():
    served = Served(
        json_response({"order_id": 1, "id": 7}, 201), json_response({"order_id": 1, "id": 7})
    )
    served.mount(Order)(1).pay().fetch()
    assert served.urls == [f"{ROOT}/orders/1/receipts", f"{ROOT}/orders/1/receipts/7"]


def test_another_resource_of_a_blank_response_is_a_handle():
    receipt = Served(Response(201)).mount(Order)(1).pay()
    assert repr(receipt) == "<Receipt order_id=1 (not fetched)>"


def test_an_object_in_place_of_a_list_is_refused():
    served = Served(json_response({"id": 7}))
    with pytest.raises(ResponseError) as caught:
        served.mount(Order)(1).receipts()
    assert str(caught.value) == (
        "the response with status code 200 cannot be read: expected a JSON array, found dict.\n"
        "  Check that base_url is the address of the API itself.\n"
        f"  in GET {ROOT}/orders/1/receipts"
    )


def test_values_text_and_bytes():
    served = Served(
        json_response([1, 2]),
        Response(200, {"Content-Type": "text/plain; charset=latin-1"}, "Zoë".encode("latin-1")),
        json_response("a", Content_Type="application/json"),
        Response(200, {"Content-Type": "text/csv"}, b"a;b"),
        Response(200, {"Content-Type": "application/pdf"}, b"%PDF"),
        Response(200, {}, b""),
    )
    order = served.mount(Order)(1)
    assert order.words() == [1, 2]
    assert order.text() == "Zoë"
    assert order.text() == "a"
    assert order.table() == "a;b"
    assert order.paper() == b"%PDF"
    assert order.note() is None
    assert [each.headers["Accept"] for each in served.requests] == [
        "application/json",
        "text/plain, */*;q=0.9",
        "text/plain, */*;q=0.9",
        "text/csv",
        "*/*",
        "application/json",
    ]


def test_bytes_that_are_no_text_are_refused():
    served = Served(Response(200, {"Content-Type": "text/plain"}, b"\xff"))
    with pytest.raises(ResponseError) as caught:
        served.mount(Order)(1).text()
    assert str(caught.value) == (
        "the response with status code 200 cannot be read: its body is not text in utf-8.\n"
        "  Check that base_url is the address of the API itself.\n"
        f"  in GET {ROOT}/orders/1/text"
    )


@pytest.mark.parametrize("kind", ["application/json", "application/vnd.desk+json; v=1"])
def test_a_redirect_that_is_the_result_has_its_record(kind: str):
    served = Served(json_response({"order_id": 1, "status": "cancelled"}, 303, Content_Type=kind))
    assert served.mount(Order)(1).cancel().status == "cancelled"


@pytest.mark.parametrize(
    "response",
    [Response(302, {"Location": "/x"}), Response(302, {"Content-Type": "text/html"}, b"<p>Moved")],
)
def test_a_redirect_without_a_record_gives_a_handle(response: Response):
    order = Served(response).mount(Order)(1).cancel()
    assert order.response is response
    assert repr(order) == "<Order order_id=1 (not fetched)>"


# -- the sandbox ----------------------------------------------------------------------------


def test_the_sandbox_answers_in_the_declared_shapes():
    sandbox = Sandbox(DeskClient)

    @sandbox.override(Order, "receipts")
    def receipts(call: Any) -> Any:
        return json_response([{"order_id": int(call.path["order_id"]), "id": 3}])

    client = DeskClient(auth=BearerAuth(sandbox.token), transport=sandbox)
    order = client.desk.v1.orders.create(status="new")
    assert [each.id for each in order.receipts()] == [3]
    assert order.words() == []
    assert order.text() == order.table() == ""
    assert order.paper() == b""
    assert isinstance(order.pay(), Receipt)
    assert isinstance(order.delete(), Deletion)
    assert client.desk.v1.orders.create(status="new").order_id == 2
    assert client.desk.v1.tasks.create(done=True).delete().done is True
    imports = client.desk.v1.imports
    assert isinstance(imports.create(url="https://a.test"), Receipt)
    assert imports(4).fetch() == []
    assert imports(4).update(url="https://b.test") is True


# -- mistakes -------------------------------------------------------------------------------


def test_returns_in_a_list_is_refused():
    with pytest.raises(DeclarationError) as caught:

        class Wrong(Resource, uri="/wrong/{id}"):
            id: int

            class List(Paging, Returns[Deletion]): ...

    assert message_without_place(caught) == (
        "the nested class 'List' has Returns[…], but a list gives records of its resource.\n"
        "  Declare an action with a name of its own: `… = action(…, returns=…)`."
    )


def test_a_type_that_cannot_be_read_is_refused():
    with pytest.raises(DeclarationError) as caught:

        class Wrong(Resource, uri="/wrong/{id}"):
            id: int

            class Delete(Params, Returns[object.__class__]): ...

    assert message_without_place(caught) == (
        "no reader is known for the type that the action returns: <class 'type'>.\n"
        "  Pass a resource as returns=, a list of one, or a type that a field may have."
    )


class Drawing(Resource, uri="/drawings/{id}"):
    id: str

    class AsData(Params, method="GET", uri="/content"): ...

    class AsPicture(Params, method="GET", uri="/content", accept="image/svg+xml"): ...

    class AsText(Params, method="GET", uri="/content", accept="text/plain"): ...

    data = action(AsData, returns=dict[str, int])
    picture = action(AsPicture, returns=bytes)
    text = action(AsText, returns=str)


class Gallery(Client, host="api.gallery.example"):
    drawings = collection(Drawing)


def test_the_sandbox_tells_media_types_of_one_path_apart() -> None:
    sandbox = Sandbox(Gallery)
    sandbox.add(Drawing, id="7")
    sandbox.override(Drawing, "data")(lambda call: {"lines": 2})
    sandbox.override(Drawing, "picture")(lambda call: b"<svg/>")
    client = Gallery(auth=BearerAuth(sandbox.token), transport=sandbox)
    drawing = client.drawings("7")

    assert (drawing.data(), drawing.picture(), drawing.text()) == ({"lines": 2}, b"<svg/>", "")
    for accepted, kind in [
        ("text/plain;q=0.9, image/svg+xml", "text/plain"),
        ("image/png, image/svg+xml", "image/svg+xml"),
        ("image/png", "application/json"),
        ("*/*", "application/json"),
    ]:
        response = client.request("GET", "/drawings/7/content", headers={"Accept": accepted})
        assert response.headers["Content-Type"] == kind
