"""Responses: a record, a list of records, a value, a file or nothing, and errors."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from typing import Any, cast

from ..declare.pages import PageContent, PageType, with_query
from ..describe.routes import Route
from ..messages import Response, as_headers, media_type
from ..plan.operation import Operation
from ..sandbox.refusal import Refusal
from ..sandbox.rules import Rules
from .components import JsonSchema, Part
from .parameters import page_schemas
from .schemas import BINARY, SchemaWriter, in_envelope, object_of, or_null, type_name

# RFC 9110 15.4.5: the response to a request with one of these has no body if nothing has changed.
_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})


def responses_of(route: Route, writer: SchemaWriter) -> Part:
    """The responses of an operation that succeeds, by their status codes."""
    responses = _done(route, writer)
    arguments = route.operation.arguments.values()
    headers = {each.wire_name.lower() for each in arguments if each.location == "header"}
    if _CONDITIONS & headers:
        responses["304"] = {"description": "It has not changed."}
    return responses


def _done(route: Route, writer: SchemaWriter) -> dict[str, Any]:
    """The response of an operation that has done what was asked for, by its status code."""
    operation = route.operation
    status = "201" if operation.name == "create" else "200"
    if operation.method == "GET" and not operation.follows_redirects:
        status = "302"  # the redirect itself is the response
    if operation.result == "nothing":
        return {"204": {"description": "Done."}}
    if operation.result == "page":
        return {status: _page(route, writer)}
    media_type, schema = _single(route, writer)
    return {status: {"description": "Done.", "content": {media_type: {"schema": schema}}}}


def _single(route: Route, writer: SchemaWriter) -> tuple[str, JsonSchema]:
    """The media type and the schema of a response that is not a page."""
    operation = route.operation
    if operation.result == "download" or operation.returns is bytes:
        return accepted_type(operation, "application/octet-stream"), dict(BINARY)
    if operation.result == "value" and operation.returns is str:
        return accepted_type(operation, "text/plain"), {"type": "string"}
    if operation.result == "value":
        schema = writer.of(operation.returns)
    else:
        schema = writer.record(record_of(route))
    if operation.result == "records":
        schema = {"type": "array", "items": schema}
    return accepted_type(operation, "application/json"), in_envelope(schema, operation.item)


def record_of(route: Route) -> type[Any]:
    """The resource whose records an operation returns."""
    return cast("type[Any]", route.operation.returns or route.node.resource)


def accepted_type(operation: Operation, usual: str) -> str:
    """The first media type that an operation accepts, or the usual one if it accepts any."""
    first = operation.headers.get("Accept", "").partition(",")[0].partition(";")[0].strip()
    return usual if not first or "*" in first else first


# -- pages --------------------------------------------------------------------------------------


class _SampleRecord(dict[str, str]):
    """Stands for a record in the page that a page type is asked to write; it has every key."""

    def __missing__(self, key: str) -> str:
        return "1"


_ORIGIN = "https://api.example"
_RECORD = _SampleRecord({"": "a record"})


def _page(route: Route, writer: SchemaWriter) -> Part:
    page_type = route.operation.page_type
    assert page_type is not None, "a list has a page type: the declaration was checked"
    record = writer.record(record_of(route))
    url = with_query(f"{_ORIGIN}/records", **dict.fromkeys(page_schemas(route), 1))
    contents = [_content(url), _content(None)]
    if getattr(page_type, "absent_if_empty", False):
        contents.append(PageContent([], total=0))
    written = [_written(page_type, route.node.name, url, each) for each in contents]
    samples = [of_sample(each, record) for each, _ in written if each is not None]
    schema: JsonSchema = functools.reduce(merge, samples, {})
    kind = accepted_type(route.operation, "application/json")
    part: Part = {"description": "A page.", "content": {kind: {"schema": schema}}}
    names = dict.fromkeys(name for _, headers in written for name in headers)
    if names:
        part["headers"] = {
            name: {"description": _text_of_header(name), "schema": {"type": "string"}}
            for name in names
        }
    return part


def _text_of_header(name: str) -> str:
    if name.lower() == "link":
        return "The URL of the next page, with the relation `next` (RFC 8288)."
    return "The token of the next page."


def _content(following: str | None) -> PageContent:
    """The content of a page with one record. following: the URL of the pages after and before."""
    return PageContent([_RECORD], following, following, total=1)


def _written(
    page_type: PageType, key: str, url: str, content: PageContent
) -> tuple[Any, Sequence[str]]:
    """The body of a page as its type writes it, and the names of the headers that it needs.

    url: of the page, with each parameter that it may have. None if the type writes no pages, so
    that nothing is known of the body.
    """
    try:
        body = page_type.write(content, key, url)
    except NotImplementedError:
        return None, ()
    if isinstance(body, Response):
        names = [each for each in body.headers if each.lower() != "content-type"]
        return json.loads(body.body), names
    return body, ()


def of_sample(value: Any, record: JsonSchema | None = None) -> JsonSchema:
    """The schema of a value, whose members are all required. record: that of a record in it.

    >>> of_sample({"next": None, "total": 5})["properties"]
    {'next': {'type': 'null'}, 'total': {'type': 'integer'}}
    """
    if record is not None and value == _RECORD:
        return record
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value)
        properties = {name: of_sample(each, record) for name, each in members.items()}
        return object_of(properties, list(properties))
    if isinstance(value, list):
        items: list[JsonSchema] = [of_sample(each, record) for each in cast("list[Any]", value)]
        return {"type": "array", "items": items[0] if items else {}}
    if isinstance(value, str) and value.startswith(_ORIGIN):
        return {"type": "string", "format": "uri"}
    return {"type": type_name(value) or "null"}


def merge(first: JsonSchema, second: JsonSchema) -> JsonSchema:
    """The schema of the values of two samples, of which one may lack members or be null."""
    if not first or first == second:
        return second or first
    kinds = (first.get("type"), second.get("type"))
    if kinds == ("object", "object"):
        names: Sequence[str] = [*dict.fromkeys((*first["properties"], *second["properties"]))]
        properties = {
            name: merge(first["properties"].get(name, {}), second["properties"].get(name, {}))
            for name in names
        }
        required = [
            each
            for each in names
            if each in first.get("required", ()) and each in second.get("required", ())
        ]
        return object_of(properties, required)
    if kinds[1] == "null":
        return or_null(first)
    return or_null(second) if kinds[0] == "null" else first


# -- errors -------------------------------------------------------------------------------------


def error_response(rules: Rules) -> tuple[str, JsonSchema]:
    """The media type and the schema of the errors of an API, as its rules write them."""
    response = rules.write_error(Refusal(400, "a message"))
    kind = media_type(as_headers(response.headers)) or "application/json"
    return kind, of_sample(json.loads(response.body or b"null"))
