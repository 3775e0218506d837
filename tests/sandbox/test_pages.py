"""Every page type that restmap brings is written by the sandbox as it is read by the client."""

import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from restmap import (
    ArrayPage,
    BasicAuth,
    Client,
    CursorPage,
    Domain,
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
    ScimPage,
    TokenPage,
    Version,
    collection,
    version,
)
from restmap.sandbox import Sandbox


class PagedLinkHeader(LinkHeaderPage):
    page_number = "page"
    first = 1


class PagedLinks(LinkPage):
    page_token = "after"


class PagedLinkList(LinkListPage):
    page_token = "after"


def served(page: PageType) -> tuple[Sandbox, Any]:
    """A sandbox of items in pages of a type, and their collection."""

    class Item(Resource, uri="/items/{id}", page=page, body="json"):
        id: int

        class Create(Params): ...

        class List(Paging): ...

    class V1(Version):
        items = collection(Item)

    class Paged(Domain, host="paged.example"):
        v1 = version(V1)

    sandbox = Sandbox(Paged, account="a", token="t")
    client = Client(transport=sandbox, auth=BasicAuth("a", "t"))
    return sandbox, collection(Item).under(Paged(client).v1)


@pytest.mark.parametrize(
    ("page", "turns", "first_body"),
    [
        (ArrayPage(), 1, [1, 2, 3, 4, 5, 6, 7]),
        (ArrayPage("data.items"), 1, {"data": {"items": [1, 2, 3, 4, 5, 6, 7]}}),
        (PagedLinkHeader(page_size="per_page"), 3, [1, 2, 3]),
        (PagedLinks("data", next_link="links.next", previous_link="links.prev", page_size="n"), 3,
         {"data": [1, 2, 3], "links": {
             "next": "https://paged.example/items?after=PA3&n=3", "prev": None}}),
        (PagedLinks("value", next_link="@odata.nextLink", page_size="n"), 3,
         {"value": [1, 2, 3], "@odata.nextLink": "https://paged.example/items?after=PA3&n=3"}),
        (TokenPage("items", token="meta.next", parameter="token", page_size="size"), 3,
         {"items": [1, 2, 3], "meta": {"next": "PA3"}}),
        (TokenPage("items", token="next", parameter="token", has_more="more", page_size="size"), 3,
         {"items": [1, 2, 3], "more": True, "next": "PA3"}),
        (PagedLinkList("data", page_size="n"), 3,
         {"data": [1, 2, 3], "links": [
             {"rel": "next", "href": "https://paged.example/items?after=PA3&n=3"}]}),
        (HeaderTokenPage(header="X-Next", parameter="cursor", page_size="size"), 3, [1, 2, 3]),
        (CursorPage(), 3, {"data": [1, 2, 3], "has_more": True}),
        # Without a flag, too, only an empty one is the end.
        (CursorPage(None, parameter="after", has_more=None), 4, [1, 2, 3]),
        (NumberPage("items", pages="pages"), 3, {"items": [1, 2, 3], "pages": 3}),
        # Without the number of pages only an empty one is the end.
        (NumberPage(), 4, [1, 2, 3]),
        (OffsetPage("items", total="total"), 3, {"items": [1, 2, 3], "total": 7}),
        (NumberPage("items", total="total", has_more="more"), 3,
         {"items": [1, 2, 3], "total": 7, "more": True}),
        (NumberPage("items", total="total"), 4, {"items": [1, 2, 3], "total": 7}),
        (OffsetPage("items", has_more="more"), 3, {"items": [1, 2, 3], "more": True}),
        (ScimPage(), 3, {"startIndex": 1, "itemsPerPage": 3, "Resources": [1, 2, 3],
                         "totalResults": 7}),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, PageType) else "",
)  # fmt: skip
def test_a_page_type_is_written_as_it_is_read(page: PageType, turns: int, first_body: Any) -> None:
    sandbox, items = served(page)
    for _ in range(7):
        items.create()
    size = {"page_size": 3} if page.page_size else {}
    turned = items.page(**size)
    body = json.loads(turned.response.body)
    assert without_fields(body) == first_body
    seen, pages = [], 0
    while turned is not None:
        pages += 1
        seen += [item.id for item in turned]
        turned = turned.next_page()
    assert (seen, pages) == ([1, 2, 3, 4, 5, 6, 7], turns)
    sandbox.stop()


def without_fields(body: Any) -> Any:
    """A body with the id of each record in its place."""
    if isinstance(body, list):
        return [each.get("id", each) for each in body]
    if isinstance(body, dict):
        return {name: without_fields(value) for name, value in body.items()}
    return body


class NumberedTokens(TokenPage):
    page_number = "page"


def calls_of(work: Callable[[], object]) -> int:
    """How many functions some work calls, those of C included."""
    number = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return number


@pytest.mark.parametrize(
    ("page", "query"),
    [
        (NumberPage("items", pages="pages"), "page=3&per_page=5"),
        (OffsetPage("items", total="total"), "offset=10&limit=5"),
        (NumberedTokens("items", token="next", parameter="token", page_size="n"), "page=2&n=5"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, PageType) else "",
)
def test_the_work_for_a_page_does_not_grow_with_the_collection(page: PageType, query: str) -> None:
    sandbox, items = served(page)

    def get() -> list[int]:
        found = items.get_page(f"https://paged.example/items?{query}")
        return [item.id for item in found]

    work: list[int] = []
    for number in (20, 200):
        while items.create().id < number:
            pass
        assert get() == [11, 12, 13, 14, 15]
        work.append(calls_of(get))
    assert work[1] < work[0] * 1.1
    sandbox.stop()
