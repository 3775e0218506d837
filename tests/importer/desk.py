"""An OpenAPI document of a help desk, and what is imported from it."""

from __future__ import annotations

import copy
import importlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from restmap.importer.draft.naming import PlainNaming
from restmap.importer.importing import draft_all, import_documents, read_documents
from restmap.importer.read.documents import Document
from restmap.importer.read.inventory import Inventory
from restmap.importer.report import Report
from restmap.importer.write.package_files import Package

TEXT = {"type": "string"}
TIME = {"type": "string", "format": "date-time"}
TICKET = {"$ref": "#/components/schemas/ticket"}
NEW_TICKET = {"$ref": "#/components/schemas/new_ticket"}


def response_of(schema: Any, status: str = "200") -> dict[str, Any]:
    return {status: {"description": "", "content": {"application/json": {"schema": schema}}}}


def linked(responses: dict[str, Any]) -> dict[str, Any]:
    """Responses with a header Link, which leads to the next page."""
    return {
        status: {**each, "headers": {"Link": {"schema": TEXT}}}
        for status, each in responses.items()
    }


COOKIE = {"name": "session", "in": "cookie", "required": True, "schema": TEXT}
NEEDS_COOKIE = {"operationId": "listFound", "parameters": [COOKIE], "responses": response_of({})}


def query(name: str, schema: Any, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, **more}


def in_path(name: str, schema: Any = TEXT) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": schema}


def sends(kind: str, schema: Any) -> dict[str, Any]:
    return {"required": True, "content": {kind: {"schema": schema}}}


DESK: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Desk", "version": "1"},
    "servers": [{"url": "https://api.desk.example/v1"}],
    "externalDocs": {"url": "https://docs.desk.example"},
    "security": [{"token": []}],
    "components": {
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        "schemas": {
            "ticket": {
                "type": "object",
                "properties": {
                    "id": {"type": "integer"},
                    "subject": TEXT,
                    "state": {"$ref": "#/components/schemas/state"},
                    "openedAt": TIME,
                    "due": {"type": "string", "format": "date", "nullable": True},
                    "from": TEXT,
                    "labels": {"type": "array", "items": TEXT},
                    "meta": {"type": "object", "additionalProperties": TEXT},
                    "score": {"type": "number", "nullable": True},
                    "anything": {},
                },
            },
            "state": {"type": "string", "enum": ["open", "closed"]},
            "new_ticket": {
                "type": "object",
                "required": ["subject"],
                "properties": {
                    "subject": TEXT,
                    "state": {"$ref": "#/components/schemas/state"},
                    "due": {"type": "string", "format": "date"},
                    "id": {"type": "integer", "readOnly": True},
                },
            },
        },
    },
    "paths": {
        "/tickets": {
            "get": {
                "operationId": "listTickets",
                "summary": "All tickets.",
                "parameters": [
                    query("state", {"$ref": "#/components/schemas/state"}),
                    query("opened<", TIME),
                    query("per_page", {"type": "integer"}),
                ],
                "responses": linked(response_of({"type": "array", "items": TICKET})),
            },
            "post": {
                "operationId": "createTicket",
                "parameters": [{"name": "Idempotency-Key", "in": "header", "schema": TEXT}],
                "requestBody": sends(
                    "application/json", {"$ref": "#/components/schemas/new_ticket"}
                ),
                "responses": response_of(TICKET, "201"),
            },
        },
        "/tickets/{id}": {
            "parameters": [in_path("id", {"type": "integer"})],
            "get": {"operationId": "getTicket", "responses": response_of(TICKET)},
            "patch": {
                "operationId": "updateTicket",
                "requestBody": sends(
                    "application/json", {"$ref": "#/components/schemas/new_ticket"}
                ),
                "responses": response_of(TICKET),
            },
            "delete": {"operationId": "deleteTicket", "responses": {"204": {"description": ""}}},
        },
        "/tickets/{id}/notes": {
            "parameters": [in_path("id", {"type": "integer"})],
            "post": {
                "operationId": "addNote",
                "requestBody": sends(
                    "application/x-www-form-urlencoded",
                    {
                        "type": "object",
                        "required": ["text"],
                        "properties": {"text": TEXT, "parts": {"type": "array", "items": {}}},
                    },
                ),
                "responses": response_of({"type": "object", "properties": {"text": TEXT}}, "201"),
            },
        },
        "/status": {
            "get": {
                "operationId": "getStatus",
                "responses": response_of(
                    {"type": "object", "properties": {"up": {"type": "boolean"}}}
                ),
            }
        },
        "/import": {
            "post": {
                "operationId": "import",
                "requestBody": sends("application/json", {"type": "array", "items": {}}),
                "responses": {"202": {"description": ""}},
            }
        },
    },
}


def changed(**paths: Any) -> dict[str, Any]:
    """The document with these paths added or, by None, left out."""
    document = copy.deepcopy(DESK)
    for path, item in paths.items():
        document["paths"].pop(path, None)
        if item is not None:
            document["paths"][path] = item
    return document


def imported(
    folder: Path, document: Any = DESK, naming: PlainNaming | None = None, name: str = "desk"
) -> Report:
    """The report on a document that is imported into the package `made` of a folder."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(document))
    return import_documents(
        read_documents([path]), Package("made", folder), naming or PlainNaming()
    )


def problems_of(*documents: Any) -> list[str]:
    """Why operations of documents are left out, before anything is written."""
    read = [each if isinstance(each, Document) else Document("desk", each) for each in documents]
    inventory = Inventory.of(read)
    draft_all(inventory, PlainNaming(), "made")
    return inventory.problems


def text_of(folder: Path, module: str) -> str:
    """The text of a module that was written: "tickets.py"."""
    return (folder / "made" / module).read_text()


@contextmanager
def importable(folder: Path) -> Iterator[None]:
    """The package can be imported for as long as the block lasts."""
    (folder / "made").mkdir(exist_ok=True)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        for name in [each for each in sys.modules if each.partition(".")[0] == "made"]:
            del sys.modules[name]
