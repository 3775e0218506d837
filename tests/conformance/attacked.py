"""The document of an API as Schemathesis is given it, with what the sandbox does beyond it.

Each change says something of the sandbox, or of Schemathesis, that the document does not say.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from restmap import snake_case
from restmap.api.client import Client
from restmap.openapi.document import openapi_documents

HOOKS = "tests.conformance.schemathesis_hooks"

# Checks that are left out, and why.
LEFT_OUT = {
    # It takes the sid of a Service for that of a PhoneNumber: both placeholders are named `sid`.
    "ensure_resource_availability",
    # Of /issues/labels the sandbox allows GET as well: `labels` could be the key of an issue.
    "allow_header_conformance",
}


def document_to_attack(declared: str | type[Client], host: str | None = None) -> dict[str, Any]:
    """The document of an API, with what it does not say."""
    documents = openapi_documents(declared)
    document = copy.deepcopy(
        documents[host] if host is not None else next(iter(documents.values()))
    )
    for path, operation in operations_of(document):
        _leave_out_given_values(operation)
        for body in _request_bodies(operation):
            _tell_of_items(body, _items_at(document, path))
            _tell_of_keys(body, _keys_at(document, path))
    _tell_of_null(document)
    for schema in schemas_of(document):
        _change_schema(schema)
    return document


def operations_of(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The operations, each with its path."""
    for path, methods in document["paths"].items():
        for operation in methods.values():
            yield path, operation


def _request_bodies(operation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schemas of the request body that have properties."""
    for content in operation.get("requestBody", {}).get("content", {}).values():
        if "properties" in content["schema"]:
            yield content["schema"]


def schemas_of(value: Any) -> Iterator[dict[str, Any]]:
    """All objects within a document, of which the schemas are some."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from schemas_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from schemas_of(each)


_GIVEN_BY_RESPONSES = {("query", "PageToken"), ("query", "cursor"), ("header", "If-Match")}


def _leave_out_given_values(operation: dict[str, Any]) -> None:
    """Only a token or an ETag that a response gave is taken; too large a page is shortened."""
    kept = []
    for each in operation.get("parameters", ()):
        if (each["in"], each["name"]) in _GIVEN_BY_RESPONSES:
            continue
        if each["in"] == "query" and each["name"] in ("PageSize", "limit"):
            each["schema"].pop("maximum", None)
        kept.append(each)
    if "parameters" in operation:
        operation["parameters"] = kept


def _items_at(document: dict[str, Any], path: str) -> dict[str, dict[str, Any]]:
    """The request bodies that create a record below one of a path, by the name in its URL."""
    below = re.compile(re.escape(path) + r"/\{\w+\}/(\w+)").fullmatch
    found = {}
    for other, operation in operations_of(document):
        if name := below(other):
            for schema in _request_bodies(operation):
                found[name[1]] = schema
    return found


def _tell_of_items(body: dict[str, Any], created: dict[str, dict[str, Any]]) -> None:
    """A list of objects becomes records below, and needs what these need."""
    for name, schema in body["properties"].items():
        if schema.get("items") == {"type": "object"} and name in created:
            schema["items"] = copy.deepcopy(created[name])


def _keys_at(document: dict[str, Any], path: str) -> set[str]:
    """The names of the keys in the paths of the records of a collection, as placeholders."""
    below = re.compile(re.escape(path) + r"/\{(\w+)\}").fullmatch
    return {found[1] for other, _ in operations_of(document) if (found := below(other))}


def _tell_of_keys(body: dict[str, Any], keys: set[str]) -> None:
    """The key of a new record is not empty: it becomes a segment of its path."""
    for name, schema in body["properties"].items():
        if snake_case(name) in keys:
            schema["minLength"] = 1


def _tell_of_null(document: dict[str, Any]) -> None:
    """In JSON, null empties a field that may be empty."""
    nullable = {
        name
        for record in document["components"]["schemas"].values()
        for name, schema in record.get("properties", {}).items()
        if {"type": "null"} in schema.get("anyOf", ()) or "null" in schema.get("type", ())
    }
    for _, operation in operations_of(document):
        bodies = operation.get("requestBody", {}).get("content", {})
        properties = bodies.get("application/json", {}).get("schema", {}).get("properties", {})
        for name in nullable & set(properties):
            properties[name] = {"anyOf": [properties[name], {"type": "null"}]}


def _change_schema(schema: dict[str, Any]) -> None:
    """Objects are closed; and a format counts where null is allowed as well.

    Schemathesis takes "" for a date where the type is a list.
    """
    if schema.get("type") == "object" and isinstance(schema.get("properties"), dict):
        schema.setdefault("additionalProperties", False)
    if schema.get("type") == ["string", "null"] and "format" in schema:
        del schema["type"]
        schema["anyOf"] = [{"type": "string", "format": schema.pop("format")}, {"type": "null"}]
