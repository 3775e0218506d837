"""The page type of a list, by the parameters of the operation and its response together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .desk import TEXT, in_path, linked, query, response_of, text_of
from .shed import TOOL, imported_paths, items_of, object_of

NUMBER = {"type": "integer"}
FLAG = {"type": "boolean"}
URL = {"type": "string", "format": "uri"}
TOOLS = {"type": "array", "items": TOOL}
ARRAY = response_of(TOOLS)


def with_headers(responses: dict[str, Any], *names: str) -> dict[str, Any]:
    """Responses with some headers."""
    headers = {name: {"schema": TEXT} for name in names}
    return {status: {**each, "headers": headers} for status, each in responses.items()}


LIMIT = query("limit", NUMBER)
NOTE = "GET /tools: list() gives one page, since it is not known how the next one is requested"


def listed(tmp_path: Path, responses: Any, *parameters: Any) -> tuple[str, list[str]]:
    """The text of a module with a list of tools, and the remarks of the report."""
    operation = {"parameters": [*parameters], "responses": responses}
    report = imported_paths(tmp_path, {"/tools": {"get": operation}})
    assert report.problems == []
    base = text_of(tmp_path, "base.py")
    text = text_of(tmp_path, "tool.py")
    plain = " ".join(f"{base}{text}".split())
    for wrapped, flat in (("( ", "("), (", )", ")"), (" )", ")")):
        plain = plain.replace(wrapped, flat)
    return plain, [*report.remarks]


@pytest.mark.parametrize(
    ("parameters", "responses", "page"),
    [
        ([query("per_page", NUMBER)], linked(ARRAY), 'LinkHeaderPage(page_size="per_page")'),
        ([LIMIT], linked(items_of("tools", TOOL)), 'LinkHeaderPage("tools", page_size="limit")'),
        ([LIMIT, query("cursor", TEXT)], ARRAY, 'LinkHeaderPage(page_size="limit")'),
        (
            [
                LIMIT,
                {
                    **query("after", TEXT),
                    "description": "Obtained through the `next` link relation.",
                },
            ],
            ARRAY,
            'LinkHeaderPage(page_size="limit")',
        ),
        ([], items_of("tools", TOOL, next=URL), 'LinkPage("tools", next_link="next")'),
        (
            [LIMIT, query("offset", NUMBER)],
            items_of("tools", TOOL, next={**URL, "nullable": True}, previous=URL, total=NUMBER),
            'LinkPage("tools", next_link="next", previous_link="previous", page_size="limit")',
        ),
        (
            [LIMIT],
            items_of("tools", TOOL, links=object_of(next=TEXT, prev=TEXT)),
            'LinkPage("tools", next_link="links.next", previous_link="links.prev", '
            'page_size="limit")',
        ),
        (
            [],
            response_of(
                object_of(
                    _embedded=object_of(tools={"type": "array", "items": TOOL}),
                    _links=object_of(next=object_of(href=TEXT), prev=object_of(href=TEXT)),
                )
            ),
            'LinkPage("_embedded.tools", next_link="_links.next.href", '
            'previous_link="_links.prev.href", absent_if_empty=True)',
        ),
        (
            [query("page[size]", {**NUMBER, "maximum": 50})],
            items_of("data", TOOL, links=object_of(next=TEXT)),
            'LinkPage("data", next_link="links.next", page_size="page[size]", max_page_size=50)',
        ),
        (
            [query("cursor", TEXT), LIMIT],
            items_of("makers", TOOL, cursor=TEXT),
            'TokenPage("makers", token="cursor", parameter="cursor", page_size="limit")',
        ),
        (
            [query("marker", TEXT), LIMIT],
            items_of("parts", TOOL, next_marker=TEXT),
            'TokenPage("parts", token="next_marker", parameter="marker", page_size="limit")',
        ),
        (
            [query("pageToken", TEXT), query("pageSize", {**NUMBER, "maximum": 200})],
            items_of("tools", TOOL, nextPageToken=TEXT),
            'TokenPage("tools", token="nextPageToken", parameter="pageToken", '
            'page_size="pageSize", max_page_size=200)',
        ),
        (
            [query("continue", TEXT), LIMIT],
            items_of("items", TOOL, metadata=object_of(**{"continue": TEXT, "name": TEXT})),
            'TokenPage("items", token="metadata.continue", parameter="continue", '
            'page_size="limit")',
        ),
        (
            [query("cursor", TEXT)],
            items_of("tools", TOOL, response_metadata=object_of(next_cursor=TEXT)),
            'TokenPage("tools", token="response_metadata.next_cursor", parameter="cursor")',
        ),
        (
            [query("offset", TEXT), LIMIT],
            items_of("data", TOOL, next_page=object_of(offset=TEXT)),
            'TokenPage("data", token="next_page.offset", parameter="offset", page_size="limit")',
        ),
        (
            [query("after", TEXT), LIMIT],
            items_of("data", TOOL, has_more=FLAG),
            'CursorPage(parameter="after")',
        ),
        # A token in a header, and a token that the last page has too.
        (
            [query("cursor", TEXT), LIMIT],
            with_headers(ARRAY, "X-Next-Cursor"),
            'HeaderTokenPage(header="X-Next-Cursor", parameter="cursor", page_size="limit")',
        ),
        (
            [query("page", NUMBER), query("per_page", NUMBER)],
            with_headers(ARRAY, "X-Total", "X-Next-Page"),
            'HeaderTokenPage(header="X-Next-Page", parameter="page", page_size="per_page")',
        ),
        (
            [query("continuationToken", TEXT)],
            with_headers(ARRAY, "x-continuation-token"),
            'HeaderTokenPage(header="x-continuation-token", parameter="continuationToken")',
        ),
        (
            [query("cursor", TEXT)],
            items_of("tools", TOOL, cursor=TEXT, has_more=FLAG),
            'TokenPage("tools", token="cursor", parameter="cursor", has_more="has_more")',
        ),
        (
            [query("sync", TEXT)],
            items_of("data", TOOL, sync=TEXT, has_more=FLAG),
            'TokenPage("data", token="sync", parameter="sync", has_more="has_more")',
        ),
        (
            [query("after_id", TEXT), LIMIT],
            items_of("data", TOOL, has_more=FLAG, first_id=TEXT, last_id=TEXT),
            'TokenPage("data", token="last_id", parameter="after_id", has_more="has_more", '
            'page_size="limit")',
        ),
        # The word `after` stands for many members; each belongs to its holder.
        (
            [query("after", TEXT), query("first", {**NUMBER, "maximum": 100})],
            items_of("data", TOOL, pagination=object_of(cursor=TEXT)),
            'TokenPage("data", token="pagination.cursor", parameter="after", page_size="first", '
            "max_page_size=100)",
        ),
        (
            [query("after", TEXT), LIMIT],
            items_of("results", TOOL, paging=object_of(next=object_of(after=TEXT, link=TEXT))),
            'TokenPage("results", token="paging.next.after", parameter="after", page_size="limit")',
        ),
        (
            [query("page[cursor]", TEXT), query("page[limit]", NUMBER)],
            items_of("data", TOOL, meta=object_of(page=object_of(after=TEXT))),
            'TokenPage("data", token="meta.page.after", parameter="page[cursor]", '
            'page_size="page[limit]")',
        ),
        (
            [query("page[after]", TEXT), query("page[size]", NUMBER)],
            items_of("tools", TOOL, meta=object_of(after_cursor=TEXT, has_more=FLAG)),
            'TokenPage("tools", token="meta.after_cursor", parameter="page[after]", '
            'has_more="meta.has_more", page_size="page[size]")',
        ),
        (
            [query("starting_after", TEXT), query("per_page", NUMBER)],
            items_of("data", TOOL, pages=object_of(next=object_of(starting_after=TEXT))),
            'TokenPage("data", token="pages.next.starting_after", parameter="starting_after", '
            'page_size="per_page")',
        ),
        (
            [query("start", NUMBER), LIMIT],
            items_of(
                "data", TOOL, additional_data=object_of(pagination=object_of(next_start=NUMBER))
            ),
            'TokenPage("data", token="additional_data.pagination.next_start", parameter="start", '
            'page_size="limit")',
        ),
        (
            [query("page", NUMBER), query("per_page", NUMBER)],
            items_of("tools", TOOL, meta=object_of(pagination=object_of(next_page=NUMBER))),
            'TokenPage("tools", token="meta.pagination.next_page", parameter="page", '
            'page_size="per_page")',
        ),
        (
            [query("cursor", {**TEXT, "format": "date-time"})],
            items_of("payments", TOOL, next_cursor=TEXT),
            'TokenPage("payments", token="next_cursor", parameter="cursor")',
        ),
        (
            [query("cursor", TEXT)],
            items_of("tools", TOOL, next={**TEXT, "description": "The cursor of the next page."}),
            'TokenPage("tools", token="next", parameter="cursor")',
        ),
        # Links that do not say that they are some.
        (
            [query("page", NUMBER)],
            items_of("results", TOOL, count=NUMBER, next=TEXT, previous=TEXT),
            'LinkPage("results", next_link="next", previous_link="previous")',
        ),
        (
            [query("page", NUMBER)],
            items_of("tools", TOOL, next_page={**TEXT, "description": "The URL of what follows."}),
            'LinkPage("tools", next_link="next_page")',
        ),
        (
            [query("$skip", NUMBER), query("$top", NUMBER)],
            items_of("value", TOOL, **{"@odata.nextLink": TEXT}),
            'LinkPage("value", next_link="@odata.nextLink", page_size="$top")',
        ),
        (
            [LIMIT],
            items_of(
                "tools", TOOL, links={"type": "array", "items": object_of(rel=TEXT, href=TEXT)}
            ),
            'LinkListPage("tools", page_size="limit")',
        ),
        (
            [],
            items_of(
                "tools",
                TOOL,
                links={
                    "type": "array",
                    "items": object_of(rel={**TEXT, "enum": ["self", "next"]}, uri=TEXT),
                },
            ),
            'LinkListPage("tools", url="uri")',
        ),
        # Counts, flags, and the first number.
        (
            [query("page", {**NUMBER, "minimum": 0, "default": 1}), LIMIT],
            items_of("tools", TOOL, total=NUMBER),
            'NumberPage("tools", total="total", page_size="limit")',
        ),
        (
            [query("page", NUMBER), query("perPage", NUMBER)],
            items_of("tools", TOOL, hasNext=FLAG, totalPages=NUMBER),
            'NumberPage("tools", has_more="hasNext", page_size="perPage")',
        ),
        (
            [query("offset", NUMBER), LIMIT],
            items_of("tools", TOOL, more=FLAG, total={**NUMBER, "nullable": True}),
            'OffsetPage("tools", has_more="more")',
        ),
        (
            [query("from", NUMBER), query("size", {**NUMBER, "maximum": 10_000})],
            items_of("hits", TOOL, total=NUMBER),
            'OffsetPage("hits", parameter="from", total="total", page_size="size", '
            "max_page_size=10000)",
        ),
        (
            [query("offset", NUMBER), query("limit", {**NUMBER, "enum": [10, 50]})],
            items_of("tools", TOOL, total=NUMBER),
            'OffsetPage("tools", total="total", max_page_size=50)',
        ),
        (
            [query("pageno", NUMBER), query("perpage", {**NUMBER, "exclusiveMaximum": 51})],
            ARRAY,
            'NumberPage(parameter="pageno", page_size="perpage", max_page_size=50)',
        ),
        (
            [query("starting_after", TEXT), query("limit", {**NUMBER, "maximum": 20})],
            items_of("data", TOOL, has_more=FLAG),
            "CursorPage(max_page_size=20)",
        ),
        (
            [query("offset", NUMBER), LIMIT],
            items_of("items", TOOL, total=NUMBER),
            'OffsetPage("items", total="total")',
        ),
        (
            [query("skip", NUMBER), query("$top", NUMBER)],
            items_of("items", TOOL, meta=object_of(total_count=NUMBER)),
            'OffsetPage("items", parameter="skip", total="meta.total_count", page_size="$top")',
        ),
        (
            [query("pageNumber", NUMBER), query("pageSize", NUMBER)],
            items_of("rooms", TOOL, pagesTotal=NUMBER),
            'NumberPage("rooms", parameter="pageNumber", pages="pagesTotal", page_size="pageSize")',
        ),
        ([query("page", {**NUMBER, "minimum": 0})], ARRAY, "NumberPage(first=0, page_size=None)"),
        (
            [query("record_index", NUMBER), query("page_size", NUMBER)],
            items_of("_embedded.tools", TOOL, count=NUMBER, record_index=NUMBER),
            'OffsetPage("_embedded.tools", parameter="record_index", page_size="page_size")',
        ),
        # Beside the records, there may be names, and objects about the page.
        (
            [query("cursor", TEXT)],
            items_of(
                "tools",
                TOOL,
                missing_tool_ids={"type": "array", "items": TEXT},
                pagination=object_of(cursor=TEXT),
            ),
            'TokenPage("tools", token="pagination.cursor", parameter="cursor")',
        ),
        # The last page has a token as well, and a flag says that it is the last.
        (
            [query("iterator", TEXT)],
            items_of("data", TOOL, iterator=TEXT, done=FLAG),
            'TokenPage("data", token="iterator", parameter="iterator", done="done")',
        ),
        # A member `next` is a token if its example is none of a URL, or the parameter says so.
        (
            [query("paginationToken", TEXT)],
            items_of("data", TOOL, pagination=object_of(next={**TEXT, "example": "Tm90aGlu"})),
            'TokenPage("data", token="pagination.next", parameter="paginationToken")',
        ),
        (
            [{**query("cursor", TEXT), "description": "The value of `next` in the meta object."}],
            items_of("data", TOOL, meta=object_of(next=TEXT)),
            'TokenPage("data", token="meta.next", parameter="cursor")',
        ),
        (
            [
                {**query("page_token", TEXT), "description": "The ID of the end of your page."},
                LIMIT,
            ],
            ARRAY,
            'CursorPage(None, parameter="page_token", has_more=None)',
        ),
        (
            [query("startIndex", NUMBER), query("count", NUMBER)],
            items_of("Resources", TOOL, totalResults=NUMBER),
            "ScimPage",
        ),
        ([query("colour", TEXT)], ARRAY, "ArrayPage"),
        ([], items_of("tools", TOOL, total=NUMBER), 'ArrayPage("tools")'),
        (
            [],
            items_of("tools", TOOL, errors={"type": "array", "items": object_of(code=TEXT)}),
            'ArrayPage("tools")',
        ),
    ],
)
def test_a_page_type_is_told_from_parameters_and_response(
    tmp_path: Path, parameters: list[Any], responses: Any, page: str
) -> None:
    text, remarks = listed(tmp_path, responses, *parameters)

    assert f"page={page})" in text
    assert remarks == []


@pytest.mark.parametrize(
    ("parameters", "responses"),
    [
        ([query("after", TEXT), LIMIT], ARRAY),
        ([LIMIT], ARRAY),
        ([query("cursor", TEXT)], items_of("tools", TOOL)),
        ([], items_of("tools", TOOL, has_more=FLAG)),
        ([query("offset", TEXT)], items_of("tools", TOOL, offset=TEXT)),
        ([query("since", TEXT)], items_of("tools", TOOL, next_cursor=TEXT)),
        # A `next` that may be a URL; and headers among which no link is.
        (
            [query("cursor", TEXT)],
            items_of("tools", TOOL, meta=object_of(next={**TEXT, "example": "/tools?cursor=2"})),
        ),
        ([LIMIT, query("cursor", TEXT)], with_headers(ARRAY, "X-Index")),
        # A moment is a filter, and so is a range.
        (
            [query("after", {**TEXT, "format": "date-time"}), LIMIT],
            items_of("data", TOOL, more=FLAG),
        ),
        ([query("after", {**TEXT, "format": "date"})], items_of("data", TOOL, next_cursor=TEXT)),
        (
            [query("from", NUMBER), query("to", NUMBER), LIMIT],
            items_of("tools", TOOL, total=NUMBER),
        ),
        # A member that is not said to be a token or a URL may be either.
        ([query("cursor", TEXT)], items_of("tools", TOOL, next=TEXT, prev=TEXT)),
        # The id of the last record, which is nowhere.
        ([query("after", TEXT), LIMIT], items_of("data", object_of(name=TEXT), has_more=FLAG)),
        ([query("page", TEXT)], items_of("data", TOOL)),
        (
            [query("cursor", {"type": "array", "items": TEXT})],
            items_of("data", TOOL, next_cursor=TEXT),
        ),
        # The first request would lack what is required.
        ([query("page", NUMBER, required=True)], ARRAY),
        ([query("offset", NUMBER), query("limit", NUMBER, required=True)], ARRAY),
        # A header without a parameter that sends what it has.
        ([LIMIT], with_headers(ARRAY, "X-Next-Cursor")),
    ],
)
def test_a_list_without_a_sure_page_type_is_one_page_and_says_so(
    tmp_path: Path, parameters: list[Any], responses: Any
) -> None:
    text, remarks = listed(tmp_path, responses, *parameters)

    assert "page=ArrayPage" in text
    assert remarks == [NOTE]
    for each in parameters:
        assert f"{each['name']}" in text


@pytest.mark.parametrize(("others", "is_shared"), [(1, True), (2, True), (6, False)])
def test_a_page_type_of_most_lists_is_that_of_the_base(
    tmp_path: Path, others: int, is_shared: bool
) -> None:
    paged = {"parameters": [LIMIT], "responses": items_of("data", TOOL, next=URL)}
    plain = {"responses": items_of("data", TOOL)}
    paths: dict[str, Any] = {f"/{name}": {"get": paged} for name in ("tools", "parts")}
    names = ("rooms", "makers", "doors", "keys", "walls", "roofs")
    paths |= {f"/{name}": {"get": plain} for name in names[:others]}

    report = imported_paths(tmp_path, paths)

    base = " ".join(text_of(tmp_path, "base.py").split())
    page = 'page=LinkPage("data", next_link="next", page_size="limit")'
    assert report.problems == []
    assert (page in base) is is_shared
    assert ("page=" in text_of(tmp_path, "tool.py")) is not is_shared


@pytest.mark.parametrize(
    ("keys", "page", "lists"),
    [
        (
            ("tools", "parts", "rooms"),
            'page=LinkPage(None, next_link="next", page_size="limit")',
            ['items="tools"', 'items="parts"', 'items="rooms"'],
        ),
        (
            ("data", "parts", "data"),
            'page=LinkPage("data", next_link="next", page_size="limit")',
            ["Paging", 'items="parts"', "Paging"],
        ),
    ],
)
def test_lists_that_differ_in_the_key_of_records_have_one_page_type(
    tmp_path: Path, keys: tuple[str, ...], page: str, lists: list[str]
) -> None:
    responses = [items_of(each, TOOL, next=URL) for each in keys]
    modules = ("tool", "part", "room")
    paths = {
        f"/{name}s": {"get": {"parameters": [LIMIT], "responses": response}}
        for name, response in zip(modules, responses, strict=True)
    }

    report = imported_paths(tmp_path, paths)

    assert report.problems == []
    assert page in " ".join(text_of(tmp_path, "base.py").split())
    for name, end in zip(modules, lists, strict=True):
        line = f"class List(Paging{'' if end == 'Paging' else f', {end}'}): ..."
        assert line in text_of(tmp_path, f"{name}.py")


@pytest.mark.parametrize(
    ("path", "name", "is_list"),
    [
        ("/messages", "messages", True),
        ("/messages.json", "messages", True),
        ("/rooms/{id}/messages", "messages", True),
        ("/rooms", "messages", False),
        ("/links", "links", True),
    ],
)
def test_an_array_is_the_records_where_the_path_is_about_it(
    tmp_path: Path, path: str, name: str, is_list: bool
) -> None:
    keys = [in_path("id")] if "{id}" in path else []
    operation = {"parameters": keys, "responses": items_of(name, TOOL, total=NUMBER)}

    report = imported_paths(tmp_path, {path: {"get": operation}})

    assert report.problems == []
    texts = [each.read_text() for each in (tmp_path / "made").glob("*.py")]
    assert any("class List(Paging" in each for each in texts) is is_list


@pytest.mark.parametrize(
    ("response", "page"),
    [
        (object_of(tools=TOOLS), 'ArrayPage("tools", absent_if_empty=True)'),
        ({**object_of(tools=TOOLS), "required": ["tools"]}, 'ArrayPage("tools")'),
        (
            {**object_of(tools={**TOOLS, "nullable": True}), "required": ["tools"]},
            'ArrayPage("tools", absent_if_empty=True)',
        ),
        (
            {
                **object_of(data={**object_of(tools=TOOLS), "required": ["tools"]}),
                "required": ["data"],
            },
            'ArrayPage("data.tools")',
        ),
        (
            object_of(data={**object_of(tools=TOOLS), "required": ["tools"]}),
            'ArrayPage("data.tools", absent_if_empty=True)',
        ),
        (TOOLS, "page=ArrayPage"),
    ],
)
def test_an_array_that_is_not_required_may_be_absent(
    tmp_path: Path, response: Any, page: str
) -> None:
    text, remarks = listed(tmp_path, response_of(response))

    assert page in text
    assert ("absent_if_empty" in text) == ("absent_if_empty" in page)
    assert remarks == []


@pytest.mark.parametrize(
    ("body", "parameters", "expected"),
    [
        (object_of(name=TEXT), [query("cursor", TEXT), LIMIT], 'paging="query"'),
        (object_of(name=TEXT, cursor=TEXT, limit=NUMBER), [], None),
        (object_of(name=TEXT, cursor=TEXT), [query("deep", TEXT)], None),
    ],
)
def test_the_parameters_of_a_page_are_where_the_document_has_them(
    tmp_path: Path, body: Any, parameters: list[Any], expected: str | None
) -> None:
    operation = {
        "operationId": "listTools",
        "parameters": parameters,
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": items_of("tools", TOOL, next_cursor=TEXT),
    }
    report = imported_paths(tmp_path, {"/tools/list": {"post": operation}})

    assert (report.problems, report.remarks) == ([], [])
    text = " ".join((text_of(tmp_path, "base.py") + text_of(tmp_path, "tool.py")).split())
    assert 'TokenPage( "tools", token="next_cursor", parameter="cursor"' in text.replace(
        'TokenPage("', 'TokenPage( "'
    )
    assert 'method="POST"' in text
    assert ('paging="query"' in text) == (expected is not None)
    assert "name: str = UNSET" in text
    assert "cursor: str" not in text
