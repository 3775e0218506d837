"""Responses that are not JSON, not an object or not a page, and those without a body."""

from __future__ import annotations

import json

import pytest

from resources.twilio.pages import MetaPage
from restmap import Paging, ParameterError, Params, Resource, Response, ResponseError
from tests.support import ROOT, Served, json_response, meta_page

HTML = Response(
    200, {"Content-Type": "text/html"}, b"<html><body>Log in to the Wi-Fi</body></html>"
)


class Ticket(Resource, uri="/Tickets/{sid}", page=MetaPage):
    sid: str

    class Create(Params): ...

    class List(Paging): ...

    class Fetch(Params):
        token: str

    class Update(Params): ...

    class Delete(Params): ...


UNREADABLE = [
    (HTML, "text/html, beginning b'<html><body>Log in to the Wi-Fi</body></html>'"),
    (Response(200), "it is empty"),
    (Response(201, {"X": "y"}, b""), "it is empty"),
    (Response(200, {}, b'{"sid": "TI1"'), 'no content type, beginning b\'{"sid": "TI1"\''),
    (Response(200, {}, b"\xff\xfe\xfa"), "no content type, beginning b'\\xff\\xfe\\xfa'"),
    (
        Response(200, {"Content-Type": "application/json"}, b"[" * 100_000),
        f"application/json, beginning {b'[' * 60!r}",
    ),
]


@pytest.mark.parametrize(("response", "found"), UNREADABLE)
def test_a_body_that_is_not_json(response, found):
    served = Served(response)
    with pytest.raises(ResponseError) as caught:
        served.mount(Ticket)("TI/1").fetch(token="secret")
    error = caught.value
    assert str(error) == (
        f"the response with status code {response.status} cannot be read: "
        f"its body is not JSON: {found}.\n"
        "  Check that base_url is the address of the API itself.\n"
        f"  in GET {ROOT}/Tickets/TI%2F1"
    )
    assert (error.method, error.url) == ("GET", f"{ROOT}/Tickets/TI%2F1")
    assert error.status == response.status


@pytest.mark.parametrize(
    ("body", "kind"), [(b"[]", "list"), (b'"a"', "str"), (b"5", "int"), (b"true", "bool")]
)
def test_a_body_that_is_not_an_object(body, kind):
    with pytest.raises(ResponseError) as caught:
        Served(Response(200, body=body)).mount(Ticket).create()
    assert str(caught.value) == (
        f"expected a JSON object, found {kind}.\n"
        "  Check the declaration, or that base_url is the address of the API itself.\n"
        "  in Ticket"
    )


NO_PAGE = [
    ([], "ValueError('the response is list, expected an object')"),
    ({}, "KeyError('meta.key')"),
    ({"meta": None}, "KeyError('meta.key')"),
    (
        {"meta": {"key": "items", "next_page_url": None, "previous_page_url": None}},
        "KeyError('items')",
    ),
    (
        {"meta": {"key": "i", "next_page_url": 5, "previous_page_url": None}, "i": []},
        "TypeError('the link to another page is 5, expected text')",
    ),
    (
        {"meta": {"key": "i", "next_page_url": None, "previous_page_url": {}}, "i": []},
        "TypeError('the link to another page is {}, expected text')",
    ),
    (
        {"meta": {"key": "i", "next_page_url": None, "previous_page_url": None}, "i": None},
        "ValueError('the records are NoneType, expected a list')",
    ),
]


@pytest.mark.parametrize("verb", ["list", "page"])
@pytest.mark.parametrize(("body", "found"), NO_PAGE)
def test_a_body_that_is_not_a_page(verb, body, found):
    served = Served(Response(200, body=json.dumps(body).encode()))
    with pytest.raises(ResponseError) as caught:
        getattr(served.mount(Ticket), verb)(page_size=5)
    assert str(caught.value) == (
        "the response with status code 200 cannot be read: "
        f"it is not a page of MetaPage: {found}.\n"
        "  Check that base_url is the address of the API itself.\n"
        f"  in GET {ROOT}/Tickets"
    )


@pytest.mark.parametrize("item", [5, "a", None, []])
def test_a_page_whose_records_are_no_objects(item):
    with pytest.raises(ResponseError, match=r"^expected a JSON object, found "):
        Served(meta_page([{"sid": "TI1"}, item])).mount(Ticket).list()


def test_a_page_of_html():
    with pytest.raises(ResponseError, match="its body is not JSON: text/html, beginning"):
        Served(HTML).mount(Ticket).list()


@pytest.mark.parametrize("status", [202, 204, 205])
def test_a_response_that_may_be_empty_gives_a_handle(status):
    record = Served(Response(status)).mount(Ticket)("TI1").fetch(token="t")
    assert repr(record) == "<Ticket sid='TI1' (not fetched)>"
    assert record.response.status == status


@pytest.mark.parametrize("status", [200, 201, 202, 204])
@pytest.mark.parametrize("body", [b"", b" ", b"\r\n", b"null", b" null\n"])
def test_a_create_that_was_accepted_does_not_fail_for_a_blank_body(status, body):
    served = Served(Response(status, {"Content-Type": "application/json"}, body))
    ticket = served.mount(Ticket).create()
    assert repr(ticket) == "<Ticket (not fetched)>"
    assert ticket.response.status == status
    with pytest.raises(ParameterError) as caught:
        ticket.fetch(token="t")
    assert str(caught.value) == (
        "the key 'sid' of this Ticket is not known: the response that it came in, with status "
        f"code {status}, has no body. Find the record by a list, or ask the API whether it was "
        "made.\n"
        "  The path of the record needs it. Reach the record by its key: collection(key).\n"
        "  in Ticket"
    )


def test_an_update_that_was_accepted_gives_a_handle_for_a_blank_body():
    served = Served(Response(200, {}, b"\n"), json_response({"sid": "TI1"}))
    ticket = served.mount(Ticket)("TI1").update()
    assert repr(ticket) == "<Ticket sid='TI1' (not fetched)>"
    assert ticket.fetch(token="t").sid == "TI1"


@pytest.mark.parametrize("body", [b"OK", b"nul", b"[]", b'""', b"0"])
def test_a_create_whose_body_is_neither_blank_nor_a_record_is_refused(body):
    with pytest.raises(ResponseError):
        Served(Response(201, {}, body)).mount(Ticket).create()


def test_a_record_in_a_response_that_may_be_empty_is_read():
    assert Served(json_response({"sid": "TI1"}, 202)).mount(Ticket).create().sid == "TI1"


@pytest.mark.parametrize(
    "response", [Response(204), Response(200), HTML, json_response({"sid": "TI1"})]
)
def test_a_delete_is_true_whatever_the_body(response):
    assert Served(response).mount(Ticket)("TI1").delete() is True


def test_json_with_a_byte_order_mark_is_read():
    body = b"\xef\xbb\xbf" + json.dumps({"sid": "Zoë"}, ensure_ascii=False).encode()
    assert Served(Response(200, body=body)).mount(Ticket).create().sid == "Zoë"
