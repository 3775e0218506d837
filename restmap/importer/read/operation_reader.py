"""The reader of operations: a path item becomes operations, each with its parameters and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

import attrs

from ...declare.uri import cut_template
from .media_types import location_of_fields, media_types, preference
from .nodes import IllFormedError, Node, Schema
from .operations import DocumentOperation, DocumentParameter, Location, reference
from .schema_views import SchemaViews
from .security import read_requirements
from .servers import read_server
from .styles import NO_STYLE, query_of, split_variant, style_of_field, style_of_parameter

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
"""https://spec.openapis.org/oas/v3.0.3#path-item-object"""

# RFC 9110 15.3.5, 15.3.6 and 15.4.5; some documents describe a body all the same.
_STATUSES_WITHOUT_BODY = ("204", "205", "304")

_LOCATIONS = ("path", "query", "header", "cookie")
# RFC 9110 5.6.2; RFC 3986 3.3 with placeholders.
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_PATH = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*")


def read_operation(
    path: str, item: Node, method: str, servers: Node, schemas: SchemaViews
) -> DocumentOperation:
    """Read an operation of a path item; an ill-formed one has a `problem` and little else.

    servers: the servers of the document, for operations without servers of their own.
    """
    id_ = f"{method}{path}"
    try:
        operation = item.member(method).resolved()
        id_ = operation.member("operationId").text() or id_
        return _OperationReader(schemas).read(id_, path, item, method, operation, servers)
    except IllFormedError as error:
        return DocumentOperation(id_, method.upper(), "", path, problem=str(error))


@attrs.frozen
class _OperationReader:
    """Reads the operations of a document. schemas: the resolved schemas of the document."""

    schemas: SchemaViews

    def read(
        self, id_: str, path: str, item: Node, method: str, operation: Node, servers: Node
    ) -> DocumentOperation:
        path, variant = split_variant(path)
        _check_path(path)
        # An operation's parameter overrides its path's with the same name and location.
        declared = [
            *item.member("parameters").elements(),
            *operation.member("parameters").elements(),
        ]
        by_key = {_parameter_key(each): each for each in (each.resolved() for each in declared)}
        parameters = [self._parameter(each) for each in by_key.values()]
        parameters += [
            DocumentParameter(name, "query", True, {"type": "string"}, constant=value)
            for name, value in query_of(variant)
        ]
        responses = operation.member("responses").resolved()
        statuses = tuple(sorted(each for each in responses.mapping() if each[:1] in ("2", "3")))
        response, response_type, headers = self._response(responses, statuses or ("default",))
        body, content_type, encoding = self._body(operation, response_type)
        problem = _problem(method, by_key.values(), body)
        notes = [
            f"its optional cookie {each.member('name').text()!r:.80} is not declared; "
            "client.options(headers={'Cookie': …}) sends one"
            for each in by_key.values()
            if each.member("in").text() == "cookie"
        ]
        if body is not None and method in ("get", "head") and not body.required:
            body, content_type = None, None
            notes.append(_no_body(method.upper()))
        location = location_of_fields(content_type)
        if body is not None and location is not None:
            parameters += self._fields(body, location, encoding)
        bodies = [response, *([body.schema] if body is not None else [])]
        for schema in (*bodies, *(each.schema for each in parameters)):
            self.schemas.check_references(schema)
        server = read_server([operation.member("servers"), item.member("servers"), servers])
        return DocumentOperation(
            id=id_,
            method=method.upper(),
            server=server.url,
            variables=server.variables,
            security=read_requirements(operation.member("security")),
            path=path,
            parameters=tuple(parameters),
            body=body if location not in ("form", "multipart") else None,
            content_type=content_type or response_type,
            response=response,
            statuses=statuses,
            response_type=response_type,
            response_headers=headers,
            tags=tuple(each.text() for each in operation.member("tags").elements()),
            variant=variant,
            path_extensions=_extensions(item),
            extensions=_extensions(operation),
            summary=operation.member("summary").text() or operation.member("description").text(),
            documentation=operation.member("externalDocs").member("url").text(),
            notes=tuple(notes),
            problem=problem,
        )

    def _parameter(self, parameter: Node) -> DocumentParameter:
        # A parameter has a schema, or content of one media type with a schema.
        contents = [
            each.member("schema") for _, each in parameter.member("content").resolved().items()
        ]
        candidates = (parameter.member("schema"), *contents)
        schemas = [each.value for each in candidates if not each.is_absent]
        schema: Any = schemas[0] if schemas else {}
        name, location = _parameter_key(parameter)
        required = parameter.member("required").flag()
        description = parameter.member("description").text()
        style = style_of_parameter(parameter) if location == "query" else NO_STYLE
        return DocumentParameter(
            name,
            cast("Location", location),
            required,
            schema,
            reference(schema),
            description,
            style,
        )

    def _body(
        self, operation: Node, response_type: str | None
    ) -> tuple[DocumentParameter | None, str | None, Node]:
        """The request body, its media type, and how the fields of a form are encoded."""
        request = operation.member("requestBody").resolved()
        content = request.member("content").resolved()
        types = media_types(content)
        if not types:
            return None, None, content
        # Of several media types the best is sent. But if the response has a JSON
        # media type of its own, such as that of SCIM, the request body is sent as this type.
        content_type = min(types, key=preference)
        if response_type is not None and response_type.endswith("+json") and response_type in types:
            content_type = response_type
        schema: Any = content.member(content_type).member("schema").value or {}
        required = request.member("required").flag()
        body = DocumentParameter("", "body", required, schema, reference(schema))
        return body, content_type, content.member(content_type).member("encoding")

    def _fields(
        self, body: DocumentParameter, location: Location, encoding: Node
    ) -> Iterator[DocumentParameter]:
        parts = self.schemas.parts(body.schema, "allOf")
        required = {name for part in parts for name in part.get("required", ())}
        for name, schemas in self.schemas.alternatives(body.schema).items():
            # A property that is in several variants of the body has one of their types.
            schema = {"anyOf": schemas} if len(schemas) > 1 and location == "json" else schemas[0]
            if not self.schemas.is_read_only(schemas[0]):
                style = style_of_field(encoding.member(name)) if location == "form" else NO_STYLE
                yield DocumentParameter(
                    name, location, name in required, schema, reference(schema), style=style
                )

    def _response(
        self, responses: Node, statuses: tuple[str, ...]
    ) -> tuple[Schema, str | None, tuple[str, ...]]:
        """The schema and the media type of the first successful response that has a body, and the
        names of its headers."""
        for status in statuses:
            if status in _STATUSES_WITHOUT_BODY:
                continue
            response = responses.member(status).resolved()
            headers = tuple(response.member("headers").resolved().mapping())
            content = response.member("content").resolved()
            types = media_types(content)
            for content_type in sorted(types, key=preference):
                schema: Any = content.member(content_type).member("schema").value or {}
                return schema, content_type, headers
        return {}, None, ()


def _no_body(method: str) -> str:
    """The note on content that a GET may have: it has no meaning (RFC 9110 9.3.1)."""
    return (
        f"its optional request body is not declared, since a {method} request usually has none; "
        "client.request(…, json=…) sends one"
    )


def _problem(
    method: str,
    parameters: Iterable[Node],
    body: DocumentParameter | None,
) -> str | None:
    """The reason why an operation cannot be declared; None if it can be."""
    if method == "trace":
        return "the method TRACE is for tests of proxies, and is not declared"
    for each in parameters:
        if each.member("in").text() == "cookie" and each.member("required").flag():
            return f"its parameter {each.member('name').text()} is a required cookie"
    if body is not None and body.required and method == "head":
        return "a HEAD request has no body"
    return None


def _parameter_key(parameter: Node) -> tuple[str, str]:
    """The name and the location of a parameter, which together identify it."""
    name, location = parameter.member("name").text(), parameter.member("in").text()
    if not name:
        raise parameter.refuse("a parameter has no name")
    if location not in _LOCATIONS:
        raise parameter.refuse(f"the parameter {name!r:.60} has the location {location!r:.60}")
    if location == "header" and not _TOKEN.fullmatch(name):
        raise parameter.refuse(f"{name!r:.60} cannot be the name of a header")
    return name, location


def _check_path(path: str) -> None:
    template = cut_template(path)
    literals = "".join(template.literals)
    if not path.startswith("/"):
        raise IllFormedError(f"the path {path!r:.200} does not begin with '/'")
    if not _PATH.fullmatch(literals):
        raise IllFormedError(
            f"the path {path!r:.200} has characters that must be percent-encoded (RFC 3986 3.3)"
        )
    if not all(template.names):
        raise IllFormedError(f"the path {path!r:.200} has a placeholder without a name")
    if "" in template.literals[1:-1]:
        raise IllFormedError(f"the path {path!r:.200} has no text between two of its placeholders")


def _extensions(node: Node) -> dict[str, Any]:
    """The `x-…` members of an object."""
    return {name: value for name, value in node.mapping().items() if name.startswith("x-")}
