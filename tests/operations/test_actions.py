"""Actions: any HTTP method, with a path and a result type of their own."""

from __future__ import annotations

import asyncio
from typing import Any

import attrs
import pytest

from restmap import (
    UNSET,
    DeclarationError,
    NoKey,
    Params,
    Resource,
    ResponseError,
    action,
    pascal_case,
)
from tests.support import ROOT, Served, form, json_response


@attrs.frozen
class Invoice:
    number: int
    lines: list[str]


class Receipt(Resource, uri="/Receipts/{sid}"):
    sid: str


class Order(Resource, uri="/Orders/{sid}", body="form", parameter_names=pascal_case):
    sid: str
    status: str

    class Fetch(Params): ...

    class Cancel(Params, uri="/cancel"):
        reason: str = UNSET

    class Pay(Params, method="PUT", uri="/payment", body="json"):
        amount: int

    class Invoiced(Params, method="GET", uri="/invoice"):
        copies: int = UNSET

    class Archive(Params, method="DELETE", uri="/archive"): ...

    class Print(Params, method="GET", uri=".pdf"): ...

    cancel = action(Cancel)
    cancel_async = cancel.awaited()
    pay = action(Pay, returns=Receipt)
    invoice = action(Invoiced, returns=Invoice)
    archive = action(Archive, returns=None)
    print = action(Print, returns=bytes)


def test_an_action_returns_the_record_it_is_called_on():
    served = Served(json_response({"sid": "O1", "status": "cancelled"}))
    order = served.mount(Order)("O1").cancel(reason="late")
    assert (served.request.method, served.request.url) == ("POST", f"{ROOT}/Orders/O1/cancel")
    assert form(served.request) == [("Reason", "late")]
    assert isinstance(order, Order)
    assert order.status == "cancelled"


def test_an_action_returns_another_resource():
    served = Served(json_response({"sid": "R1"}))
    receipt = served.mount(Order)("O1").pay(amount=5)
    assert served.request.method == "PUT"
    assert served.request.url == f"{ROOT}/Orders/O1/payment"
    assert served.request.headers["Content-Type"] == "application/json"
    assert served.request.body == b'{"Amount":5}'
    assert isinstance(receipt, Receipt)
    assert receipt.sid == "R1"


def test_an_action_returns_a_model_and_its_parameters_are_a_query():
    served = Served(json_response({"number": 7, "lines": ["a"]}))
    assert served.mount(Order)("O1").invoice(copies=2) == Invoice(7, ["a"])
    assert served.request.url == f"{ROOT}/Orders/O1/invoice?Copies=2"
    assert served.request.body is None


def test_what_does_not_fit_a_model_is_kept_and_may_be_an_error():
    response = json_response({"number": "seven", "lines": ["a"]})
    assert Served(response).mount(Order)("O1").invoice().number == "seven"
    with pytest.raises(ResponseError) as caught:
        Served(response, drift="error").mount(Order)("O1").invoice()
    assert str(caught.value).startswith("number has the value 'seven': expected int.\n")


def test_a_response_that_is_not_of_the_kind_is_refused():
    served = Served(json_response([1]))
    with pytest.raises(ResponseError) as caught:
        served.mount(Order)("O1").invoice()
    assert str(caught.value) == (
        "the response with status code 200 cannot be read: Order.Invoiced has the value [1]: "
        "expected an object.\n"
        "  Check that base_url is the address of the API itself.\n"
        f"  in GET {ROOT}/Orders/O1/invoice"
    )


def test_an_action_returns_nothing():
    served = Served(json_response(status=204))
    assert served.mount(Order)("O1").archive() is True


def test_an_action_returns_bytes_as_they_came():
    served = Served(json_response("%PDF"))
    assert served.mount(Order)("O1").print() == b'"%PDF"'
    assert served.request.url == f"{ROOT}/Orders/O1.pdf"


def test_an_action_is_awaited():
    async def send(request: Any) -> Any:
        return json_response({"sid": "O1", "status": request.method})

    transport = type("Transport", (), {"send": staticmethod(send)})()
    client = Served().client.__class__(transport=transport)
    from restmap import collection

    order = asyncio.run(collection(Order).under(client.desk.v1)("O1").cancel_async())
    assert order.status == "POST"


def test_both_of_a_pair_are_one_operation():
    assert "cancel" in Order._plan.operations
    assert "cancel_async" not in Order._plan.operations


def test_a_nested_class_without_a_verb_or_an_action_is_refused():
    with pytest.raises(DeclarationError, match="For an operation of your own, write") as caught:

        class Queue(Resource, uri="/Queues/{sid}"):
            sid: str

            class Empty(Params): ...

    assert "the nested class 'Empty' does not have the name of a verb." in str(caught.value)
    assert "`empty = action(Empty)`" in str(caught.value)


def test_a_path_of_its_own_has_no_placeholder():
    with pytest.raises(DeclarationError, match="has a placeholder of its own"):

        class Queue(Resource, uri="/Queues/{sid}"):
            sid: str

            class Move(Params, uri="/moves/{to}"): ...

            move = action(Move)


def test_an_action_of_a_resource_without_key():
    class Settings(Resource, uri="/Settings"):
        class Key(NoKey): ...

        class Reset(Params, uri="/reset"): ...

        reset = action(Reset, returns=None)

    served = Served(json_response({}))
    assert served.mount(Settings)().reset() is True
    assert served.request.url == f"{ROOT}/Settings/reset"
