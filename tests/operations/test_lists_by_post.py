"""Lists by POST: method, body and filters stay on every page, the cursor goes where it is taken."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from restmap import (
    UNSET,
    ArrayPage,
    BearerAuth,
    Client,
    CursorPage,
    DeclarationError,
    Domain,
    LinkPage,
    NumberPage,
    OffsetPage,
    PageType,
    Paging,
    ParameterError,
    Params,
    Resource,
    TokenPage,
    Version,
    collection,
    domain,
    param,
    version,
)
from restmap.sandbox import Sandbox
from tests.support import ROOT, AsyncServed, Served, form, json_response, message_without_place

TOKEN = TokenPage("items", token="next", parameter="cursor", page_size="limit", max_page_size=2)
PAGES = (
    json_response({"items": [{"id": 1}, {"id": 2}], "next": "c2"}),
    json_response({"items": [{"id": 3}], "next": None}),
)


class Issue(Resource, uri="/issues/{id}", page=TOKEN):
    id: int

    class List(Paging, method="POST", uri="/search", body="json"):
        query: str
        labels: list[str] = UNSET
        archived: bool = param(location="query", default=UNSET)
        trace: str = param(name="X-Trace", location="header", default=UNSET)


def bodies(served: Served) -> list[Any]:
    return [json.loads(each.body or b"null") for each in served.requests]


@pytest.mark.parametrize("colour", ["blocking", "awaited"])
def test_parameters_and_cursor_are_in_the_body_of_every_page(colour: str):
    served = Served(*PAGES) if colour == "blocking" else AsyncServed(*PAGES)
    issues = served.mount(Issue)
    given: dict[str, Any] = {"query": "x", "labels": ["a", "b"], "archived": False, "trace": "t"}
    if colour == "blocking":
        found = issues.list(**given)
    else:
        found = asyncio.run(issues.list_async(**given))
    assert [each.id for each in found] == [1, 2, 3]
    assert served.urls == [f"{ROOT}/issues/search?archived=false"] * 2
    assert [each.method for each in served.requests] == ["POST", "POST"]
    assert [each.headers["X-Trace"] for each in served.requests] == ["t", "t"]
    assert bodies(served) == [
        {"query": "x", "labels": ["a", "b"]},
        {"query": "x", "labels": ["a", "b"], "cursor": "c2"},
    ]


class Report(Resource, uri="/reports/{id}", page=TOKEN):
    id: int
    kind: str

    class Create(Params, body="json"):
        kind: str

    class List(Paging, method="POST", uri="/query", body="json", paging="query"):
        kind: str = UNSET


def test_the_parameters_of_a_page_may_be_in_the_query_and_the_filters_in_the_body():
    served = Served(*PAGES)
    assert len(served.mount(Report).list(kind="odd", page_size=2)) == 3
    assert served.urls == [
        f"{ROOT}/reports/query?limit=2",
        f"{ROOT}/reports/query?limit=2&cursor=c2",
    ]
    assert bodies(served) == [{"kind": "odd"}] * 2


def test_the_sandbox_takes_the_parameters_of_a_page_from_the_query():
    class DeskClient(Client, host="api.desk.example"):
        reports = collection(Report)

    sandbox = Sandbox(DeskClient)
    reports = DeskClient(auth=BearerAuth(sandbox.token), transport=sandbox).reports
    for number in range(7):
        reports.create(kind="odd" if number % 2 else "even")
    assert [each.id for each in reports.list(kind="even", page_size=2)] == [1, 3, 5, 7]


def test_the_page_size_is_a_number_in_json():
    served = Served(*PAGES)
    assert len(list(served.mount(Issue).stream(query="x", limit=3))) == 3
    assert bodies(served) == [
        {"query": "x", "limit": 2},
        {"query": "x", "limit": 2, "cursor": "c2"},
    ]


def test_a_stored_page_is_continued_with_the_filters_of_the_body():
    served = Served(*PAGES)
    issues = served.mount(Issue)
    first = issues.page(query="x", archived=True)
    assert first.url == f"{ROOT}/issues/search?archived=true"
    assert first.next_page_url == f"{ROOT}/issues/search?archived=true&cursor=c2"
    with pytest.raises(ParameterError) as caught:
        issues.get_page(first.next_page_url)
    assert str(caught.value) == ("the parameter 'query' is missing.\n  Give text.\n  in Issue.List")
    second = issues.get_page(first.next_page_url, query="x", trace="t")
    assert [each.id for each in second] == [3]
    assert served.requests[1].url == f"{ROOT}/issues/search?archived=true"
    assert served.requests[1].headers["X-Trace"] == "t"
    assert bodies(served)[1] == {"query": "x", "cursor": "c2"}


def test_a_filter_of_the_query_replaces_that_of_a_stored_page():
    served = Served(PAGES[1])
    stored = f"{ROOT}/issues/search?archived=true&cursor=c2"
    served.mount(Issue).get_page(stored, query="x", archived=False)
    assert served.request.url == f"{ROOT}/issues/search?archived=false"


def test_a_page_is_turned_back():
    page_type = NumberPage("items", pages="pages", page_size=None)

    class Found(Resource, uri="/found/{id}", page=page_type):
        id: int

        class List(Paging, method="POST", body="json"):
            query: str

    pages = [{"items": [{"id": number}], "pages": 2} for number in (1, 2, 1)]
    served = Served(*map(json_response, pages))
    second = served.mount(Found).page(query="x").next_page()
    assert [each.id for each in second.previous_page()] == [1]
    assert bodies(served) == [{"query": "x"}, {"query": "x", "page": 2}, {"query": "x", "page": 1}]


def test_names_of_a_page_type_are_paths_in_a_json_body():
    page_type = CursorPage("data", parameter="page.cursor", page_size="page.limit")

    class Event(Resource, uri="/events/{id}", page=page_type):
        id: str

        class List(Paging, method="POST", body="json"):
            filter: dict[str, Any]

    pages = [
        {"data": [{"id": "e1"}], "has_more": True},
        {"data": [{"id": "e2"}], "has_more": False},
    ]
    served = Served(*map(json_response, pages))
    served.mount(Event).list(filter={"a": 1}, page_size=1)
    assert bodies(served) == [
        {"filter": {"a": 1}, "page": {"limit": 1}},
        {"filter": {"a": 1}, "page": {"limit": 1, "cursor": "e1"}},
    ]


def test_a_form_has_the_cursor_too():
    class Found(Resource, uri="/found/{id}", page=TOKEN):
        id: int

        class List(Paging, method="POST", body="form"):
            query: str

    served = Served(*PAGES)
    served.mount(Found).list(query="x")
    assert form(served.requests[1]) == [("query", "x"), ("cursor", "c2")]


def test_parameters_of_the_body_alone_leave_the_cursor_in_the_query():
    class Found(Resource, uri="/found/{id}", page=TOKEN):
        id: int

        class List(Paging, method="POST", uri="/search"):
            query: str = param(location="json")

    served = Served(*PAGES)
    served.mount(Found).list(query="x")
    assert served.urls == [f"{ROOT}/found/search", f"{ROOT}/found/search?cursor=c2"]
    assert bodies(served) == [{"query": "x"}] * 2


def test_a_page_type_says_that_its_parameters_are_in_the_query():
    class InQuery(TokenPage):
        location = "query"

    class Found(
        Resource, uri="/found/{id}", page=InQuery("items", token="next", parameter="after")
    ):
        id: int

        class List(Paging, method="POST", body="json"):
            query: str

    served = Served(*PAGES)
    served.mount(Found).list(query="x")
    assert served.urls == [f"{ROOT}/found", f"{ROOT}/found?after=c2"]
    assert bodies(served) == [{"query": "x"}] * 2


def test_a_link_is_followed_by_post_with_the_body():
    class Found(Resource, uri="/found/{id}", page=LinkPage("items", next_link="next")):
        id: int

        class List(Paging, method="POST", body="json"):
            query: str

    served = Served(
        json_response({"items": [], "next": "/v1/found?step=2"}), json_response({"items": []})
    )
    served.mount(Found).list(query="x")
    assert served.urls == [f"{ROOT}/found", f"{ROOT}/found?step=2"]
    assert [(each.method, each.body) for each in served.requests] == [
        ("POST", b'{"query":"x"}')
    ] * 2


def test_headers_of_a_list_by_get_are_sent_for_every_page():
    class Found(Resource, uri="/found/{id}", page=TOKEN):
        id: int

        class List(Paging):
            trace: str = param(name="X-Trace", location="header")

    served = Served(*PAGES)
    served.mount(Found).list(trace="t")
    assert [each.headers["X-Trace"] for each in served.requests] == ["t", "t"]


def test_a_list_by_post_is_repeated_like_any_other_list():
    served = Served(json_response(status=503), *PAGES, retries=2, sleep=lambda seconds: None)
    assert len(served.mount(Issue).list(query="x")) == 3
    assert bodies(served)[0] == bodies(served)[1]


# -- the sandbox ----------------------------------------------------------------------------

SANDBOX_PAGES: list[PageType] = [
    TokenPage("items", token="meta.next", parameter="page.cursor", page_size="page.limit"),
    NumberPage("items", pages="pages"),
    OffsetPage("items", total="total"),
    CursorPage("items"),
]


@pytest.mark.parametrize("page_type", SANDBOX_PAGES, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("body", ["json", "form"])
def test_the_sandbox_reads_filters_and_page_from_the_body(page_type: PageType, body: Any):
    class Found(Resource, uri="/found/{id}", page=page_type):
        id: int
        kind: str

        class Create(Params):
            kind: str

        class List(Paging, method="POST", uri="/search", body=body):
            kind: str = UNSET

    class V1(Version, prefix="/v1"):
        found = collection(Found)

    class Desk(Domain, host="api.desk.example"):
        v1 = version(V1)

    class DeskClient(Client, title="Vendor"):
        desk = domain(Desk)

    sandbox = Sandbox(DeskClient)
    client = DeskClient(auth=BearerAuth(sandbox.token), transport=sandbox)
    for number in range(7):
        client.desk.v1.found.create(kind="odd" if number % 2 else "even")
    found = client.desk.v1.found
    assert [each.id for each in found.stream(page_size=2)] == [1, 2, 3, 4, 5, 6, 7]
    assert [each.id for each in found.list(kind="even", page_size=3)] == [1, 3, 5, 7]


# -- mistakes -------------------------------------------------------------------------------


def test_a_body_of_a_head_is_refused():
    with pytest.raises(DeclarationError) as caught:

        class Found(Resource, uri="/found/{id}", page=TOKEN):
            id: int

            class List(Paging, method="HEAD", body="json"):
                query: str

    assert message_without_place(caught) == (
        "the operation has body='json', but a HEAD request has no body.\n"
        "  Give it another method, such as method='POST', or no body=."
    )


def test_paging_of_what_is_no_list_is_refused():
    with pytest.raises(DeclarationError) as caught:

        class Found(Resource, uri="/found/{id}"):
            id: int

            class Fetch(Params, paging="query"): ...

    assert message_without_place(caught) == (
        "paging='query' has no effect: the operation is not a list.\n  Leave it out."
    )


def test_paging_in_a_header_is_refused():
    with pytest.raises(DeclarationError) as caught:

        class Found(Resource, uri="/found/{id}", page=TOKEN):
            id: int

            class List(Paging, paging="header"): ...  # type: ignore[call-arg]

    assert message_without_place(caught) == (
        "the parameters of a page cannot be sent in the location 'header'.\n"
        "  Write paging='query', paging='json' or paging='form'."
    )


def test_a_cursor_beside_a_whole_body_is_refused():
    with pytest.raises(DeclarationError) as caught:

        class Found(Resource, uri="/found/{id}", page=TOKEN):
            id: int

            class List(Paging, method="POST", body="json"):
                query: dict[str, Any] = param(location="body")

    assert message_without_place(caught) == (
        "the parameters of a page are sent in the request body, which the parameter 'query' is as "
        "a whole.\n  Write a parameter with location='json' for each of its members."
    )


def test_a_page_type_for_a_body_that_the_list_lacks_is_refused():
    class InBody(TokenPage):
        location = "json"

    with pytest.raises(DeclarationError) as caught:

        class Found(Resource, uri="/found/{id}", page=InBody("a", token="b", parameter="c")):
            id: int

            class List(Paging): ...

    assert message_without_place(caught) == (
        "the page type sends its parameters in the location 'json', but the list has no such "
        "request body.\n  Write method='POST' and body='json', or give another page type."
    )


def test_a_list_whose_page_sends_nothing_needs_no_body():
    class Found(Resource, uri="/found/{id}", page=ArrayPage("items")):
        id: int

        class List(Paging, method="POST", body="json"):
            order: str = param(location="query", default=UNSET)

    served = Served(json_response({"items": [{"id": 1}]}))
    assert [each.id for each in served.mount(Found).list(order="asc")] == [1]
    assert [each.body for each in served.requests] == [None]


def test_a_filter_with_the_name_of_the_cursor_is_refused():
    with pytest.raises(DeclarationError) as caught:

        class Found(Resource, uri="/found/{id}", page=TOKEN):
            id: int

            class List(Paging, method="POST", body="json"):
                cursor: str

    assert message_without_place(caught) == (
        "the parameter 'cursor' has the wire name that the page type uses for page_token.\n"
        "  Remove the parameter; callers pass page_token=…."
    )


NUMBERED = {"parameter": "page.after", "page_size": "page.limit", "token_type": int}


class Row(
    Resource,
    uri="/rows/{id}",
    page=TokenPage("rows", token="page.next", max_page_size=2, **NUMBERED),
):
    id: int
    text: str

    class Create(Params):
        text: str

    class List(Paging, method="POST", uri="/search", body="json"):
        text: str = UNSET


class Line(Row, uri="/lines/{id}", page=CursorPage("lines", max_page_size=2, **NUMBERED)):
    """Its cursor is the id of the last record."""


def test_a_token_that_is_a_number_is_sent_as_one():
    pages = [{"rows": [{"id": 1}], "page": {"next": 17}}, {"rows": [], "page": {"next": None}}]
    served = Served(*map(json_response, pages), json_response(pages[1]))
    rows = served.mount(Row)
    assert len(rows.list(text="x")) == 1
    rows.page(page_token="17")
    assert bodies(served) == [
        {"text": "x"},
        {"text": "x", "page": {"after": 17}},
        {"page": {"after": 17}},
    ]


class Tables(Client, host="api.tables.example"):
    rows = collection(Row)
    lines = collection(Line)


@pytest.mark.parametrize("name", ["rows", "lines"])
def test_the_sandbox_has_tokens_that_are_numbers(name: str):
    sandbox = Sandbox(Tables)
    client = Tables(auth=BearerAuth(sandbox.token), transport=sandbox)
    rows: Any = getattr(client, name)
    for text in "abcde":
        rows.create(text=text)
    assert "".join(each.text for each in rows.stream(page_size=2)) == "abcde"


class Event(Resource, uri="/events/{id}", page=TOKEN):
    id: int

    class List(Paging, method="POST", uri="/search", body="json"): ...


def test_a_list_without_filters_sends_its_page_in_the_body():
    served = Served(*PAGES)
    assert [each.id for each in served.mount(Event)] == [1, 2, 3]
    assert bodies(served) == [{}, {"cursor": "c2"}]
