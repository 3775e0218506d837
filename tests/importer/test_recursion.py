"""Schemas that contain themselves, or each other in many ways: the importer comes to an end."""

from __future__ import annotations

from typing import Any

import pytest

from restmap.importer.draft.clients import draft_client
from restmap.importer.draft.naming import PlainNaming
from restmap.importer.draft.nested_objects import count_nested_objects
from restmap.importer.importing import draft_all
from restmap.importer.read.documents import Document
from restmap.importer.read.inventory import Inventory
from restmap.importer.write.allowed_code import check_allowed
from restmap.importer.write.api_modules import api_files

from .desk import TEXT, in_path, response_of, sends

END = {"type": "object", "properties": {"end": TEXT}}


def ref(number: int) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/S{number}"}


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def array(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


def chain(length: int, make: Any) -> list[Any]:
    """Schemas of which each contains the next one: make gives one, from its number."""
    return [*(make(number) for number in range(length)), END]


SCHEMAS = {
    # Two ways from each schema to the next one are 2⁴⁰ ways to the last one.
    "bases": chain(40, lambda n: {"allOf": [ref(n + 1), ref(n + 1)]}),
    "variants": chain(40, lambda n: {"oneOf": [ref(n + 1), array(ref(n + 1))]}),
    "members": chain(40, lambda n: obj(a=ref(n + 1), b=ref(n + 1))),
    "maps": chain(
        40, lambda n: {"additionalProperties": {"anyOf": [ref(n + 1), array(ref(n + 1))]}}
    ),
    "extended": chain(
        30, lambda n: {"oneOf": [ref(n + 1), {"allOf": [ref(n + 1), obj(**{f"p{n}": TEXT})]}]}
    ),
    "envelopes": chain(40, lambda n: obj(data=ref(n + 1))),
    # Circles.
    "its own base": [{"allOf": [ref(0), ref(0)]}],
    "its own envelope": [obj(data=ref(0))],
    "envelopes of each other": [obj(data=ref(1)), obj(result=ref(0))],
    "its own list": [obj(data=array(ref(0)), next=ref(0))],
    "any JSON": [
        {"oneOf": [TEXT, array(ref(0)), {"type": "object", "additionalProperties": ref(0)}]}
    ],
    "its own variant": [
        {"oneOf": [ref(1), ref(2)]},
        {"anyOf": [ref(0), ref(2)]},
        {"oneOf": [ref(0)]},
    ],
    "a base that derives": [
        {"allOf": [ref(1)], "discriminator": {"propertyName": "end"}, **obj(end=TEXT)},
        {"allOf": [ref(0), obj(end=TEXT)]},
    ],
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_import_comes_to_an_end(name: str) -> None:
    schemas = {f"S{number}": each for number, each in enumerate(SCHEMAS[name])}
    naming, form = PlainNaming(), "application/x-www-form-urlencoded"
    content = {
        "openapi": "3.1.0",
        "info": {"title": "Desk", "version": "1"},
        "servers": [{"url": "https://api.desk.example"}],
        "components": {"schemas": schemas},
        "paths": {
            "/things": {
                "get": {"responses": response_of(array(ref(0)))},
                "post": {
                    "requestBody": sends("application/json", ref(0)),
                    "responses": response_of(ref(0)),
                },
            },
            "/things/{id}": {
                "parameters": [in_path("id")],
                "get": {"responses": response_of(ref(0))},
                "put": {"requestBody": sends(form, obj(a=ref(0))), "responses": response_of(END)},
            },
        },
    }
    inventory = Inventory.of([Document("desk", content)])
    versions = draft_all(inventory, naming, "made")
    files = api_files(versions, naming, draft_client(inventory, naming, versions), "made", 88)

    check_allowed(files, "made", naming.sources())
    count_nested_objects(inventory, [each.drafted for each in versions])
    assert inventory.problems == []
