"""Documents that nobody vouches for: nothing of them runs, nothing crashes, figures add up."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from restmap.errors import RestmapError
from restmap.importer.draft.clients import draft_client
from restmap.importer.draft.naming import PlainNaming
from restmap.importer.importing import draft_all
from restmap.importer.read.documents import Document
from restmap.importer.read.inventory import Inventory
from restmap.importer.write.allowed_code import check_allowed
from restmap.importer.write.api_modules import api_files

from .desk import changed, imported, query

Path_ = tuple[str | int, ...]

TOUCH = '__import__("pathlib").Path("PWNED").touch()'
TEXTS = [
    "",
    " ",
    '"',
    "'",
    '"""',
    "'''",
    "\\",
    '\\"',
    "a\\",
    "\n",
    "\r\n\x0b\x0c\x1c\x85\u2028\u2029",
    "\x00",
    "\ud800",
    "\u202e\u2066",
    "{}",
    "{",
    "%s",
    "None",
    "True",
    "class",
    "import",
    "__class__",
    "__init__",
    "_plan",
    "self",
    "²",
    "ﬁ",
    "1a",
    "3d",
    "a-b",
    "a_b",
    "aB",
    "../../evil",
    "/etc/passwd",
    "..",
    "domains",
    "client",
    "base",
    "types",
    "fetch",
    "items",
    "x" * 10_000,
    "#",
    "?a=b",
    "http://",
    "https://_.com/v1",
    'https://a.com/v1" if ' + TOUCH + ' else "/v2',
    f'" + {TOUCH} + "',
    f"' + {TOUCH} + '",
    f'"""\n{TOUCH}\n"""',
    f"\\\n{TOUCH}\n#",
    f'"); {TOUCH}; ("',
    f"{{{TOUCH}}}",
    f'/t"+str({TOUCH})+"/{{id}}',
    f"prefixed-collapsible-map-{TOUCH}",
    f'prefixed-collapsible-map-"+{TOUCH}+"',
    f'application/json" + {TOUCH} + "',
    f"Literal[{TOUCH}]",
]
VALUES: list[Any] = [
    None,
    [],
    {},
    "",
    0,
    -1.5,
    True,
    [None],
    [[]],
    {"": None},
    {"$ref": "#/nowhere"},
    {"$ref": 5},
    {"$ref": "#/paths"},
    {"$ref": "#/components/schemas/ticket"},
    {"$ref": "other.json"},
    {"type": ["string", "null"]},
    {"type": "array"},
    {"type": "array", "items": {"$ref": "#/components/schemas/loop"}},
    {"allOf": [{"$ref": "#/components/schemas/loop"}], "description": "d"},
    {"enum": [None, 1.5, [], "a"]},
    {"type": "object", "properties": {TOUCH: {"type": "object", "properties": {"\n": {}}}}},
    {"oneOf": [{"$ref": "#/components/schemas/kit"}, {"$ref": "#/components/schemas/loop"}]},
    {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/part"}},
]


NESTED: dict[str, Any] = {
    "part": {
        "type": "object",
        "title": "Part",
        "description": "A part.",
        "required": ["kind", "size"],
        "properties": {
            "kind": {"type": "string", "const": "part", "description": "Its kind."},
            "size": {"type": "object", "properties": {"x-mm": {"type": "integer"}}},
            "unit": {"type": "string", "enum": ["mm", "inches"]},
        },
    },
    "kit": {
        "allOf": [
            {"$ref": "#/components/schemas/part"},
            {
                "properties": {
                    "kits": {"additionalProperties": {"$ref": "#/components/schemas/kit"}},
                    "other": {"anyOf": [{"type": "null"}, {"title": "Other", "properties": {}}]},
                }
            },
        ]
    },
}


def hostile_desk() -> dict[str, Any]:
    """The document of the help desk, with more kinds of places for text."""
    document = changed()
    document["components"]["schemas"]["loop"] = {
        "allOf": [{"$ref": "#/components/schemas/loop"}, {"$ref": "#/components/schemas/loop"}],
        "items": {"$ref": "#/components/schemas/loop"},
    }
    document["components"]["schemas"] |= NESTED
    document["components"]["schemas"]["ticket"]["properties"]["parts"] = {
        "type": "array",
        "items": {
            "oneOf": [{"$ref": "#/components/schemas/part"}, {"$ref": "#/components/schemas/kit"}],
            "discriminator": {"propertyName": "kind", "mapping": {"k": "#/components/schemas/kit"}},
        },
    }
    tickets = document["paths"]["/tickets"]
    tickets["get"]["parameters"].append(
        query("filter", {"type": "object", "format": "prefixed-collapsible-map-Filter"})
    )
    tickets["get"]["servers"] = [
        {"url": "https://{region}.desk.example/v9", "variables": {"region": {"default": "files"}}}
    ]
    tickets["post"]["summary"] = "Opens a ticket."
    page = {"type": "object", "properties": {"things": {"type": "array", "items": {}}}}
    document["paths"]["/things"] = {
        "get": {
            "operationId": "listThings",
            "responses": {"200": {"content": {"application/vnd.desk+json": {"schema": page}}}},
        }
    }
    return document


HOSTILE_DESK = hostile_desk()


def places(value: Any, above: Path_ = ()) -> Iterator[Path_]:
    """Where values stand in a document."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in pairs:
        yield (*above, key)
        if isinstance(each, dict | list):
            yield from places(each, (*above, key))


PLACES = list(places(HOSTILE_DESK))
STRIDE = 16


def value_at(document: Any, path: Path_) -> Any:
    for step in path:
        document = document[step]
    return document


def with_value(document: Any, path: Path_, value: Any) -> None:
    """Put a value in a place; without any trace where an earlier one took the place away."""
    try:
        owner = value_at(document, path[:-1])
        if isinstance(owner, dict) and isinstance(path[-1], int):  # it was a list before
            return
        owner[path[-1]] = value
    except (KeyError, IndexError, TypeError):
        return


def with_key(document: Any, path: Path_, key: str) -> None:
    """Give a member another key, in the same place."""
    try:
        owner = value_at(document, path[:-1])
        members = list(owner.items())
    except (KeyError, IndexError, TypeError, AttributeError):
        return
    owner.clear()
    owner.update((key if each == path[-1] else each, value) for each, value in members)


@st.composite
def hostile_documents(draw: st.DrawFn) -> dict[str, Any]:
    """The help desk's document with up to four places that are not what they should be."""
    document = copy.deepcopy(HOSTILE_DESK)
    texts = st.sampled_from(TEXTS) | st.text(st.characters(codec=None), max_size=20)
    for path in draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=4)):
        change = draw(st.sampled_from(("text", "key", "value")))
        if change == "text":
            with_value(document, path, draw(texts))
        elif change == "key" and isinstance(path[-1], str):
            with_key(document, path, draw(texts))
        else:
            with_value(document, path, copy.deepcopy(draw(st.sampled_from(VALUES))))
    return document


def written(content: dict[str, Any]) -> tuple[Inventory, dict[str, str]]:
    """What would be written of a document."""
    naming = PlainNaming()
    naming.descriptions = True
    inventory = Inventory.of([Document("desk", content)])
    versions = draft_all(inventory, naming, "made")
    if not versions:
        return inventory, {}
    client = draft_client(inventory, naming, versions)
    return inventory, api_files(versions, naming, client, "made", 88)


@given(hostile_documents())
@settings(max_examples=300, deadline=None)
def test_what_is_written_of_any_document_is_declarations_alone(content: dict[str, Any]) -> None:
    if not isinstance(content.get("paths"), dict):
        return
    inventory, files = written(content)

    check_allowed(files, "made", PlainNaming().sources())
    assert len(inventory.left_out) == len(inventory.problems) <= len(inventory.operations)
    json.dumps(inventory.problems)


@given(hostile_documents())
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_is_written_of_any_document_loads_or_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: dict[str, Any]
) -> None:
    monkeypatch.chdir(tmp_path)
    naming = PlainNaming()
    naming.descriptions = True
    try:
        report = imported(tmp_path, content, naming)
    except RestmapError:
        readable = isinstance(content.get("paths"), dict) and "openapi" in content
        assert not readable or str(content["openapi"])[:3] not in ("3.0", "3.1")
    else:
        assert report.declared + len(report.problems) == report.operations
        report.text(verbose=True).encode()
    assert not [*tmp_path.rglob("PWNED")]


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_texts_in_one_place_after_another_are_code_nowhere(number: int) -> None:
    text = TEXTS[number]
    for kind in ("text", "key"):
        for path in PLACES[number % STRIDE :: STRIDE]:  # each text in others, each place in some
            document = copy.deepcopy(HOSTILE_DESK)
            if kind == "key" and isinstance(path[-1], str):
                with_key(document, path, text)
            elif isinstance(value_at(document, path), str):
                with_value(document, path, text)
            else:
                continue
            if isinstance(document.get("paths"), dict):
                _, files = written(document)
                check_allowed(files, "made", PlainNaming().sources())
