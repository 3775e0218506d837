"""An array of records that an API leaves out where there are none, and what is no empty list."""

from __future__ import annotations

from typing import Any

import pytest

from restmap import (
    ArrayPage,
    BearerAuth,
    Client,
    CursorPage,
    HeaderTokenPage,
    LinkHeaderPage,
    LinkListPage,
    LinkPage,
    NumberPage,
    OffsetPage,
    PageType,
    Paging,
    Params,
    Resource,
    ResponseError,
    ScimPage,
    TokenPage,
    collection,
)
from restmap.sandbox import Sandbox
from tests.support import ROOT, Served, json_response

PAGE_TYPES: list[PageType] = [
    ArrayPage("data.payments", absent_if_empty=True),
    CursorPage("payments", absent_if_empty=True),
    HeaderTokenPage("payments", header="X-Next", parameter="after", absent_if_empty=True),
    LinkHeaderPage("payments", absent_if_empty=True),
    LinkListPage("payments", absent_if_empty=True),
    LinkPage("payments", next_link="next", absent_if_empty=True),
    NumberPage("payments", absent_if_empty=True),
    OffsetPage("payments", absent_if_empty=True),
    ScimPage(),
    TokenPage("payments", token="cursor", parameter="cursor", absent_if_empty=True),
]


def listed(page: PageType, body: Any) -> list[Any]:
    class Payment(Resource, uri="/payments/{id}", page=page):
        id: str

        class List(Paging): ...

    return Served(json_response(body)).mount(Payment).list()


@pytest.mark.parametrize("page", PAGE_TYPES, ids=lambda each: type(each).__name__)
def test_every_page_type_may_lack_its_array(page: PageType) -> None:
    assert listed(page, {}) == []


TOKEN = TokenPage("data.payments", token="cursor", parameter="cursor", absent_if_empty=True)


@pytest.mark.parametrize(
    "body",
    [
        {"data": {}},
        {"data": None, "cursor": ""},
        {"data": {"payments": None}},
        {"errors": [], "error": None, "message": "OK"},
        {"success": True, "total": 0, "request_id": "r1"},
        {"links": [{"rel": "self", "href": "/payments"}], "tags": ["new"]},
    ],
)
def test_what_reads_as_an_empty_list(body: Any) -> None:
    assert listed(TOKEN, body) == []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"error": "no such account"}, "'error' says that the request failed"),
        ({"errors": [{"code": "x"}]}, "'errors' says that the request failed"),
        ({"message": "Unauthorized"}, "'message' says that the request failed"),
        ({"ok": False}, "'ok' says that the request failed"),
        ({"data": {"fault": {"code": 7}}}, "'fault' says that the request failed"),
        ({"data": {"refunds": [{"id": 1}]}}, "records at 'refunds'"),
    ],
)
def test_an_error_and_records_elsewhere_are_no_empty_list(body: Any, why: str) -> None:
    with pytest.raises(ResponseError) as caught:
        listed(TOKEN, body)
    assert why in str(caught.value)
    assert "it is not a page of TokenPage" in str(caught.value)


@pytest.mark.parametrize("body", [[], "x", {"data": []}, {"data": {"payments": {}}}])
def test_what_is_no_object_is_no_empty_list(body: Any) -> None:
    with pytest.raises(ResponseError):
        listed(TOKEN, body)


@pytest.mark.parametrize("body", [{}, {"payments": None}])
def test_without_the_option_a_missing_array_is_an_error(body: Any) -> None:
    with pytest.raises(ResponseError) as caught:
        listed(ArrayPage("payments"), body)
    assert str(caught.value) == (
        "the response with status code 200 cannot be read: it is not a page of ArrayPage: "
        "ValueError(\"it has no array 'payments'; if the API leaves it out where there are no "
        'records, give the page type absent_if_empty=True").\n'
        "  Check that base_url is the address of the API itself.\n"
        f"  in GET {ROOT}/payments"
    )


@pytest.mark.parametrize("page", PAGE_TYPES, ids=lambda each: type(each).__name__)
def test_the_sandbox_leaves_the_array_out_as_well(page: PageType) -> None:
    class Payment(Resource, uri="/payments/{id}", page=page):
        id: str

        class Create(Params): ...

        class List(Paging): ...

    class Shop(Client, host="api.shop.example"):
        payments = collection(Payment)

    sandbox = Sandbox(Shop)
    payments = Shop(auth=BearerAuth(sandbox.token), transport=sandbox).payments
    empty = payments.page()
    assert (len(empty), empty.next_page_url) == (0, None)
    assert ("payments" in empty.response.json()) is False
    created = payments.create()
    assert [each.id for each in payments.list()] == [created.id]
