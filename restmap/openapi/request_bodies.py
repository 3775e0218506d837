"""Request bodies: JSON, forms, multipart forms, and what is sent as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..describe.routes import Route
from ..messages import FORM
from ..plan.operation import Argument, Operation
from .components import JsonSchema, Part
from .parameters import is_json_text, page_schemas, schema_of_argument, style_of_argument
from .schemas import BINARY, SchemaWriter, in_envelope, object_of


def request_body_of(route: Route, writer: SchemaWriter) -> Part | None:
    """The request body of an operation; None if it has none."""
    operation = route.operation
    if operation.body is None:
        return None
    if operation.body == "raw":
        return _raw_body(operation, writer)
    whole = [each for each in operation.arguments.values() if each.location == "body"]
    parts = _parts(operation)
    if whole:
        schema = schema_of_argument(whole[0], operation.parameters[whole[0].name], writer)
    else:
        schema = _schema_of_parts(route, parts, writer)
        if not schema.get("properties", True):
            return None
    content: Part = {"schema": in_envelope(schema, operation.body_item)}
    if operation.body != "json" and (encoding := _encoding(operation, parts)):
        content["encoding"] = encoding
    media_type = operation.headers.get("Content-Type", _MEDIA_TYPES[operation.body])
    body: Part = {"content": {media_type: content}}
    required = any(each.required for each in (*whole, *parts.values()))
    required = required or operation.method == "GET"  # which has a body only where the API needs it
    return {**body, "required": True} if required else body


_MEDIA_TYPES = {"json": "application/json", "form": FORM, "multipart": "multipart/form-data"}


def _parts(operation: Operation) -> dict[str, Argument]:
    """The parameters that are parts of the request body, by wire name."""
    in_body = ("json", "form", "multipart")
    return {
        each.wire_name: each for each in operation.arguments.values() if each.location in in_body
    }


def _schema_of_parts(
    route: Route, parts: Mapping[str, Argument], writer: SchemaWriter
) -> JsonSchema:
    operation = route.operation
    if operation.whole_body is not None:
        whole = writer.of(operation.parameters[operation.whole_body].kind)
        if "$ref" in whole:  # a model, of which the parameters are the members
            return whole
    properties = {
        name: schema_of_argument(each, operation.parameters[each.name], writer)
        for name, each in parts.items()
    }
    if operation.paging_location != "query":
        for path, schema in page_schemas(route).items():
            _put(properties, path, schema)
    return object_of(properties, [name for name, each in parts.items() if each.required])


def _put(properties: JsonSchema, path: str, schema: JsonSchema) -> None:
    """Add a property at a dotted path."""
    first, _, rest = path.partition(".")
    if not rest:
        properties.setdefault(first, schema)
        return
    above = properties.setdefault(first, object_of({}))
    _put(above.setdefault("properties", {}), rest, schema)


def _encoding(operation: Operation, parts: Mapping[str, Argument]) -> Part:
    """How the fields of a form are written, where OpenAPI's default is another way.

    Fields in an envelope have their names in brackets, as those of a deepObject.
    """
    if operation.body_item is not None:
        name = operation.body_item.partition(".")[0]
        return {name: {"style": "deepObject", "explode": True}}
    encoding: Part = {}
    for name, each in parts.items():
        own = style_of_argument(each)
        if is_json_text(each, operation.parameters[each.name]):
            own = {"contentType": "application/json"}
        if own:
            encoding[name] = own
    return encoding


def _raw_body(operation: Operation, writer: SchemaWriter) -> Part:
    whole: Any = next(each for each in operation.arguments.values() if each.location == "body")
    is_text = whole.kind is str
    usual = "text/plain" if is_text else "application/octet-stream"
    media_type = operation.headers.get("Content-Type", usual)
    schema = writer.of(str) if is_text else dict(BINARY)
    body: Part = {"content": {media_type: {"schema": schema}}}
    return {**body, "required": True} if whole.required else body
