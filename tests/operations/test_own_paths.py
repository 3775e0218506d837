"""Operations at paths of their own, several updates of one resource, and slashes at the end."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from restmap import (
    UNSET,
    BearerAuth,
    Client,
    DeclarationError,
    Domain,
    NumberPage,
    Paging,
    ParameterError,
    Params,
    Resource,
    Version,
    action,
    collection,
    domain,
    param,
    version,
)
from restmap.sandbox import Sandbox
from tests.support import ROOT, AsyncServed, Served, json_response, message_without_place


class Issue(Resource, uri="/issues/{id}", page=NumberPage("items", pages="pages")):
    id: int
    project: str
    title: str
    body: str | None

    class Create(Params, path="/projects/{project}/issues"):
        project: str
        title: str

    class List(Paging, path="/projects/{project}/issues"):
        project: str
        title: str = UNSET

    class Fetch(Params): ...

    class Update(Params, method="PATCH"):
        title: str = UNSET

    class Replace(Params, method="PUT"):
        title: str
        body: str | None

    class Move(Params, path="/boards/{board}/issues/{id}"):
        board: int
        position: int = UNSET

    class Random(Params, method="GET", path="/random-issue"): ...

    replace = action(Replace)
    replace_async = replace.awaited()
    move = action(Move, returns=None)
    random = action(Random)


class V1(Version, prefix="/v1"):
    issues = collection(Issue)


class Desk(Domain, host="api.desk.example"):
    v1 = version(V1)


class DeskClient(Client, title="Vendor"):
    desk = domain(Desk)


ONE = {"id": 7, "project": "a b", "title": "t", "body": None}


def test_a_list_is_at_another_path_than_its_items():
    served = Served(
        json_response({"items": [ONE], "pages": 2}),
        json_response({"items": [], "pages": 2}),
        json_response(ONE),
    )
    (issue,) = served.mount(Issue).list(project="a b", title="t")
    issue.fetch()
    assert served.urls == [
        f"{ROOT}/projects/a%20b/issues?title=t",
        f"{ROOT}/projects/a%20b/issues?title=t&page=2",
        f"{ROOT}/issues/7",
    ]


def test_a_create_is_at_another_path():
    served = Served(json_response(ONE, 201), json_response(ONE))
    issue = served.mount(Issue).create(project="ACME", title="t")
    issue.update(title="u")
    assert served.urls == [f"{ROOT}/projects/ACME/issues", f"{ROOT}/issues/7"]
    assert [each.body for each in served.requests] == [b'{"title":"t"}', b'{"title":"u"}']


def test_a_verb_of_an_item_has_a_path_with_its_key_and_a_parameter():
    served = Served(json_response(status=204), json_response(ONE))
    issue = served.mount(Issue)(7)
    assert issue.move(board=3, position=1) is True
    issue.random()
    assert served.urls == [f"{ROOT}/boards/3/issues/7", f"{ROOT}/random-issue"]
    assert served.requests[0].body == b'{"position":1}'


def test_a_resource_has_several_updates():
    served = Served(json_response(ONE), json_response(ONE))
    issue = served.mount(Issue)(7)
    issue.update(title="u")
    issue.replace(title="u", body=None)
    assert [(each.method, each.url, each.body) for each in served.requests] == [
        ("PATCH", f"{ROOT}/issues/7", b'{"title":"u"}'),
        ("PUT", f"{ROOT}/issues/7", b'{"title":"u","body":null}'),
    ]


def test_another_update_is_awaited():
    served = AsyncServed(json_response(ONE))
    assert asyncio.run(served.mount(Issue)(7).replace_async(title="u", body=None)).id == 7


@pytest.mark.parametrize("project", ["", "..", None])
def test_a_value_that_cannot_be_in_a_path_is_refused(project: Any):
    with pytest.raises(ParameterError):
        Served().mount(Issue).list(project=project)


def test_a_missing_value_is_refused():
    with pytest.raises(ParameterError) as caught:
        Served().mount(Issue).list()
    assert str(caught.value) == (
        "the parameter 'project' is missing.\n  Give text.\n  in Issue.List"
    )


def test_a_page_is_resumed_by_its_url_alone():
    served = Served(json_response({"items": [ONE], "pages": 1}))
    served.mount(Issue).get_page(f"{ROOT}/projects/a/issues?page=1")
    assert served.request.url == f"{ROOT}/projects/a/issues?page=1"


def test_slashes_at_the_end_are_kept():
    class Note(Resource, uri="/notes/{id}/", page=NumberPage("items", pages="pages")):
        id: int

        class Create(Params): ...

        class List(Paging): ...

        class Fetch(Params): ...

        class Publish(Params, uri="/publish/"): ...

        publish = action(Publish, returns=None)

    served = Served(
        json_response({"id": 1}, 201),
        json_response({"items": [], "pages": 0}),
        json_response({"id": 1}),
        json_response({}),
    )
    notes = served.mount(Note)
    note = notes.create()
    notes.list()
    note.fetch()
    note.publish()
    assert served.urls == [
        f"{ROOT}/notes/",
        f"{ROOT}/notes/",
        f"{ROOT}/notes/1/",
        f"{ROOT}/notes/1/publish/",
    ]


# -- the sandbox ----------------------------------------------------------------------------


def test_the_sandbox_serves_these_paths():
    sandbox = Sandbox(DeskClient)
    client = DeskClient(auth=BearerAuth(sandbox.token), transport=sandbox)
    issues = client.desk.v1.issues
    for number in range(3):
        issues.create(project="a", title=str(number))
    issues.create(project="b", title="3")
    assert [each.id for each in issues.stream(project="a", page_size=2)] == [1, 2, 3]
    assert issues(4).fetch().project == "b"
    assert issues(4).update(title="x").title == "x"
    replaced = issues(4).replace(title="y", body="z")
    assert (replaced.title, replaced.body) == ("y", "z")
    assert issues(4).fetch() == replaced
    assert issues(4).move(board=1) is True


# -- mistakes -------------------------------------------------------------------------------


def declare_unfilled() -> None:
    class Wrong(Resource, uri="/wrong/{id}"):
        id: int

        class Fetch(Params, path="/projects/{project}/wrong/{id}"): ...


def declare_both() -> None:
    class Wrong(Resource, uri="/wrong/{id}"):
        id: int

        class Fetch(Params, path="/other/{id}", uri="/more"): ...


def declare_optional() -> None:
    class Wrong(Resource, uri="/wrong/{id}"):
        id: int

        class Fetch(Params, path="/projects/{project}/wrong/{id}"):
            project: str = UNSET


def declare_elsewhere() -> None:
    class Wrong(Resource, uri="/wrong/{id}"):
        id: int

        class Fetch(Params, path="/projects/{project}/wrong/{id}"):
            project: str = param(location="query")


@pytest.mark.parametrize(
    ("declare", "message"),
    [
        (
            declare_unfilled,
            "the path '/projects/{project}/wrong/{id}' has a placeholder 'project' without a "
            "parameter.\n  Declare it in the nested class: `project: str`.",
        ),
        (
            declare_both,
            "the operation has path='/other/{id}' and uri='/more'.\n"
            "  Write uri= for a path that continues the resource's, or path= for another one.",
        ),
        (
            declare_optional,
            "the parameter 'project' is in the path, and may be left out.\n"
            "  Write it without a default: `project: str`.",
        ),
        (
            declare_elsewhere,
            "the parameter 'project' is in the path, and has another location or wire name.\n"
            "  Leave out name= and location=: the placeholder has the name of the parameter.",
        ),
    ],
)
def test_a_path_that_cannot_be_filled_is_refused(declare: Any, message: str):
    with pytest.raises(DeclarationError) as caught:
        declare()
    assert message_without_place(caught) == message
