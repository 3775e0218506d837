"""The page types: the responses that each reads, the next link, and the responses it refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest

from resources.twilio.other_pages import HasNextPage
from resources.twilio.pages import MetaPage
from restmap import (
    ArrayPage,
    CursorPage,
    HeaderTokenPage,
    LinkHeaderPage,
    LinkListPage,
    LinkPage,
    NumberPage,
    OffsetPage,
    PageContent,
    PageType,
    Paging,
    Request,
    Resource,
    Response,
    ResponseError,
    ScimPage,
    TokenPage,
)
from tests.support import ROOT, Served, json_response

URL = f"{ROOT}/Items?size=2"
ITEMS = [{"id": "a"}, {"id": "b"}]


def body(value: Any, **headers: str) -> Response:
    return Response(200, headers, json.dumps(value).encode())


READ: list[tuple[str, PageType, Response, str | None, str | None]] = [
    ("array", ArrayPage(), body(ITEMS), None, None),
    ("array at a key", ArrayPage("data.items"), body({"data": {"items": ITEMS}}), None, None),
    (
        "links in a header",
        LinkHeaderPage(),
        body(ITEMS, Link=f'<{ROOT}/Items?page=2>; rel="next", <{ROOT}/Items?page=0>; rel=prev'),
        f"{ROOT}/Items?page=2",
        f"{ROOT}/Items?page=0",
    ),
    (
        "several relations of one link",
        LinkHeaderPage(),
        body(ITEMS, Link='</Items?page=2>; title="a, b"; rel="last next"'),
        "/Items?page=2",
        None,
    ),
    (
        "a header that begins again",
        LinkHeaderPage(),
        body(ITEMS, Link='<<<a>; rel="x"'),
        None,
        None,
    ),
    ("a header without links", LinkHeaderPage(), body(ITEMS), None, None),
    (
        "a link to no records",
        LinkHeaderPage(),
        body(
            ITEMS,
            Link='</Items?p=0>; rel="previous"; results="true", '
            '</Items?p=2>; rel="next"; results="false"; cursor="2"',
        ),
        None,
        "/Items?p=0",
    ),
    (
        "a link at an annotation",
        LinkPage("value", next_link="@odata.nextLink"),
        body({"value": ITEMS, "@odata.nextLink": "?$skiptoken=2"}),
        "?$skiptoken=2",
        None,
    ),
    (
        "a list of links",
        LinkListPage("items"),
        body({"items": ITEMS, "links": [{"rel": "next", "href": "?page=2"}, {"rel": "self"}]}),
        "?page=2",
        None,
    ),
    (
        "a list of links at another place",
        LinkListPage("items", links="meta.links", relation="name", url="uri"),
        body(
            {"items": ITEMS, "meta": {"links": [{"name": "prev", "uri": "?page=0"}, {"uri": "/"}]}}
        ),
        None,
        "?page=0",
    ),
    ("no list of links", LinkListPage("items"), body({"items": ITEMS}), None, None),
    (
        "links that are null",
        LinkListPage("items"),
        body({"items": ITEMS, "links": None}),
        None,
        None,
    ),
    (
        "a token in a header",
        HeaderTokenPage("items", header="X-Next-Cursor", parameter="after"),
        body({"items": ITEMS}, **{"x-next-cursor": "t 1"}),
        f"{URL}&after=t+1",
        None,
    ),
    (
        "an empty token in a header",
        HeaderTokenPage(header="X-Next-Page", parameter="page"),
        body(ITEMS, **{"X-Next-Page": " "}),
        None,
        None,
    ),
    ("no header", HeaderTokenPage(header="X-Next-Page", parameter="page"), body(ITEMS), None, None),
    (
        "a token and a flag",
        TokenPage("items", token="cursor", parameter="cursor", has_more="has_more"),
        body({"items": ITEMS, "cursor": "c", "has_more": True}),
        f"{URL}&cursor=c",
        None,
    ),
    (
        "the token of a last page",
        TokenPage("items", token="cursor", parameter="cursor", has_more="has_more"),
        body({"items": ITEMS, "cursor": "c", "has_more": "false"}),
        None,
        None,
    ),
    (
        "a token without its flag",
        TokenPage("items", token="cursor", parameter="cursor", has_more="has_more"),
        body({"items": ITEMS, "cursor": "c"}),
        f"{URL}&cursor=c",
        None,
    ),
    (
        "the token of a page that is said to be the last",
        TokenPage("items", token="cursor", parameter="cursor", done="done"),
        body({"items": ITEMS, "cursor": "c", "done": True}),
        None,
        None,
    ),
    (
        "the token of a page that is not the last",
        TokenPage("items", token="cursor", parameter="cursor", done="done"),
        body({"items": ITEMS, "cursor": "c", "done": False}),
        f"{URL}&cursor=c",
        None,
    ),
    (
        "a cursor without a flag, and no records",
        CursorPage(None, parameter="after", has_more=None, page_size=None),
        body([]),
        None,
        None,
    ),
    (
        "a flag beside a number",
        NumberPage("items", has_more="more", total="total"),
        body({"items": ITEMS, "more": False, "total": 9}),
        None,
        None,
    ),
    (
        "the first page of several, by the total",
        NumberPage("items", total="total"),
        body({"items": ITEMS, "total": 3}),
        f"{URL}&page=2",
        None,
    ),
    (
        "the only page, by the total",
        NumberPage("items", total="total"),
        body({"items": ITEMS, "total": 2}),
        None,
        None,
    ),
    (
        "no records, whatever the total is",
        NumberPage("items", total="total"),
        body({"items": [], "total": 2}),
        None,
        None,
    ),
    (
        "a flag beside an offset",
        OffsetPage("items", has_more="more"),
        body({"items": ITEMS, "more": False}),
        None,
        None,
    ),
    (
        "a flag that is true",
        OffsetPage("items", has_more="more"),
        body({"items": ITEMS, "more": True}),
        f"{URL}&offset=2",
        None,
    ),
    (
        "a flag that is true beside no records",
        OffsetPage("items", has_more="more"),
        body({"items": [], "more": True}),
        None,
        None,
    ),
    (
        "links in the body",
        LinkPage("items", next_link="links.next", previous_link="links.prev"),
        body({"items": ITEMS, "links": {"next": "?page=2", "prev": None}}),
        "?page=2",
        None,
    ),
    (
        "a token",
        TokenPage("items", token="meta.next_token", parameter="PageToken"),
        body({"items": ITEMS, "meta": {"next_token": "t 1"}}),
        f"{URL}&PageToken=t+1",
        None,
    ),
    (
        "no token",
        TokenPage("items", token="meta.next_token", parameter="PageToken"),
        body({"items": ITEMS, "meta": {}}),
        None,
        None,
    ),
    (
        "a cursor",
        CursorPage(),
        body({"data": ITEMS, "has_more": True}),
        f"{URL}&starting_after=b",
        None,
    ),
    ("the last cursor", CursorPage(), body({"data": ITEMS, "has_more": False}), None, None),
    ("a number", NumberPage(), body(ITEMS), f"{URL}&page=2", None),
    ("a number, and an empty page", NumberPage(), body([]), None, None),
    (
        "a number of how many",
        NumberPage("items", pages="pages"),
        body({"items": ITEMS, "pages": 1}),
        None,
        None,
    ),
    ("an offset", OffsetPage(), body(ITEMS), f"{URL}&offset=2", None),
    (
        "an offset and the total",
        OffsetPage("items", total="total"),
        body({"items": ITEMS, "total": 2}),
        None,
        None,
    ),
    (
        "SCIM",
        ScimPage(),
        body({"totalResults": 3, "startIndex": 1, "itemsPerPage": 2, "Resources": ITEMS}),
        f"{URL}&startIndex=3",
        None,
    ),
    (
        "a cursor without its flag",
        CursorPage(),
        body({"data": ITEMS}),
        f"{URL}&starting_after=b",
        None,
    ),
    ("no flag and no records", CursorPage(), body({"data": []}), None, None),
    ("a flag in text", CursorPage(), body({"data": ITEMS, "has_more": "false"}), None, None),
    (
        "meta without links",
        MetaPage(),
        body({"meta": {"key": "items"}, "items": ITEMS}),
        None,
        None,
    ),
    ("no meta", MetaPage(), body({"items": ITEMS, "codes": [1], "next": None}), None, None),
    (
        "a key that is not there",
        MetaPage(),
        body({"meta": {"key": "things", "next_page_url": "?n"}, "items": ITEMS}),
        "?n",
        None,
    ),
    ("a flag that is missing", HasNextPage("items"), body({"items": ITEMS}), f"{URL}&Page=1", None),
    (
        "a flag that is not set",
        HasNextPage("items"),
        body({"items": ITEMS, "has_next": False}),
        None,
        None,
    ),
    (
        "meta",
        MetaPage(),
        body(
            {
                "meta": {"key": "items", "next_page_url": f"{URL}&n", "previous_page_url": None},
                "items": ITEMS,
            }
        ),
        f"{URL}&n",
        None,
    ),
]


@pytest.mark.parametrize(
    ("page_type", "response", "next_url", "previous_url"),
    [row[1:] for row in READ],
    ids=[row[0] for row in READ],
)
def test_what_a_page_type_reads(
    page_type: PageType, response: Response, next_url: str | None, previous_url: str | None
):
    content = page_type.read(json.loads(response.body), response, URL)
    assert (content.next_url, content.previous_url) == (next_url, previous_url)
    assert list(content.items) in (ITEMS, [])


COUNTS: list[tuple[Any, bool]] = [
    # the count that a response has, and whether it is known
    (4, True),
    ("4", True),
    (4.0, True),
    (" 4 ", True),
    (None, False),
    ("", False),
    ("many", False),
    (-1, False),
    (True, False),
    ([4], False),
    (float("inf"), False),
    (float("nan"), False),
    ("9" * 5000, False),
]


@pytest.mark.parametrize(("count", "is_known"), [*COUNTS, (..., False)])
@pytest.mark.parametrize(
    ("page_type", "last", "before"),
    [
        (OffsetPage("items", total="count", page_size="size"), "?offset=2", "?offset=1"),
        (NumberPage("items", pages="count", page_size="size"), "?page=4", "?page=3"),
        (ScimPage(), "?startIndex=3", "?startIndex=2"),
    ],
    ids=["offset", "number", "SCIM"],
)
def test_a_count_that_is_not_known_goes_on_until_an_empty_page(
    page_type: PageType, last: str, before: str, count: Any, is_known: bool
):
    key, name = ("Resources", "totalResults") if "startIndex" in last else ("items", "count")

    def next_of(query: str, items: list[Any]) -> str | None:
        found: Any = {key: items} | ({} if count is ... else {name: count})
        return page_type.read(found, Response(200), f"{ROOT}/Items{query}").next_url

    assert next_of(before, ITEMS[:1]) is not None
    assert (next_of(last, ITEMS) is None) is is_known
    if not is_known:
        assert next_of(last, []) is None


def test_scim_leaves_out_the_key_of_no_records():
    response = body({"totalResults": 0, "schemas": ["urn:x"]})
    assert ScimPage().read(json.loads(response.body), response, URL) == PageContent([], total=0)


REFUSED: list[tuple[str, PageType, Any]] = [
    ("no array", ArrayPage(), {"items": []}),
    ("an object at the key", ArrayPage("items"), {"items": {}}),
    ("no key", ArrayPage("items"), {}),
    ("a body that is text", ArrayPage("items"), "items"),
    ("no meta and no list", MetaPage(), {"status": "ok"}),
    ("no meta and two lists", MetaPage(), {"items": [], "things": []}),
    ("no meta and values that are no objects", MetaPage(), {"codes": [1]}),
    ("a key that is missing", MetaPage(), {"meta": {"key": "things", "next_page_url": None}}),
    ("more announced and nothing here", CursorPage(), {"data": [], "has_more": True}),
    ("a record without id", CursorPage(), {"data": [{}], "has_more": True}),
    ("records that are not objects", ArrayPage(), [1]),
]


@pytest.mark.parametrize(
    ("page_type", "wrong"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_a_body_that_is_no_such_page_is_refused(page_type: PageType, wrong: Any):
    class Item(Resource, uri="/Items/{id}", page=page_type):
        id: str

        class List(Paging): ...

    served = Served(json_response(wrong))
    with pytest.raises(ResponseError) as caught:
        served.mount(Item).list()
    assert caught.value.page_url == f"{ROOT}/Items"


def test_a_page_type_of_ones_own_is_a_class_of_ten_lines():
    class ResultsPage(PageType):
        page_size = "count"
        max_page_size = 2

        def read(self, body: Any, response: Response, url: str) -> PageContent:
            return PageContent(body["results"], body["more"])

    class Item(Resource, uri="/Items/{id}", page=ResultsPage):
        id: str

        class List(Paging): ...

    served = Served(
        json_response({"results": ITEMS, "more": "?cursor=2"}),
        json_response({"results": [], "more": "?cursor=3"}),
        json_response({"results": [{"id": "c"}], "more": None}),
    )
    assert [each.id for each in served.mount(Item).stream(limit=5)] == ["a", "b", "c"]
    assert served.urls == [
        f"{ROOT}/Items?count=2",
        f"{ROOT}/Items?cursor=2",
        f"{ROOT}/Items?cursor=3",
    ]


@pytest.mark.parametrize(
    ("page_type", "pages", "queries"),
    [
        (
            CursorPage(page_size="limit", max_page_size=2),
            [{"data": ITEMS, "has_more": True}, {"data": [{"id": "c"}], "has_more": False}],
            ["limit=2&kind=x", "limit=2&kind=x&starting_after=b"],
        ),
        (
            OffsetPage("items", total="total", max_page_size=2),
            [{"items": ITEMS, "total": 3}, {"items": [{"id": "c"}], "total": 3}],
            ["limit=2&kind=x", "limit=2&kind=x&offset=2"],
        ),
        (
            NumberPage("items", pages="pages", max_page_size=2),
            [{"items": ITEMS, "pages": 2}, {"items": [{"id": "c"}], "pages": 2}],
            ["per_page=2&kind=x", "per_page=2&kind=x&page=2"],
        ),
        (
            TokenPage("items", token="next", parameter="token", page_size="n", max_page_size=2),
            [{"items": ITEMS, "next": "t"}, {"items": [{"id": "c"}]}],
            ["n=2&kind=x", "n=2&kind=x&token=t"],
        ),
    ],
    ids=["cursor", "offset", "number", "token"],
)
def test_filters_survive_to_every_page(page_type: PageType, pages: list[Any], queries: list[str]):
    class Item(Resource, uri="/Items/{id}", page=page_type, parameter_names=str):
        id: str

        class List(Paging):
            kind: str

    served = Served(*map(json_response, pages))
    assert [each.id for each in served.mount(Item).list(kind="x", limit=9)] == ["a", "b", "c"]
    found = [sorted(url.partition("?")[2].split("&")) for url in served.urls]
    assert found == [sorted(query.split("&")) for query in queries]


def test_paging_arguments_that_an_api_lacks_are_refused():
    class Item(Resource, uri="/Items/{id}", page=ArrayPage):
        id: str

        class List(Paging): ...

    def nothing(request: Request) -> Response:
        raise AssertionError(request)

    items = Served(nothing).mount(Item)
    for name, value in {"page_size": 5, "page_token": "t", "page_number": 2}.items():
        with pytest.raises(ValueError, match=f"the lists of this API do not take {name}"):
            items.list(**{name: value})


def test_the_id_of_a_cursor_may_be_inside_of_a_record() -> None:
    page = CursorPage(None, parameter="after", has_more=None, id_key="user.id", page_size=None)

    content = page.read([{"user": {"id": "a"}}, {"user": {"id": "b"}}], body(None), URL)

    assert content.next_url == f"{URL}&after=b"
