"""The check of page types finds what does not fit a document, and lists that were cut short."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from restmap.importer.importing import read_documents

from .desk import TEXT, query
from .page_checks import check_pages, main
from .shed import TOOL, items_of, object_of

NUMBER = {"type": "integer"}
MODULE = """
from restmap import *

class Tool(Resource, uri="/tools", page={page}):
    id: str
    class List(Paging): ...

class Shed(Client, host="api.shed.example"):
    tools = collection(Tool)
"""


def written(folder: Path, page: str, operation: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module with a list of tools, and a document that describes it."""
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Shed", "version": "1"},
        "servers": [{"url": "https://api.shed.example"}],
        "paths": {"/tools": {"get": {"operationId": "listTools", **operation}}},
    }
    (folder / "shed.json").write_text(json.dumps(document))
    (folder / "checked.py").write_text(MODULE.format(page=page))
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "checked", raising=False)
    return str(folder / "shed.json")


LISTED = {
    "parameters": [query("cursor", TEXT), query("limit", {**NUMBER, "maximum": 50})],
    "responses": items_of("tools", TOOL, next_cursor=TEXT),
}
SIZE = 'page_size="limit", max_page_size=50'


@pytest.mark.parametrize(
    ("page", "operation", "wrong"),
    [
        (f'TokenPage("tools", token="next_cursor", parameter="cursor", {SIZE})', LISTED, []),
        (
            'TokenPage("tools", token="next", parameter="after", page_size="limit")',
            LISTED,
            [
                "1000 is more than the maximum of limit, 50",
                "there is no parameter after",
                "the response has nothing at next",
            ],
        ),
        (
            f'OffsetPage("items", parameter="cursor", total="next_cursor.total", {SIZE})',
            LISTED,
            [
                "the parameter cursor is string",
                "the response has nothing at items",
                "the response has nothing at next_cursor.total",
            ],
        ),
        (
            'HeaderTokenPage("tools", header="X-Next", parameter="cursor")',
            LISTED,
            ["the response has no header X-Next"],
        ),
        (
            'NumberPage("tools", page_size=None, has_more="more")',
            {
                "parameters": [query("page", NUMBER, required=True)],
                "responses": items_of("tools", TOOL, more=TEXT),
            },
            [
                "the parameter page is required, and the first request lacks it",
                "the response has string at more",
            ],
        ),
        (
            "ArrayPage()",
            {"responses": items_of("tools", TOOL)},
            ["the response has object at its beginning"],
        ),
    ],
)
def test_what_does_not_fit_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    operation: Any,
    wrong: list[str],
) -> None:
    path = written(tmp_path, page, operation, monkeypatch)

    checked = check_pages("checked", read_documents([Path(path)]))

    name = page.partition("(")[0]
    assert checked.wrong == [f"listTools (GET /tools): {name}: {each}" for each in wrong]
    assert checked.missed == []


def test_a_list_of_one_page_beside_words_of_pages_is_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    operation = {
        "parameters": [query("before", TEXT), query("color", TEXT)],
        "responses": items_of("tools", TOOL, paging=object_of(next=TEXT)),
    }
    path = written(tmp_path, 'ArrayPage("tools")', operation, monkeypatch)

    assert main("checked", path) == 0
    assert capsys.readouterr().out.splitlines() == [
        "missed: listTools (GET /tools): one page, beside before, paging.next",
        "1 lists, 0 of several pages; 0 wrong, 1 missed: 0.0% right",
    ]


def test_a_list_that_no_document_has_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "ArrayPage()", {"responses": {}}, monkeypatch)
    (tmp_path / "shed.json").write_text(
        (tmp_path / "shed.json").read_text().replace("/tools", "/t")
    )

    assert main("checked", path) == 1
    assert "wrong:  tools.list (api.shed.example/tools): no document has it" in (
        capsys.readouterr().out.replace("client.", "")
    )
