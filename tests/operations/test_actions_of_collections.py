"""Actions of a subclass of Collection, which are called on the whole collection."""

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
    Collection,
    ConfigurationError,
    DeclarationError,
    Domain,
    Paging,
    Params,
    Resource,
    Version,
    action,
    collection,
    deferred,
    domain,
    version,
)
from restmap.sandbox import Sandbox
from tests.support import ROOT, AsyncServed, Served, json_response, message_without_place


class Issue(Resource, uri="/issues/{id}", page=ArrayPage("items")):
    id: int
    title: str

    class Create(Params):
        title: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Archive(Params, uri="/archive"): ...

    archive = action(Archive, returns=None)


class Issues(Collection[Issue]):
    class Bulk(Params, uri="/bulk"):
        titles: list[str]

    class Latest(Params, method="GET", uri="/latest"):
        title: str = UNSET

    class Replace(Params, method="PUT"):
        titles: list[str]

    class Clear(Params, method="DELETE"):
        title: str = UNSET

    class Archive(Params, uri="/archive"): ...

    bulk = action(Bulk, returns=list[int])
    bulk_async = bulk.awaited()
    latest = action(Latest)
    replace = action(Replace, returns=None)
    clear = action(Clear, returns=None)
    clear_async = clear.awaited()
    archive = action(Archive, returns=int)


class V1(Version, prefix="/v1"):
    issues = collection(Issue, Issues)


class Desk(Domain, host="api.desk.example"):
    v1 = version(V1)


class DeskClient(Client, title="Vendor"):
    desk = domain(Desk)


def mounted(served: Served) -> Issues:
    return collection(Issue, Issues).under(served.client.desk.v1)


def test_an_action_is_sent_to_the_path_of_the_collection():
    served = Served(json_response([1, 2]))
    assert mounted(served).bulk(titles=["a", "b"]) == [1, 2]
    assert (served.request.method, served.request.url) == ("POST", f"{ROOT}/issues/bulk")
    assert served.request.body == b'{"titles":["a","b"]}'


def test_an_action_is_awaited():
    served = AsyncServed(json_response([1]), Response204)
    issues = mounted(served)
    assert asyncio.run(issues.bulk_async(titles=["a"])) == [1]
    assert asyncio.run(issues.clear_async()) is True
    assert [each.method for each in served.requests] == ["POST", "DELETE"]


Response204 = json_response(status=204)


def test_the_record_of_an_action_has_its_verbs():
    served = Served(json_response({"id": 7, "title": "a"}), json_response({"id": 7, "title": "b"}))
    latest = mounted(served).latest(title="a")
    assert isinstance(latest, Issue)
    assert latest.fetch().title == "b"
    assert served.urls == [f"{ROOT}/issues/latest?title=a", f"{ROOT}/issues/7"]


def test_the_whole_collection_is_replaced_and_deleted():
    served = Served(Response204, Response204)
    issues = mounted(served)
    assert issues.replace(titles=["a"]) is True
    assert issues.clear(title="a") is True
    assert [(each.method, each.url) for each in served.requests] == [
        ("PUT", f"{ROOT}/issues"),
        ("DELETE", f"{ROOT}/issues?title=a"),
    ]


def test_a_record_has_an_action_of_the_same_name():
    served = Served(json_response(3), Response204)
    issues = mounted(served)
    assert issues.archive() == 3
    assert issues(1).archive() is True
    assert served.urls == [f"{ROOT}/issues/archive", f"{ROOT}/issues/1/archive"]


def test_a_collection_below_a_record_has_its_path():
    class Comment(Resource, uri="/issues/{issue_id}/comments/{id}"):
        issue_id: int
        id: int

        class Fetch(Params): ...

    class Comments(Collection[Comment]):
        class Resolve(Params, uri="/resolve"): ...

        resolve = action(Resolve)

    class Parent(Resource, uri="/issues/{id}"):
        id: int

        class Fetch(Params): ...

        comments = collection(Comment, Comments)

    served = Served(json_response({"id": 5}), json_response({"id": 5}))
    comment = served.mount(Parent)(1).comments.resolve()
    comment.fetch()
    assert served.urls == [f"{ROOT}/issues/1/comments/resolve", f"{ROOT}/issues/1/comments/5"]


def test_a_subclass_inherits_actions():
    class More(Issues):
        class Count(Params, method="GET", uri="/count"): ...

        count = action(Count, returns=int)

    served = Served(json_response(2), json_response([]))
    issues = collection(Issue, More).under(served.client.desk.v1)
    assert issues.count() == 2
    assert issues.bulk(titles=[]) == []
    assert "bulk" in dir(issues)


# -- the sandbox ----------------------------------------------------------------------------


def test_the_sandbox_serves_actions_by_overrides_and_deletes_a_collection():
    sandbox = Sandbox(DeskClient)

    @sandbox.override(Issues, "bulk")
    def bulk(call: Any) -> Any:
        created = [call.create(title=each)["id"] for each in call.arguments["titles"]]
        return json_response(created)

    client = DeskClient(auth=BearerAuth(sandbox.token), transport=sandbox)
    issues = client.desk.v1.issues
    assert issues.bulk(titles=["a", "b", "a"]) == [1, 2, 3]
    assert [each.title for each in issues.list()] == ["a", "b", "a"]
    assert issues.clear(title="a") is True
    assert [each.title for each in issues.list()] == ["b"]
    assert issues.clear() is True
    assert issues.list() == []
    assert issues.archive() == 0


def test_the_sandbox_refuses_an_override_of_what_it_does_not_serve():
    class Other(Collection[Issue]): ...

    sandbox = Sandbox(DeskClient)
    with pytest.raises(ConfigurationError) as caught:
        sandbox.override(Issues, "bulky")
    assert str(caught.value) == (
        "Issues has no operation 'bulky'.\n"
        "  Operations: archive, bulk, clear, latest, replace. Did you mean 'bulk'?"
    )
    with pytest.raises(ConfigurationError) as caught:
        sandbox.override(Other, "bulk")
    assert str(caught.value) == (
        "Other is not served here.\n  Give a collection that is mounted in what the sandbox serves."
    )


# -- mistakes -------------------------------------------------------------------------------


def test_a_nested_class_without_an_action_is_refused():
    with pytest.raises(DeclarationError) as caught:

        class Wrong(Collection[Issue]):
            class BulkCreate(Params): ...

    assert message_without_place(caught) == (
        "the nested class 'BulkCreate' of a collection has no action.\n"
        "  Write `bulk_create = action(BulkCreate)`; the classes of the five verbs, such as List, "
        "belong in the resource."
    )


def test_an_action_that_hides_a_verb_is_refused():
    with pytest.raises(DeclarationError) as caught:

        class Wrong(Collection[Issue]):
            class All(Params, method="GET"): ...

            list = action(All)  # type: ignore[assignment]

    assert message_without_place(caught) == (
        "an action named 'list' would hide the attribute 'list' of every collection.\n"
        "  Give it another name."
    )


def test_an_action_without_a_resource_is_refused():
    with pytest.raises(DeclarationError) as caught:

        class Wrong(Collection["Later"]):  # type: ignore[name-defined]
            class Bulk(Params): ...

            bulk = action(Bulk)

    assert message_without_place(caught) == (
        "the action 'bulk' needs a resource with a path, which the class does not name.\n"
        "  Write `class Wrong(Collection[…])` with a resource that has uri=."
    )


class Other(Resource, uri="/others/{id}"):
    id: int

    class Fetch(Params): ...


@pytest.mark.parametrize("is_deferred", [False, True])
def test_a_collection_of_another_resource_is_refused(is_deferred: bool):
    kind = deferred(f"{__name__}:Issues") if is_deferred else Issues
    with pytest.raises(DeclarationError) as caught:
        collection(Other, kind).under(DeskClient(auth=BearerAuth("t")).desk.v1)
    assert message_without_place(caught) == (
        "Issues has actions of a collection of Issue, found Other.\n"
        "  Derive a class for it: `class …(Collection[Other])`."
    )


def test_a_json_body_of_a_delete_is_sent_where_it_is_declared():
    class Things(Collection[Other]):
        class Remove(Params, method="DELETE", body="json"):
            ids: list[int]

        remove = action(Remove, returns=None)

    served = Served(Response204)
    collection(Other, Things).under(served.client.desk.v1).remove(ids=[1, 2])
    assert served.request.method == "DELETE"
    assert json.loads(served.request.body or b"") == {"ids": [1, 2]}
