"""The page type of a list, by the parameters of the operation and its response together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .desk import TEXT, linked, query, response_of, text_of
from .shed import TOOL, imported_paths, items_of, object_of

NUMBER = {"type": "integer"}
FLAG = {"type": "boolean"}
URL = {"type": "string", "format": "uri"}
ARRAY = response_of({"type": "array", "items": TOOL})
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
            'previous_link="_links.prev.href")',
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
