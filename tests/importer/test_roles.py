"""What an operation is, by its path, method and response: how it is called and what is sent."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from restmap import HandlerTransport, Request, Response

from .desk import TEXT, importable, in_path, query, response_of, sends, text_of
from .shed import TOOL, imported_paths, items_of, object_of

NOTHING = {"204": {"description": ""}}
ONE = response_of(TOOL)
MANY = response_of({"type": "array", "items": TOOL})
KEY = in_path("id")
IDS = query("ids", TEXT, required=True)


def op(responses: Any = ONE, *parameters: Any, id_: str = "", body: Any = None) -> dict[str, Any]:
    """An operation, without an id unless one is given."""
    operation: dict[str, Any] = {"parameters": [*parameters], "responses": responses}
    if id_:
        operation["operationId"] = id_
    if body is not None:
        operation["requestBody"] = sends("application/json", body)
    return operation


NAMED = object_of(name=TEXT)
TOOLS = {
    "/tools": {"get": op(MANY), "post": op(body=NAMED)},
    "/tools/{id}": {"get": op(ONE, KEY), "delete": op(NOTHING, KEY)},
}


class Served:
    """Calls of the imported package, evaluated one after the other, and the requests they sent."""

    def __init__(self, folder: Path, paths: dict[str, Any], **more: Any) -> None:
        self.folder = folder
        self.report = imported_paths(folder, paths, **more)
        assert self.report.problems == []

    def call(self, expression: str, body: Any = None, headers: Any = None) -> tuple[Any, str]:
        """The result of an expression on the version `v`, and the request that it sent."""
        content = json.dumps({"id": "t1", "name": "saw"} if body is None else body).encode()
        given = {"Content-Type": "application/json", **(headers or {})}

        def serve(request: Request) -> Response:
            return Response(200, given, b"" if body == "" else content)

        transport = HandlerTransport(serve)
        with importable(self.folder):
            shed: Any = importlib.import_module("made").Shed
            result = eval(expression, {"v": shed(transport=transport)})  # noqa: S307 - ours
        (sent,) = transport.requests
        url = sent.url.removeprefix("https://api.shed.example")
        text = sent.body.decode() if isinstance(sent.body, bytes) else ""
        return result, f"{sent.method} {url} {text}".strip()


@pytest.mark.parametrize(
    ("paths", "expression", "sent"),
    [
        # A list is told by its response, whatever its id is called.
        (TOOLS, "v.tools.list()", "GET /tools"),
        (
            {"/tools": {"get": op(items_of("tools", TOOL), id_="tools_get_all")}},
            "v.tools.list()",
            "GET /tools",
        ),
        ({"/tools": {"get": op(items_of("data.items", TOOL))}}, "v.tools.list()", "GET /tools"),
        ({"/tools/{id}": {"get": op(MANY, KEY)}}, "v.tools('hand').list()", "GET /tools/hand"),
        # Of one URL, the operation whose id says more is an action that is named by it.
        *(
            (
                {
                    "/tools/{name}": {"get": op(ONE, in_path("name"), id_="getToolByName")},
                    "/tools/{id}": {
                        "get": op(ONE, KEY, id_="getTool"),
                        "put": op(ONE, KEY, id_="tool-put", body=object_of(kind=TEXT)),
                    },
                    "/tools/{saw_id}": {
                        "put": op(ONE, in_path("saw_id"), id_="tool-put-saw", body=NAMED)
                    },
                },
                expression,
                sent,
            )
            for expression, sent in (
                ("v.tools('t').fetch()", "GET /tools/t"),
                ("v.tools('t').get_by_name()", "GET /tools/t"),
                ("v.tools('t').update(kind='a')", 'PUT /tools/t {"kind":"a"}'),
                ("v.tools('t').put_saw(name='a')", 'PUT /tools/t {"name":"a"}'),
            )
        ),
        # A mount does not hide a verb of the item that it is mounted on.
        *(
            (
                {
                    "/tools/{id}": {"get": op(ONE, KEY), "put": op(ONE, KEY, body=NAMED)},
                    "/tools/{id}/update/{part}": {
                        "post": op(ONE, KEY, in_path("part"), body=NAMED)
                    },
                },
                expression,
                sent,
            )
            for expression, sent in (
                ("v.tools('t').update(name='a')", 'PUT /tools/t {"name":"a"}'),
                (
                    "v.tools('t').update_('p').update(name='a')",
                    'POST /tools/t/update/p {"name":"a"}',
                ),
            )
        ),
        # An action does not hide the value of the path that has its name.
        (
            {
                "/tools/{index}/parts/{id}": {
                    "put": op(ONE, in_path("index"), KEY, id_="index", body=NAMED),
                    "post": op(ONE, in_path("index"), KEY, id_="index-1", body=NAMED),
                    "get": op(ONE, in_path("index"), KEY),
                }
            },
            "v.tools('t').parts('p').index_(name='a')",
            'POST /tools/t/parts/p {"name":"a"}',
        ),
        # A record.
        (TOOLS, "v.tools('t').fetch()", "GET /tools/t"),
        (TOOLS, "v.tools('t').delete()", "DELETE /tools/t"),
        (TOOLS, "v.tools.create(name='saw')", 'POST /tools {"name":"saw"}'),
        ({"/status": {"get": op()}}, "v.status.fetch()", "GET /status"),
        (
            {"/me": {"get": op(), "post": op(body=NAMED)}},
            "v.me.update(name='a')",
            'POST /me {"name":"a"}',
        ),
        # An update, by any method.
        *(
            (
                {"/tools/{id}": {"get": op(ONE, KEY), method: op(ONE, KEY, body=NAMED)}},
                "v.tools('t').update(name='a')",
                f'{method.upper()} /tools/t {{"name":"a"}}',
            )
            for method in ("post", "put", "patch")
        ),
        (
            TOOLS | {"/tools/{id}": {"get": op(ONE, KEY), "post": op(ONE, KEY, body=NAMED)}},
            "v.tools.create(name='saw')",
            'POST /tools {"name":"saw"}',
        ),
        # POST beside PUT: both change an item, or the POST makes it.
        *(
            (
                {
                    "/tools": {"post": op(body=NAMED)},
                    "/tools/{id}": {
                        "get": op(ONE, KEY),
                        "put": op(ONE, KEY, id_="replaceTool", body=NAMED),
                        "post": op(ONE, KEY, id_=id_, body=NAMED),
                    },
                },
                expression,
                f'{method} {path} {{"name":"a"}}',
            )
            for id_, expression, method, path in (
                ("updateTool", "v.tools('t').update(name='a')", "POST", "/tools/t"),
                ("updateTool", "v.tools('t').replace(name='a')", "PUT", "/tools/t"),
                ("updateTool", "v.tools.create(name='a')", "POST", "/tools"),
                ("createToolAt", "v.tools('t').update(name='a')", "PUT", "/tools/t"),
                ("createToolAt", "v.tools('t').post(name='a')", "POST", "/tools/t"),
                ("createToolAt", "v.tools.create(name='a')", "POST", "/tools"),
            )
        ),
        (
            {
                "/tools/{id}": {
                    "put": op(ONE, KEY, body=NAMED),
                    "post": op(ONE, KEY, id_="createTool", body=NAMED),
                }
            },
            "v.tools('t').create(name='a')",
            'POST /tools/t {"name":"a"}',
        ),
        # Actions beside items and collections.
        (
            TOOLS | {"/tools/{id}/sharpen": {"post": op(ONE, KEY)}},
            "v.tools('t').sharpen()",
            "POST /tools/t/sharpen",
        ),
        (
            TOOLS | {"/tools/{id}/close": {"put": op(NOTHING, KEY, id_="closeTool")}},
            "v.tools('t').close()",
            "PUT /tools/t/close",
        ),
        (
            TOOLS | {"/tools/{id}:run": {"post": op(ONE, KEY)}},
            "v.tools('t').run()",
            "POST /tools/t:run",
        ),
        (
            TOOLS | {"/tools:import": {"post": op(NOTHING, body=NAMED)}},
            "v.tools.import_(name='a')",
            'POST /tools:import {"name":"a"}',
        ),
        (
            TOOLS | {"/tools/search": {"post": op(MANY, body=NAMED)}},
            "v.tools.search(name='a')",
            'POST /tools/search {"name":"a"}',
        ),
        (
            TOOLS | {"/tools/{id}/repairs": {"post": op(ONE, KEY)}},
            "v.tools('t').repairs.create()",
            "POST /tools/t/repairs",
        ),
        (
            TOOLS | {"/tools/{id}/loan": {"post": op(ONE, KEY, id_="createLoan")}},
            "v.tools('t').loan.create()",
            "POST /tools/t/loan",
        ),
        (
            TOOLS
            | {
                "/tools/{id}/parts/delete": {
                    "post": op(NOTHING, KEY, query("wait", TEXT), body=NAMED)
                }
            },
            "v.tools('t').parts.delete(name='a', wait='b')",
            'POST /tools/t/parts/delete?wait=b {"name":"a"}',
        ),
        (
            TOOLS | {"/tools/{id}": {"delete": op(NOTHING, KEY, query("wait", TEXT), body=NAMED)}},
            "v.tools('t').delete(name='a', wait='b')",
            'DELETE /tools/t?wait=b {"name":"a"}',
        ),
        (
            {"/tools": {"get": op(MANY), "delete": op(NOTHING)}},
            "v.tools.delete_all()",
            "DELETE /tools",
        ),
        (
            {"/tools": {"get": op(MANY), "put": op(NOTHING, body=NAMED)}},
            "v.tools.replace_all()",
            "PUT /tools {}",
        ),
        # The id says more than the method does.
        (
            {"/tools": {"get": op(MANY), "delete": op(NOTHING, IDS, id_="removeTools")}},
            "v.tools.remove(ids='1')",
            "DELETE /tools?ids=1",
        ),
        (
            {"/tools": {"get": op(MANY), "delete": op(NOTHING, IDS, id_="delete_tools")}},
            "v.tools.delete(ids='1')",
            "DELETE /tools?ids=1",
        ),
        (
            {"/tools": {"get": op(MANY), "put": op(NOTHING, body=NAMED, id_="saveTools")}},
            "v.tools.save(name='a')",
            'PUT /tools {"name":"a"}',
        ),
        (
            {"/tools": {"get": op(MANY), "put": op(NOTHING, id_="tools/mark-tools-as-clean")}},
            "v.tools.mark_as_clean()",
            "PUT /tools",
        ),
        (
            {"/tools": {"get": op(MANY), "put": op(NOTHING, id_="reorder_or_replace_tools")}},
            "v.tools.replace_all()",
            "PUT /tools",
        ),
        (
            TOOLS | {"/tools/{id}/racks": {"post": op(NOTHING, KEY, id_="tools_assign_racks")}},
            "v.tools('t').racks.assign()",
            "POST /tools/t/racks",
        ),
        (
            TOOLS | {"/tools/{id}/racks": {"get": op(MANY, KEY), "post": op(MANY, KEY, id_="add")}},
            "v.tools('t').racks.add()",
            "POST /tools/t/racks",
        ),
        (
            TOOLS
            | {"/tools/{id}/queue": {"get": op(ONE, KEY), "post": op(NOTHING, KEY, id_="add")}},
            "v.tools('t').queue.add()",
            "POST /tools/t/queue",
        ),
        (
            TOOLS
            | {"/tools/{id}/racks/{r}": {"put": op(NOTHING, KEY, in_path("r"), id_="addRack")}},
            "v.tools('t').racks('r').add()",
            "PUT /tools/t/racks/r",
        ),
        (
            TOOLS | {"/tools/{id}/plan": {"patch": op(ONE, KEY, id_="tools_update_plan")}},
            "v.tools('t').plan.update()",
            "PATCH /tools/t/plan",
        ),
        (
            TOOLS | {"/tools/{id}/update-label": {"put": op(ONE, KEY, id_="updateLabel")}},
            "v.tools('t').update_label()",
            "PUT /tools/t/update-label",
        ),
        (
            TOOLS | {"/tools/{id}/dismissals": {"put": op(ONE, KEY, id_="dismiss_tool")}},
            "v.tools('t').dismiss()",
            "PUT /tools/t/dismissals",
        ),
        (
            TOOLS | {"/tools/{id}/generate": {"post": op(ONE, KEY, id_="createTool")}},
            "v.tools('t').generate()",
            "POST /tools/t/generate",
        ),
        # One record beside others with keys.
        (
            {"/user": {"get": op(), "patch": op()}, "/user/{id}": {"get": op(ONE, KEY)}},
            "v.user.update()",
            "PATCH /user",
        ),
        # APIs in the style of calls.
        (
            {"/tools/get": {"post": op(ONE, body=NAMED)}},
            "v.tools.get(name='a')",
            'POST /tools/get {"name":"a"}',
        ),
        (
            {"/tools/update": {"post": op(ONE, body=NAMED)}},
            "v.tools.update(name='a')",
            'POST /tools/update {"name":"a"}',
        ),
        (
            {"/tools/list": {"post": op(ONE, body=NAMED)}},
            "v.tools.list_(name='a')",
            'POST /tools/list {"name":"a"}',
        ),
        (
            {"/bench/tool/create": {"post": op(ONE, body=NAMED)}},
            "v.bench.tool.create(name='a')",
            'POST /bench/tool/create {"name":"a"}',
        ),
        ({"/tools.repairAll": {"post": op(ONE)}}, "v.tools.repair_all()", "POST /tools.repairAll"),
        # Paths.
        (
            {"/tools/": {"get": op(MANY)}, "/tools/{id}/": {"get": op(ONE, KEY)}},
            "v.tools('t').fetch()",
            "GET /tools/t/",
        ),
        (
            {"/tools/": {"get": op(MANY)}, "/tools/{id}/": {"get": op(ONE, KEY)}},
            "v.tools.list()",
            "GET /tools/",
        ),
        (
            {"/tools/": {"get": op(MANY)}, "/tools/{id}": {"get": op(ONE, KEY)}},
            "v.tools.list()",
            "GET /tools/",
        ),
        (
            {"/3d-prints/{id}": {"get": op(ONE, KEY)}},
            "v.x_3d_prints('t').fetch()",
            "GET /3d-prints/t",
        ),
        (
            {
                "/tools/{id}": {"get": op(ONE, KEY), "put": op(ONE, KEY, body=NAMED)},
                "/tools/{id}#lend": {"put": op(ONE, KEY, body=NAMED)},
            },
            "v.tools('t').lend(name='a')",
            'PUT /tools/t {"name":"a"}',
        ),
        ({"/tools?beta=true": {"get": op(MANY)}}, "v.tools.list()", "GET /tools?beta=true"),
        *(
            (
                TOOLS
                | {
                    "/tools/{id}/grind": {"post": op(ONE, KEY)},
                    "/tools/{id}/grind?fine=true": {"post": op(ONE, KEY, id_="grindFinely")},
                },
                f"v.tools('t').{name}()",
                f"POST /tools/t/grind{query}",
            )
            for name, query in (("grind", ""), ("grind_finely", "?fine=true"))
        ),
        # Several keys in one segment, and lists beside lists.
        *(
            (
                {
                    "/diffs/{range}": {"get": op(ONE, in_path("range"))},
                    "/diffs/{base}...{head}": {"get": op(ONE, in_path("base"), in_path("head"))},
                },
                expression,
                "GET /diffs/a...b",
            )
            for expression in ("v.diffs('a...b').fetch()", "v.diffs.base_heads('a', 'b').fetch()")
        ),
        *(
            (
                {
                    "/stats": {"get": op(MANY)},
                    "/stats/{kind}/{id}": {"get": op(MANY, in_path("kind"), KEY)},
                },
                expression,
                sent,
            )
            for expression, sent in (
                ("v.stats.list()", "GET /stats"),
                ("v.stats('a', 'b').get_list()", "GET /stats/a/b"),
            )
        ),
        # The other methods.
        (
            {"/tools/{id}": {"get": op(ONE, KEY), "head": op(NOTHING, KEY)}},
            "v.tools('t').head()",
            "HEAD /tools/t",
        ),
        (
            {"/tools/{id}": {"get": op(ONE, KEY), "options": op(ONE, KEY)}},
            "v.tools('t').options()",
            "OPTIONS /tools/t",
        ),
    ],
)
def test_an_operation_is_called_as_a_person_would_write_it(
    tmp_path: Path, paths: dict[str, Any], expression: str, sent: str
) -> None:
    body = [] if expression.endswith(("list()", "search(name='a')", "racks.add()")) else None
    if "items" in str(paths) and "data" in str(paths):
        body = {"data": {"items": []}}
    elif "'tools': {'type': 'array'" in str(paths):
        body = {"tools": []}
    assert Served(tmp_path, paths).call(expression, body)[1] == sent


@pytest.mark.parametrize(
    ("responses", "expression", "body", "result"),
    [
        (response_of({"type": "integer"}), "v.tools('t').count()", 3, 3),
        (
            response_of({"type": "array", "items": {"type": "boolean"}}),
            "v.tools('t').count()",
            [True],
            [True],
        ),
        (response_of({"type": "array", "items": TEXT}), "v.tools('t').count()", ["a"], ["a"]),
        (response_of({"oneOf": [TEXT, {"type": "integer"}]}), "v.tools('t').count()", 5, 5),
        (NOTHING, "v.tools('t').count()", "", True),
        (
            {"200": {"description": "", "content": {"text/csv": {}}}},
            "v.tools('t').count()",
            [],
            "[]",
        ),
        (
            {"200": {"description": "", "content": {"image/png": {}}}},
            "b''.join(v.tools('t').count().__enter__())",
            [],
            b"[]",
        ),
        ({"302": {"description": ""}}, "b''.join(v.tools('t').count().__enter__())", [], b"[]"),
    ],
)
def test_a_response_that_is_no_record(
    tmp_path: Path, responses: Any, expression: str, body: Any, result: Any
) -> None:
    served = Served(tmp_path, TOOLS | {"/tools/{id}/count": {"get": op(responses, KEY)}})
    headers = {"Content-Type": "text/csv"} if result == "[]" else {}

    assert served.call(expression, body, headers) == (result, "GET /tools/t/count")


def test_a_list_beside_the_list_that_it_selects_from(tmp_path: Path) -> None:
    paths = {"/tools": {"get": op(MANY)}, "/tools/{kind}": {"get": op(MANY, in_path("kind"))}}
    served = Served(tmp_path, paths)
    for expression, path in (
        ("v.tools.list()", "/tools"),
        ("v.tools('saws').fetch()", "/tools/saws"),
    ):
        tools, sent = served.call(expression, [{"id": "t1", "name": "saw"}])
        assert ([each.name for each in tools], sent) == (["saw"], f"GET {path}")


def test_a_delete_with_a_result_returns_it(tmp_path: Path) -> None:
    refund = response_of(object_of(refund={"type": "integer"}))
    gone = {"get": op(ONE, KEY), "delete": op(ONE, KEY)}
    served = Served(
        tmp_path,
        {
            "/tools/{id}": {"get": op(ONE, KEY), "delete": op(refund, KEY)},
            "/makers/{id}": gone,
        },
    )

    assert served.call("v.tools('t').delete().refund", {"refund": 5})[0] == 5
    assert served.call("v.makers('m').delete().name")[0] == "saw"


def test_a_result_unlike_the_record_is_a_model(tmp_path: Path) -> None:
    receipt = response_of(object_of(receipt=TEXT, total={"type": "integer"}), "202")
    served = Served(
        tmp_path, {**TOOLS, "/tools": {"get": op(MANY), "post": op(receipt, body=NAMED)}}
    )

    result, _ = served.call("v.tools.create(name='saw')", {"receipt": "r", "total": 5})
    assert (type(result).__name__, result.total) == ("ToolCreateResult", 5)
    assert "    class Create(Params, Returns[ToolCreateResult]):\n" in text_of(tmp_path, "tool.py")


def test_a_field_named_like_a_mount_gives_way(tmp_path: Path) -> None:
    settings = object_of(users={"type": "array", "items": TEXT}, default=TEXT)
    paths = {
        "/settings": {"get": op(response_of(settings))},
        "/settings/users": {"get": op(MANY)},
        "/settings/default": {"get": op()},
    }
    served = Served(tmp_path, paths)
    body = {"users": ["a"], "default": "b"}
    settings, sent = served.call("v.settings.fetch()", body)
    assert (settings.users_, settings.default_, sent) == (["a"], "b", "GET /settings")
    assert served.call("v.settings.users.list()", [])[1] == "GET /settings/users"
    assert served.call("v.settings.default.fetch()")[1] == "GET /settings/default"


def test_a_parameter_is_not_named_like_the_type_of_another(tmp_path: Path) -> None:
    day = {"type": "string", "format": "date"}
    paths = {"/tools": {"get": op(MANY, query("date", day), query("from_date", day))}}
    served = Served(tmp_path, paths)
    assert "        date_: date = UNSET\n" in text_of(tmp_path, "tool.py")
    _, sent = served.call("v.tools.list(date_=__import__('datetime').date(2026, 1, 2))", [])
    assert sent == "GET /tools?date=2026-01-02"
    alone = {"/tools": {"get": op(MANY, query("date", day))}}
    imported_paths(tmp_path, alone)
    assert "        date: date = UNSET\n" in text_of(tmp_path, "tool.py")


# -- envelopes and keys -------------------------------------------------------------------------

WRAPPED = object_of(tool=TOOL)


def test_an_envelope_with_nothing_known_inside_is_opened(tmp_path: Path) -> None:
    """A delete with it has no result; an action returns what is inside, whatever that is."""
    nothing = response_of(object_of(data={"type": "object"}))
    paths = {
        "/tools/{id}": {"get": op(ONE, KEY), "delete": op(nothing, KEY)},
        "/tools/{id}/close": {"post": op(nothing, KEY)},
    }
    served = Served(tmp_path, paths)

    assert served.call("v.tools('a').delete()", {"data": {}})[0] is True
    assert served.call("v.tools('a').close()", {"data": {"at": 1}})[0] == {"at": 1}


def test_a_record_in_an_envelope_is_unwrapped(tmp_path: Path) -> None:
    served = Served(
        tmp_path,
        {
            "/tools": {"post": op(response_of(WRAPPED, "201"), body=object_of(tool=NAMED))},
            "/tools/{tool_id}": {"get": op(response_of(WRAPPED), in_path("tool_id"))},
        },
    )
    body = {"tool": {"id": "t9", "name": "saw"}}

    assert served.call("v.tools('t').fetch().name", body) == ("saw", "GET /tools/t")
    assert served.call("v.tools.create(name='saw').id", body) == (
        "t9",
        'POST /tools {"tool":{"name":"saw"}}',
    )
    text = text_of(tmp_path, "tool.py")
    assert 'class Tool(ShedResource, uri="/tools/{id}"):' in text
    base = text_of(tmp_path, "base.py")
    assert 'class ShedResource(Resource, item="tool", body_item="tool"):' in base


def test_a_record_beside_what_a_gateway_says_is_in_an_envelope(tmp_path: Path) -> None:
    answer = response_of(
        object_of(service=TEXT, operation=TEXT, data=TOOL, _raw={"type": "object"})
    )
    served = Served(tmp_path, {"/tools/{id}": {"get": op(answer, KEY)}})
    body = {"service": "a", "operation": "b", "data": {"id": "t", "name": "saw"}, "_raw": {}}
    assert served.call("v.tools('t').fetch()", body)[0].name == "saw"


@pytest.mark.parametrize("path", ["/tool/{id}/edit", "/tool/edit/{id}", "/tool/{id}/send_back"])
def test_an_action_returns_the_record_in_its_envelope(tmp_path: Path, path: str) -> None:
    """Which has the name of the record, and not that of the action."""
    answer = response_of(
        object_of(tool=TOOL, warnings={"type": "array", "items": object_of(a=TEXT)})
    )
    paths = {"/tool/{id}": {"get": op(answer, KEY)}, path: {"post": op(answer, KEY)}}
    verb = "send_back" if "send" in path else "edit"
    body = {"tool": {"id": "t", "name": "saw"}, "warnings": []}
    result, _ = Served(tmp_path, paths).call(f"v.tool('t').{verb}()", body)
    assert (type(result).__name__, result.name) == ("Tool", "saw")


def test_a_field_that_is_an_object_in_one_response_and_text_in_another(tmp_path: Path) -> None:
    maker = object_of(id=TEXT, maker=object_of(name=TEXT))
    listed = response_of({"type": "array", "items": object_of(id=TEXT, maker=TEXT)})
    served = Served(
        tmp_path,
        {"/tools": {"get": op(listed)}, "/tools/{id}": {"get": op(response_of(maker), KEY)}},
    )
    assert "    maker: ToolMaker | str\n" in text_of(tmp_path, "tool.py")
    assert served.call("v.tools.list()", [{"id": "t", "maker": "m"}])[0][0].maker == "m"
    fetched, _ = served.call("v.tools('t').fetch()", {"id": "t", "maker": {"name": "n"}})
    assert fetched.maker.name == "n"


@pytest.mark.parametrize(
    ("parameter", "properties", "key"),
    [
        (in_path("tool_id"), {"id": TEXT}, "id"),
        (in_path("toolId"), {"id": TEXT}, "id"),
        (in_path("tool_gid"), {"gid": TEXT}, "gid"),
        (in_path("tool"), {"uuid": TEXT}, "uuid"),
        (in_path("tool_name"), {"name": TEXT, "id": {"type": "integer"}}, "name"),
        (in_path("slug"), {"slug": TEXT, "id": TEXT}, "slug"),
        (in_path("tool_id", {"type": "integer"}), {"id": {"type": "integer"}}, "id"),
        (in_path("tool_id", {"type": "integer"}), {"name": TEXT}, "tool_id"),
        (in_path("tool_maker"), {"name": TEXT, "maker_id": TEXT}, "maker_id"),
        (in_path("key"), {"name": TEXT, "hash": TEXT}, "key"),
        (in_path("tool_id"), {"label": TEXT}, "tool_id"),
        (in_path("kind"), {"id": TEXT}, "kind"),
        (in_path("tool_id"), {"id": {"type": "object"}}, "tool_id"),
    ],
)
def test_the_key_is_the_field_that_it_fits(
    tmp_path: Path, parameter: Any, properties: Any, key: str
) -> None:
    record = object_of(**properties)
    name = parameter["name"]
    Served(
        tmp_path,
        {
            "/tools": {"get": op(response_of({"type": "array", "items": record}))},
            f"/tools/{{{name}}}": {"get": op(response_of(record), parameter)},
        },
    )

    text = text_of(tmp_path, "tool.py")
    assert f'uri="/tools/{{{key}}}"' in text
    assert f"    {key}: " in text


def test_an_object_with_lists_inside_is_a_record(tmp_path: Path) -> None:
    order = object_of(
        status=TEXT, shipped={"type": "boolean"}, parts={"type": "array", "items": TOOL}
    )
    served = Served(
        tmp_path,
        {
            "/orders/{id}": {"get": op(response_of(order), KEY)},
            "/me": {"get": op(response_of(order))},
        },
    )

    body = {"status": "open", "shipped": True, "parts": [{"id": "p1"}]}
    assert served.call("v.orders('o').fetch().parts[0].id", body)[0] == "p1"
    assert served.call("v.me.fetch().status", body)[0] == "open"


# -- names --------------------------------------------------------------------------------------


def test_headers_that_the_client_sends_are_no_parameters(tmp_path: Path) -> None:
    headers = [
        {"name": name, "in": "header", "required": True, "schema": TEXT}
        for name in ("Accept", "Content-Type", "Authorization", "X-Tenant")
    ]
    Served(tmp_path, {"/tools/{id}": {"get": op(ONE, KEY, *headers)}})

    assert (
        '    class Fetch(Params):\n        x_tenant: str = param(location="header")\n'
    ) in text_of(tmp_path, "tool.py")


def test_resources_that_only_look_alike_do_not_derive_from_each_other(tmp_path: Path) -> None:
    fields = {f"part_{number}": TEXT for number in range(6)}
    alike = response_of(object_of(id=TEXT, **fields))
    Served(
        tmp_path,
        {"/makers/{id}": {"get": op(alike, KEY)}, "/tools/{id}": {"get": op(alike, KEY)}},
    )

    assert "class Tool(ShedResource, " in text_of(tmp_path, "tool.py")
    assert "class Maker(ShedResource, " in text_of(tmp_path, "maker.py")


def test_resources_of_one_component_may_derive_from_each_other(tmp_path: Path) -> None:
    fields = {f"part_{number}": TEXT for number in range(6)}
    one = response_of({"$ref": "#/components/schemas/Person"})
    Served(
        tmp_path,
        {"/visitors/{id}": {"get": op(one, KEY)}, "/guests/{id}": {"get": op(one, KEY)}},
        Person=object_of(id=TEXT, **fields),
    )

    assert "class Visitor(Guest, " in text_of(tmp_path, "visitor.py")


def test_an_action_does_not_hide_a_class_that_is_mounted(tmp_path: Path) -> None:
    served = Served(
        tmp_path,
        TOOLS
        | {
            "/tools/{id}/note": {"post": op(ONE, KEY)},
            "/tools/{id}/notes": {"get": op(MANY, KEY)},
        },
    )

    assert served.call("v.tools('t').note()")[1] == "POST /tools/t/note"
    assert served.call("v.tools('t').notes.list()", [])[1] == "GET /tools/t/notes"


def test_a_second_operation_of_a_verb_is_named_by_its_id(tmp_path: Path) -> None:
    served = Served(
        tmp_path,
        {
            "/tools/{id}": {
                "get": op(ONE, KEY),
                "put": op(ONE, KEY, body=NAMED),
                "patch": op(ONE, KEY, body=NAMED),
                "post": op(ONE, KEY, id_="lendTool", body=NAMED),
            }
        },
    )

    assert served.call("v.tools('t').update(name='a')")[1] == 'PUT /tools/t {"name":"a"}'
    assert served.call("v.tools('t').patch(name='a')")[1] == 'PATCH /tools/t {"name":"a"}'
    assert served.call("v.tools('t').lend(name='a')")[1] == 'POST /tools/t {"name":"a"}'


@pytest.mark.parametrize(
    ("schema", "more", "value", "sent"),
    [
        ({"type": "array", "items": TEXT}, {"explode": False}, ["a", "b"], "p=a%2Cb"),
        (
            {"type": "array", "items": TEXT},
            {"style": "spaceDelimited", "explode": False},
            ["a", "b"],
            "p=a+b",
        ),
        (
            {"type": "array", "items": TEXT},
            {"style": "pipeDelimited", "explode": False},
            ["a", "b"],
            "p=a%7Cb",
        ),
        ({"type": "array", "items": TEXT}, {}, ["a", "b"], "p=a&p=b"),
        ({"type": "object"}, {"style": "deepObject"}, {"gte": 1}, "p%5Bgte%5D=1"),
        ({"type": "object"}, {}, {"a": 1, "b": 2}, "a=1&b=2"),
        (TEXT, {"allowReserved": True}, "a/b", "p=a/b"),
    ],
)
def test_a_query_is_written_in_the_style_of_the_document(
    tmp_path: Path, schema: Any, more: Any, value: Any, sent: str
) -> None:
    served = Served(tmp_path, {"/tools/{id}": {"get": op(ONE, KEY, query("p", schema, **more))}})

    assert served.call(f"v.tools('t').fetch(p={value!r})")[1] == f"GET /tools/t?{sent}"


def test_a_parameter_with_content_is_json_text(tmp_path: Path) -> None:
    content = {"application/json": {"schema": {"type": "object"}}}
    parameter = {"name": "p", "in": "query", "content": content}
    served = Served(tmp_path, {"/tools/{id}": {"get": op(ONE, KEY, parameter)}})

    assert served.call("v.tools('t').fetch(p={'a': 1})")[1] == "GET /tools/t?p=%7B%22a%22%3A1%7D"


def test_the_fields_of_a_form_are_encoded_as_the_document_says(tmp_path: Path) -> None:
    form = {
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": object_of(
                    name=TEXT, maker={"type": "object"}, tags={"type": "array", "items": TEXT}
                ),
                "encoding": {
                    "maker": {"style": "deepObject", "explode": True},
                    "tags": {"style": "deepObject", "explode": True},
                },
            }
        }
    }
    served = Served(tmp_path, {"/tools": {"post": {"requestBody": form, "responses": ONE}}})
    call = "v.tools.create(name='saw', maker={'town': 'Bern'}, tags=['a', 'b'])"

    assert served.call(call)[1] == (
        "POST /tools name=saw&maker%5Btown%5D=Bern&tags%5B0%5D=a&tags%5B1%5D=b"
    )
