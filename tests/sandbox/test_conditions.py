"""ETags and conditions of requests, for resources that declare one (RFC 9110 13)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from restmap import (
    UNSET,
    BearerAuth,
    Client,
    NotFoundError,
    NotModified,
    NumberPage,
    Paging,
    Params,
    PreconditionFailedError,
    Request,
    Resource,
    action,
    collection,
    param,
)
from restmap.sandbox import Sandbox, json_response


class Page(Resource, uri="/pages/{name}", page=NumberPage("pages"), body="json"):
    name: str
    text: str

    class Make(Params, method="PUT"):
        text: str
        if_none_match: str = param(location="header", default=UNSET)

    class Fetch(Params):
        if_none_match: str = param(location="header", default=UNSET)

    class Update(Params, method="PATCH"):
        text: str
        if_match: str = param(location="header", default=UNSET)

    class Delete(Params):
        if_match: str = param(location="header", default=UNSET)

    class Print(Params, uri="/print"): ...

    class List(Paging): ...

    create = action(Make)
    print = action(Print, returns=int)


class Note(Resource, uri="/notes/{id}", page=NumberPage("notes")):
    id: int
    text: str

    class Create(Params):
        text: str
        if_match: str = param(location="header", default=UNSET)

    class Fetch(Params): ...


class Plain(Resource, uri="/plain/{id}"):
    id: int

    class Create(Params): ...

    class Fetch(Params): ...


class Wiki(Client, host="wiki.example"):
    pages = collection(Page)
    notes = collection(Note)
    plain = collection(Plain)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(Wiki)
    yield sandbox
    sandbox.stop()


@pytest.fixture
def wiki(sandbox: Sandbox) -> Iterator[Wiki]:
    with Wiki(auth=BearerAuth(sandbox.token), transport=sandbox) as wiki:
        yield wiki


def etag_of(record: Any) -> str:
    etag: str = record.response.headers["ETag"]
    return etag


def test_each_write_changes_the_etag(sandbox: Sandbox, wiki: Wiki) -> None:
    page = wiki.pages("home").create(text="a")
    etags = [etag_of(page), etag_of(page.fetch())]
    etags += [etag_of(page.update(text=text)) for text in ("b", "a", "a")]
    etags += [etag_of(page.fetch())]
    page.delete()
    etags += [etag_of(wiki.pages("home").create(text="a"))]
    # Created and fetched are the same; three updates, also to what was there; created anew.
    assert [etags.index(each) for each in etags] == [0, 0, 2, 3, 4, 4, 6]


def test_a_record_that_has_not_changed_is_not_sent_again(wiki: Wiki) -> None:
    page = wiki.pages("home").create(text="a")
    etag = etag_of(page)
    for given in (etag, f'"other", {etag}', f"W/{etag}", "*"):
        with pytest.raises(NotModified) as caught:
            page.fetch(if_none_match=given)
        assert caught.value.headers["ETag"] == etag
    page.update(text="b")
    assert page.fetch(if_none_match=etag).text == "b"


def test_a_write_on_a_condition(wiki: Wiki) -> None:
    page = wiki.pages("home").create(text="a")
    old, new = etag_of(page), etag_of(page.update(text="b"))
    for given in (old, '"other"', f"W/{new}"):
        with pytest.raises(PreconditionFailedError) as caught:
            page.update(text="c", if_match=given)
        assert caught.value.message == (f"The record has changed: its ETag is {new}, not {given}.")
    with pytest.raises(PreconditionFailedError):
        page.delete(if_match=old)
    assert page.fetch().text == "b"
    assert page.update(text="c", if_match="*").text == "c"
    assert page.delete(if_match=etag_of(page.fetch())) is True
    with pytest.raises(NotFoundError):
        page.update(text="c", if_match=new)


def test_a_condition_without_a_value_is_none(sandbox: Sandbox, wiki: Wiki) -> None:
    wiki.pages("home").create(text="a")
    headers = {"Authorization": f"Bearer {sandbox.token}", "If-Match": "", "If-None-Match": ""}
    response = sandbox.handle(Request("GET", "https://wiki.example/pages/home", headers))
    assert response.status == 200


def test_a_record_that_must_not_be_there(wiki: Wiki) -> None:
    page = wiki.pages("home").create(text="a", if_none_match="*")
    with pytest.raises(PreconditionFailedError) as caught:
        page.create(text="b", if_none_match="*")
    assert caught.value.message == f"There is such a record: its ETag is {etag_of(page)}."


def test_what_has_no_etag(sandbox: Sandbox, wiki: Wiki) -> None:
    page = wiki.pages("home").create(text="a")
    page.print()
    assert wiki.request("POST", "/pages/home/print").headers.get("ETag") is None
    assert wiki.request("GET", "/pages").headers.get("ETag") is None
    plain = wiki.plain.create()
    headers = {"If-Match": '"1"', "If-None-Match": "*"}
    assert wiki.request("GET", f"/plain/{plain.id}", headers=headers).headers.get("ETag") is None


def test_a_new_record_of_a_collection_has_one(wiki: Wiki) -> None:
    note = wiki.notes.create(text="a", if_match='"for nothing"')
    assert etag_of(note) == etag_of(note.fetch())


def test_an_override_sets_its_own(sandbox: Sandbox, wiki: Wiki) -> None:
    wiki.pages("home").create(text="a")

    @sandbox.override(Page, "fetch")
    def fetch(call: Any) -> Any:
        response = json_response(200, call.record)
        return type(response)(200, {**response.headers, "ETag": '"own"'}, response.body)

    assert etag_of(wiki.pages("home").fetch()) == '"own"'
