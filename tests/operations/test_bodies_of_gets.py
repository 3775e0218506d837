"""GET and DELETE with a request body, for APIs that require one: declared by `body=`."""

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
    File,
    HandlerTransport,
    Paging,
    Params,
    Resource,
    Response,
    ResponseError,
    TokenPage,
    action,
    collection,
    param,
)
from restmap.sandbox import Sandbox
from tests.send.desk import Clock
from tests.support import ROOT, AsyncServed, Served, json_response

TOKEN = TokenPage("hits", token="next", parameter="after", page_size="size", max_page_size=2)


class Entry(Resource, uri="/entries/{id}", page=TOKEN):
    id: int
    kind: str

    class Create(Params, body="json"):
        kind: str

    class List(Paging, body="json"):
        kind: str = UNSET
        pretty: bool = param(location="query", default=UNSET)

    class Fetch(Params, body="json"):
        fields: list[str] = UNSET

    class Delete(Params, body="json"):
        reason: str = UNSET

    class Explain(Params, method="GET", uri="/explain", body="json"):
        query: dict[str, Any] = param(location="body")

    class Send(Params, method="GET", uri="/lines", body="json"):
        content: File = param(location="body")

    explain = action(Explain, returns=None)
    send = action(Send, returns=None)


class Store(Client, host="api.store.example"):
    entries = collection(Entry)


ENTRY = json_response({"id": 7, "kind": "odd"})
PAGES = (
    json_response({"hits": [{"id": 1, "kind": "odd"}, {"id": 2, "kind": "odd"}], "next": "p2"}),
    json_response({"hits": [{"id": 3, "kind": "odd"}], "next": None}),
)


@pytest.mark.parametrize("colour", ["blocking", "awaited"])
def test_the_parameters_are_in_the_body_of_a_get(colour: str) -> None:
    served = Served(ENTRY) if colour == "blocking" else AsyncServed(ENTRY)
    entry = served.mount(Entry)(7)
    if colour == "blocking":
        entry.fetch(fields=["kind"])
    else:
        asyncio.run(entry.fetch_async(fields=["kind"]))
    (request,) = served.requests
    assert (request.method, request.url) == ("GET", f"{ROOT}/entries/7")
    assert request.body == b'{"fields":["kind"]}'
    assert request.headers["Content-Type"] == "application/json"


def test_a_list_by_get_has_its_filters_and_its_cursor_in_the_body() -> None:
    served = Served(*PAGES)
    assert len(served.mount(Entry).list(kind="odd", pretty=True)) == 3
    assert served.urls == [f"{ROOT}/entries?pretty=true"] * 2
    assert [json.loads(each.body or b"") for each in served.requests] == [
        {"kind": "odd"},
        {"kind": "odd", "after": "p2"},
    ]


def test_a_delete_and_a_whole_body() -> None:
    served = Served(Response(204), Response(204))
    entry = served.mount(Entry)(7)
    entry.delete(reason="old")
    entry.explain(query={"match": "all"})
    assert [(each.method, each.body) for each in served.requests] == [
        ("DELETE", b'{"reason":"old"}'),
        ("GET", b'{"match":"all"}'),
    ]


def test_a_delete_without_arguments_has_no_body_and_a_get_has_one() -> None:
    served = Served(Response(204), ENTRY)
    entry = served.mount(Entry)(7)
    entry.delete()
    entry.fetch()
    assert [(each.body, each.headers.get("Content-Type")) for each in served.requests] == [
        (None, None),
        (b"{}", "application/json"),
    ]


def test_it_is_repeated_with_its_body() -> None:
    responses = iter([Response(503), ENTRY])
    transport = HandlerTransport(lambda request: next(responses))
    store = Store(auth=BearerAuth("t"), transport=transport, **Clock().settings)
    store.entries(7).fetch(fields=["kind"])
    assert [each.body for each in transport.requests] == [b'{"fields":["kind"]}'] * 2


# -- redirects ------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_within_the_origin_takes_the_body_along(status: int) -> None:
    served = Served(Response(status, {"Location": "/moved"}), ENTRY)
    served.mount(Entry)(7).fetch(fields=["kind"])
    first, second = served.requests
    assert second.url == f"{ROOT.removesuffix('/v1')}/moved"
    assert (second.body, second.headers) == (first.body, first.headers)


def test_see_other_asks_for_a_get_without_the_body() -> None:
    served = Served(Response(303, {"Location": "/moved"}), ENTRY)
    served.mount(Entry)(7).fetch(fields=["kind"])
    assert served.requests[1].body is None
    assert "Content-Type" not in served.requests[1].headers


def test_no_body_goes_to_another_origin() -> None:
    served = Served(Response(302, {"Location": "https://elsewhere.example/entries/7"}))
    with pytest.raises(ResponseError) as caught:
        served.mount(Entry)(7).fetch(fields=["kind"])
    assert str(caught.value) == (
        "a redirect of a request with a body is not followed to another origin.\n"
        "  The response has status 302. If you trust the URL of its Location header, request it "
        f"directly.\n  in GET {ROOT}/entries/7"
    )
    assert len(served.requests) == 1


def test_an_iterator_is_not_sent_again() -> None:
    def drained(request: Any) -> Response:
        assert b"".join(request.body) == b"ab"
        return Response(307, {"Location": "/moved"})

    served = Served(drained)
    with pytest.raises(ResponseError) as caught:
        served.mount(Entry)(7).send(content=iter([b"a", b"b"]))
    assert str(caught.value).startswith(
        "a redirect is not followed: the request body is an iterator that was read.\n"
    )
    assert len(served.requests) == 1


# -- the sandbox ----------------------------------------------------------------------------


def test_the_sandbox_reads_the_body_over_http() -> None:
    async def read_awaited(base_url: str, token: str) -> list[int]:
        async with Store(auth=BearerAuth(token), base_url=base_url) as store:
            found = await store.entries.list_async(kind="odd")
            entry = await store.entries(2).fetch_async(fields=["kind"])
            assert entry.kind == "even"
            return [each.id for each in found]

    with Sandbox(Store) as sandbox:
        with Store(auth=BearerAuth(sandbox.token), base_url=sandbox.url) as store:
            for number in range(1, 7):
                store.entries.create(kind="odd" if number % 2 else "even")
            assert [each.id for each in store.entries.list(kind="odd")] == [1, 3, 5]
            assert store.entries(1).fetch(fields=["kind"]).kind == "odd"
            assert store.entries(6).delete(reason="old")
        assert asyncio.run(read_awaited(sandbox.url, sandbox.token)) == [1, 3, 5]
    assert [each.body for each in sandbox.requests if each.method == "DELETE"] == [
        b'{"reason":"old"}'
    ]


def test_a_list_of_one_page_may_be_asked_for_by_a_whole_body() -> None:
    class Document(Resource, uri="/documents/{id}", page=ArrayPage("docs")):
        id: int

        class List(Paging, body="json"):
            ids: list[int] = param(location="body")

    served = Served(json_response({"docs": [{"id": 4}]}))
    assert [each.id for each in served.mount(Document).list(ids=[4])] == [4]
    assert served.requests[0].body == b"[4]"
