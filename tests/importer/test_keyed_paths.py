"""Paths with a key at their end that is not that of an item: what is called, and what is sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .desk import TEXT, in_path, query, response_of, text_of
from .shed import TOOL, items_of, object_of
from .test_roles import KEY, MANY, NOTHING, ONE, Served, op

NUMBER = {"type": "integer"}
PAGES = (query("page", NUMBER), query("per_page", NUMBER))
JOB = {"get": op(ONE, in_path("job_id"))}
PAGE = items_of("tools", TOOL, total_pages=NUMBER)


@pytest.mark.parametrize(
    ("paths", "expression", "sent"),
    [
        # A verb before the key of an item is an action of it, whatever its key is called.
        (
            {"/jobs/{job_id}": JOB, "/jobs/pause/{job_id}": {"post": op(ONE, in_path("job_id"))}},
            "v.jobs('j').pause()",
            "POST /jobs/pause/j",
        ),
        (
            {"/jobs/{id}": {"get": op(ONE, KEY)}, "/jobs/delete/{id}": {"post": op(ONE, KEY)}},
            "v.jobs('j').delete()",
            "POST /jobs/delete/j",
        ),
        # A noun is, if the key is that of the item by its name.
        (
            {"/jobs/{job_id}": JOB, "/jobs/log/{job_id}": {"get": op(ONE, in_path("job_id"))}},
            "v.jobs('j').log()",
            "GET /jobs/log/j",
        ),
        (
            {"/jobs/{id}": {"get": op(ONE, KEY)}, "/jobs/log/{id}": {"get": op(ONE, KEY)}},
            "v.jobs.log('l').fetch()",
            "GET /jobs/log/l",
        ),
        # With another key, a verb takes it as a parameter.
        (
            {
                "/jobs/{id}": {"get": op(ONE, KEY)},
                "/jobs/verify/{code}": {"get": op(ONE, in_path("code"))},
            },
            "v.jobs.verify(code='c d')",
            "GET /jobs/verify/c%20d",
        ),
        (
            {
                "/jobs/{id}": {"get": op(ONE, KEY)},
                "/jobs/{job_id}/assign/{id}": {"post": op(ONE, in_path("job_id"), KEY)},
            },
            "v.jobs('j').assign(other_id='u')",
            "POST /jobs/j/assign/u",
        ),
        # What has items of its own is no verb, and neither is what has a path without the key.
        (
            {
                "/jobs/{job_id}": JOB,
                "/jobs/export": {"get": op(MANY)},
                "/jobs/export/{id}": {"get": op(ONE, KEY)},
            },
            "v.jobs.export('e').fetch()",
            "GET /jobs/export/e",
        ),
        (
            {
                "/jobs/{job_id}": JOB,
                "/jobs/pause/{id}": {"get": op(ONE, KEY), "delete": op(NOTHING, KEY)},
            },
            "v.jobs.pause('p').fetch()",
            "GET /jobs/pause/p",
        ),
    ],
)
def test_a_word_before_the_key(
    tmp_path: Path, paths: dict[str, Any], expression: str, sent: str
) -> None:
    assert Served(tmp_path, paths).call(expression)[1] == sent


OF_TEAM = in_path("team_id")


@pytest.mark.parametrize(
    ("paths", "expression", "sent"),
    [
        (
            {"/members/{team_id}": {"get": op(PAGE, OF_TEAM, *PAGES)}},
            "v.members('t').list(limit=1)",
            "GET /members/t?per_page=1",
        ),
        # A list, and the items in it; a list that has no pages as well.
        (
            {
                "/members/{team_id}": {"get": op(items_of("members", TOOL), OF_TEAM)},
                "/members/{team_id}/{id}": {"get": op(ONE, OF_TEAM, KEY)},
            },
            "v.members('t')('m').fetch()",
            "GET /members/t/m",
        ),
        (
            {
                "/members/{team_id}": {
                    "get": op(PAGE, OF_TEAM, *PAGES),
                    "post": op(ONE, OF_TEAM, id_="addMember"),
                }
            },
            "v.members('t').create()",
            "POST /members/t",
        ),
        # Beside other paths, the key is a parameter of the list; so are several.
        (
            {
                "/notices/{team_id}": {"get": op(PAGE, OF_TEAM, *PAGES)},
                "/notices/view": {"post": op(NOTHING)},
            },
            "v.notices.list(team_id='t', limit=1)",
            "GET /notices/t?per_page=1",
        ),
        (
            {"/costs/{start}/{end}": {"get": op(MANY, in_path("start"), in_path("end"))}},
            "v.costs.list(start='a', end='b')",
            "GET /costs/a/b",
        ),
        # An order has items, and is no list.
        (
            {"/orders/{id}": {"get": op(items_of("items", TOOL), KEY), "delete": op(ONE, KEY)}},
            "v.orders('o').fetch()",
            "GET /orders/o",
        ),
    ],
)
def test_a_list_for_a_key(
    tmp_path: Path, paths: dict[str, Any], expression: str, sent: str
) -> None:
    body: Any = {"tools": [{"id": "m"}, {"id": "n"}], "total_pages": 1}
    if ".list(" not in expression:
        body = {"id": "m"}
    elif "/costs" in sent:
        body = [{"id": "m"}]
    assert Served(tmp_path, paths).call(expression, body)[1] == sent


REFERENCE = {"$ref": "#/components/schemas/Tool"}
LISTED = {"/tools/list": {"get": op(MANY)}}


@pytest.mark.parametrize(
    ("paths", "expression", "sent"),
    [
        ({**LISTED, "/tools/{id}": {"get": op(ONE, KEY)}}, "v.tools.list()", "GET /tools/list"),
        ({"/tools": {"get": op(ONE)}, **LISTED}, "v.tools.list.list()", "GET /tools/list"),
        (
            {**LISTED, "/tools/fetch": {"get": op(ONE, query("ids", TEXT))}},
            "v.tools.get(ids='a')",
            "GET /tools/fetch?ids=a",
        ),
        # What is asked or done is no resource, and a list of what was found is.
        ({"/tools/export": {"get": op(ONE)}}, "v.tools.export()", "GET /tools/export"),
        ({"/tools/can_delete": {"get": op(ONE)}}, "v.tools.can_delete()", "GET /tools/can_delete"),
        ({"/tools/search": {"get": op(ONE)}}, "v.tools.search()", "GET /tools/search"),
        ({"/tools/search": {"get": op(MANY)}}, "v.tools.search.list()", "GET /tools/search"),
        ({"/tools/status": {"get": op(ONE)}}, "v.tools.status.fetch()", "GET /tools/status"),
        ({"/team/leave": {"delete": op(NOTHING)}}, "v.team.leave()", "DELETE /team/leave"),
        (
            {"/tools/{id}/patch": {"put": op(ONE, KEY)}},
            "v.tools('t').patch()",
            "PUT /tools/t/patch",
        ),
        # A query, or an id, tells that it is one of several that is changed.
        (
            {"/tools": {"get": op(MANY), "patch": op(ONE, query("id", TEXT, required=True))}},
            "v.tools.update(id='t')",
            "PATCH /tools?id=t",
        ),
        (
            {
                "/tools": {
                    "get": op(MANY),
                    "patch": op(
                        ONE, id_="update-tool", body={**object_of(id=TEXT), "required": ["id"]}
                    ),
                }
            },
            "v.tools.update(id='t')",
            'PATCH /tools {"id":"t"}',
        ),
        # The record is sent, and so it is made; what exists is added.
        (
            {
                "/tools": {
                    "get": op(response_of({"type": "array", "items": REFERENCE})),
                    "post": op(response_of(object_of(id=TEXT)), id_="toolsAdd", body=REFERENCE),
                }
            },
            "v.tools.create(name='saw')",
            'POST /tools {"name":"saw"}',
        ),
        ({"/racks/*/tools": {"get": op(MANY)}}, "v.racks.all.tools.list()", "GET /racks/*/tools"),
        # A fragment tells nothing apart where the method does.
        (
            {
                "/tools/{id}#byId": {"delete": op(NOTHING, KEY)},
                "/tools/{id_or_name}#byName": {"get": op(ONE, in_path("id_or_name"))},
            },
            "v.tools('t').delete()",
            "DELETE /tools/t",
        ),
        (
            {
                "/runs/{id}": {"get": op(ONE, KEY), "post": op(ONE, KEY)},
                "/runs/{id}#stream": {"post": op(ONE, KEY, id_="streamRun")},
                "/runs/{id}/restart": {"post": op(ONE, KEY)},
                "/runs/{id}/restart#stream": {"post": op(ONE, KEY, id_="restartRun")},
            },
            "v.runs('r').restart_stream()",
            "POST /runs/r/restart",
        ),
        # A word after a dot that others continue is a group.
        (
            {"/api/tools.parts": {"get": op(MANY)}, "/api/tools.parts.find": {"get": op(ONE)}},
            "v.tools.parts.list()",
            "GET /api/tools.parts",
        ),
    ],
)
def test_a_word_at_the_end_of_a_path(
    tmp_path: Path, paths: dict[str, Any], expression: str, sent: str
) -> None:
    served = Served(tmp_path, paths, Tool=TOOL)
    body = [] if ".list(" in expression else {"id": "t"}
    assert served.call(expression, body)[1] == sent


def test_the_key_in_a_path_of_its_own_is_a_parameter(tmp_path: Path) -> None:
    Served(
        tmp_path,
        {
            "/jobs/{id}": {"get": op(ONE, KEY)},
            "/jobs/verify/{code}": {"get": op(ONE, in_path("code", NUMBER), query("code", TEXT))},
        },
    )
    assert """
    class Verify(Params, method="GET", path="/jobs/verify/{code}"):
        code: int
        code_in_query: str = param(name="code", default=UNSET)
""" in text_of(tmp_path, "job.py")


def test_operations_with_many_common_parameters_are_lists_all_the_same(tmp_path: Path) -> None:
    many = [query(f"word{number}", TEXT) for number in range(50)]
    served = Served(
        tmp_path, {"/usage": {"get": op(ONE, *many)}, "/usage/days": {"get": op(MANY, *many)}}
    )
    assert served.call("v.usage.days.list(word3='a')", [])[1] == "GET /usage/days?word3=a"


def test_a_path_value_and_its_field_have_one_name(tmp_path: Path) -> None:
    """Where a field cannot have the name of what its class calls, such as `collection`."""
    field = response_of(object_of(id=TEXT, collection=TEXT))
    name = in_path("collection")
    served = Served(
        tmp_path,
        {
            "/fields/{collection}": {"get": op(field, name), "patch": op(field, name)},
            "/fields/{collection}/{id}": {"get": op(field, name, KEY)},
        },
    )
    assert (
        served.call("v.fields('c').fetch().collection_", {"id": "f", "collection": "c"})[0] == "c"
    )


def test_what_is_mounted_on_a_collection_hides_nothing_of_it(tmp_path: Path) -> None:
    paths = {
        "/api/tools.list": {"get": op(MANY)},
        "/api/tools.list.lent": {"get": op(response_of(object_of(count=NUMBER)))},
    }
    served = Served(tmp_path, paths)
    assert served.call("v.tools.list()", [])[1] == "GET /api/tools.list"
    assert served.call("v.tools.list_.lent().count", {"count": 5})[0] == 5


def test_actions_with_one_name_share_no_parameters(tmp_path: Path) -> None:
    """One is of the collection, and one of an item: their classes have one name."""
    fields = {f"part_{number}": {"type": "integer"} for number in range(8)}
    whole, part = object_of(**fields), object_of(**fields, last=TEXT)
    paths = {
        "/tools": {"get": op(MANY), "post": op(ONE, body=whole)},
        "/tools#stream": {"post": op(ONE, id_="streamTools", body=part)},
        "/tools/{id}": {"get": op(ONE, KEY), "post": op(ONE, KEY, body=whole)},
        "/tools/{id}#stream": {"post": op(ONE, KEY, id_="streamTool", body=part)},
    }
    Served(tmp_path, paths)
    text = text_of(tmp_path, "tool.py")
    assert text.count("class Stream(Params)") == 2
