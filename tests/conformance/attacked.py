"""The document of an API as Schemathesis is given it, with what the sandbox does beyond it.

Each change says something of the sandbox, or of Schemathesis, that the document does not say.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from restmap import snake_case
from restmap.api.client import Client
from restmap.describe.routes import find_routes
from restmap.openapi.document import openapi_documents
from restmap.sandbox import Refusal, Sandbox
from restmap.sandbox.filters import selection_of
from tests.arguments import value_of

from .openapi import shape

FORM = "application/x-www-form-urlencoded"
HOOKS = "tests.conformance.schemathesis_hooks"

# Checks that are left out, and why.
LEFT_OUT = {
    # It takes the sid of a Service for that of a PhoneNumber: both placeholders are named `sid`.
    "ensure_resource_availability",
    # Of /issues/labels the sandbox allows GET as well: `labels` could be the key of an issue.
    "allow_header_conformance",
}


def document_to_attack(declared: str | type[Client]) -> dict[str, Any]:
    """The document of an API of one host, with what it does not say."""
    document = copy.deepcopy(next(iter(openapi_documents(declared).values())))
    refused, paging = unknown_filters(declared), names_of_paging(declared)
    address = urlsplit(document["servers"][0]["url"])
    for path, operation in operations_of(document):
        filters = refused.get((address.hostname or "", shape(address.path + path)), set())
        _leave_out_given_values(operation, filters | paging["token"], paging["size"])
        _tell_of_fields(document, operation)
        _tell_of_null(document, operation)
        for body in _request_bodies(operation):
            _tell_of_items(body, _items_at(document, path))
            _tell_of_keys(body, _keys_at(document, path))
        _tell_of_lists_in_forms(operation)
        _tell_of_objects_in_forms(operation)
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


def _leave_out_given_values(operation: dict[str, Any], left_out: set[str], sizes: set[str]) -> None:
    """Only a token or an ETag that a response gave is taken; too large a page is shortened.

    left_out: the names of the tokens of pages, and of the filters that the sandbox refuses, since
    it does not know what they select. sizes: the names of the sizes of pages.
    """
    kept = []
    for each in operation.get("parameters", ()):
        if each["name"] == "If-Match" or (each["in"] == "query" and each["name"] in left_out):
            continue
        if each["in"] == "query" and each["name"] in sizes:
            each["schema"].pop("maximum", None)
        kept.append(each)
    if "parameters" in operation:
        operation["parameters"] = kept


def names_of_paging(declared: str | type[Client]) -> dict[str, set[str]]:
    """What the page types of an API call the token and the size of a page."""
    page_types = [each.operation.page_type for each in find_routes(declared)]
    return {
        word: {name for each in page_types if (name := getattr(each, f"page_{word}", None))}
        for word in ("token", "size")
    }


def _tell_of_lists_in_forms(operation: dict[str, Any]) -> None:
    """A form has a list as its key repeated: once for a list of one, and never for an empty one."""
    form = _form(operation)
    for name, schema in form.items():
        if schema.get("type") == "array":
            schema["minItems"] = 1
            item = copy.deepcopy(schema.get("items", {}))
            form[name] = schema if item.get("type") == "object" else {"anyOf": [schema, item]}


def _tell_of_objects_in_forms(operation: dict[str, Any]) -> None:
    """A form has an object as JSON text; Schemathesis would write its members beside the others."""
    for schema in _form(operation).values():
        if schema.get("type") == "object":
            schema.clear()
            schema.update({"type": "string", "enum": ["{}", '{"a": [1, null]}', '{"": "é"}']})


def _form(operation: dict[str, Any]) -> dict[str, Any]:
    """The properties of the form that is sent."""
    body = operation.get("requestBody", {}).get("content", {}).get(FORM, {})
    properties: dict[str, Any] = body.get("schema", {}).get("properties", {})
    return properties


def _tell_of_fields(document: dict[str, Any], operation: dict[str, Any]) -> None:
    """Text for a field of another type has to be such a value."""
    fields = {snake_case(name): schema for name, schema in _record(document, operation).items()}
    for name, schema in _form(operation).items():
        field = fields.get(snake_case(name), {})
        kind = field.get("type")
        is_other = "enum" in field or "format" in field or kind in ("boolean", "integer", "number")
        if schema == {"type": "string"} and is_other:
            schema.update(copy.deepcopy(field))


def _record(document: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    """The fields of the record that is the response, or that is inside of it."""
    responses = operation["responses"]
    done = responses.get("201") or responses.get("200") or {}
    schema = done.get("content", {}).get("application/json", {}).get("schema", {})
    inside = [schema, *schema.get("properties", {}).values()]
    name = next((each["$ref"].rpartition("/")[2] for each in inside if "$ref" in each), "")
    record = document["components"]["schemas"].get(name, {})
    properties: dict[str, Any] = record.get("properties", {})
    return properties


def unknown_filters(declared: str | type[Client]) -> dict[tuple[str, str], set[str]]:
    """The parameters of lists that a sandbox refuses, by the host and the shape of the path."""
    sandbox = Sandbox(declared)
    found: dict[tuple[str, str], set[str]] = {}
    for route in find_routes(declared):
        operation, node = route.operation, route.node
        find_filter = partial(sandbox.find_filter, node.resource)
        if operation.result != "page":
            continue
        for name, argument in operation.arguments.items():
            values = {name: value_of(argument.kind)}
            try:
                selection_of(node, operation, values, sandbox.rules, find_filter)
            except Refusal:
                place = (node.host, shape(node.prefix + operation.template.text))
                found.setdefault(place, set()).add(argument.wire_name)
    return found


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
        elif schema.get("items") == {"type": "string"} and name in created:
            schema["items"]["minLength"] = 1  # its key


def _keys_at(document: dict[str, Any], path: str) -> set[str]:
    """The names of the keys in the paths of the records of a collection, as placeholders."""
    below = re.compile(re.escape(path) + r"/\{(\w+)\}").fullmatch
    return {found[1] for other, _ in operations_of(document) if (found := below(other))}


def _tell_of_keys(body: dict[str, Any], keys: set[str]) -> None:
    """The key of a new record is not empty: it becomes a segment of its path."""
    for name, schema in body["properties"].items():
        if snake_case(name) in keys:
            schema["minLength"] = 1


def _tell_of_null(document: dict[str, Any], operation: dict[str, Any]) -> None:
    """In JSON, null empties a field that may be empty."""
    bodies = operation.get("requestBody", {}).get("content", {})
    properties = bodies.get("application/json", {}).get("schema", {}).get("properties", {})
    for name, schema in _record(document, operation).items():
        is_nullable = {"type": "null"} in schema.get("anyOf", ()) or "null" in schema.get(
            "type", ()
        )
        if is_nullable and name in properties:
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
