"""The operations of a document: their parameters, servers and responses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, TypeAlias, cast

import attrs

from ...declare.uri import cut_template
from .nodes import IllFormedError, Node, Schema
from .schema_views import SchemaViews
from .security import Requirements, read_requirements
from .servers import ServerVariable, read_server
from .styles import NO_STYLE, WireStyle, query_of, split_variant, style_of_field, style_of_parameter

Location: TypeAlias = Literal["path", "query", "header", "form", "json", "multipart", "body"]

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
"""https://spec.openapis.org/oas/v3.0.3#path-item-object"""
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

_LOCATIONS = ("path", "query", "header", "cookie")
# RFC 9110 8.3.1 and 5.6.2; RFC 3986 3.3 with placeholders.
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+*-]+/[\w!#$&^.+*-]+( *; *[\w!#$&^.+-]+=[\w!#$&^.+-]+)*", re.A)
_PATH = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*")


@attrs.frozen
class DocumentParameter:
    """A parameter of an operation, or a property of its request body.

    location: where it is sent; `body` means that it is the whole JSON body. component: the name of
    the component that its schema refers to. description: what is said of a parameter beside its
    schema. style: how it is written in a query or a form. constant: the only value that it is sent
    with, if the path in the document has one.
    """

    name: str
    location: Location
    required: bool
    schema: Schema = attrs.field(eq=False, repr=False)
    component: str | None = None
    description: str = attrs.field(default="", eq=False, repr=False)
    style: WireStyle = NO_STYLE
    constant: str | None = None


@attrs.frozen
class DocumentOperation:
    """One operation of a document.

    server: the URL that its path is appended to. parameters: the path, query and header parameters,
    and each property of a form or of a JSON body. body: the whole JSON body, if the operation has
    one. content_type: the media type of the request body; without a request body, that of the
    response. response: the schema of a successful response. statuses: the status codes of
    successful responses. response_type: the media type of the response; None without a body.
    response_headers: the names of its headers, in lower case. extensions: the `x-…` members of the
    operation. path_extensions: the `x-…` members of its path. tags: the groups that the document
    puts it in. variant: the query and the fragment of its path, which tell operations of one URL
    apart. problem: the reason why the operation cannot be declared, if there is one.
    variables: those in the braces of `server`. security: the schemes that it needs; None for those
    of the document.
    """

    id: str
    method: str
    server: str
    path: str
    parameters: tuple[DocumentParameter, ...] = ()
    body: DocumentParameter | None = None
    content_type: str | None = None
    response: Schema = attrs.field(factory=dict[str, Any])
    statuses: tuple[str, ...] = ()
    response_type: str | None = None
    response_headers: frozenset[str] = frozenset()
    tags: tuple[str, ...] = ()
    variant: str = ""
    variables: tuple[ServerVariable, ...] = ()
    security: Requirements | None = None
    path_extensions: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    extensions: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    summary: str = ""
    problem: str | None = None

    def parameters_in(self, *locations: Location) -> list[DocumentParameter]:
        """The parameters that are sent in these locations, in the order of the document."""
        return [each for each in self.parameters if each.location in locations]

    @property
    def address(self) -> tuple[str, str]:
        """The method, and the URL without the names of path parameters: unique in an API."""
        return self.method, self.server + shape(self.path) + self.variant

    @property
    def title(self) -> str:
        """The name of the operation in messages: its id, its method and its path."""
        request = f"{self.method} {self.path}{self.variant}".strip()
        return f"{self.id} ({request})" if self.has_id else request

    @property
    def has_id(self) -> bool:
        """Whether the document gives the operation an id."""
        return self.id != f"{self.method.lower()}{self.path}{self.variant}"

    @property
    def path_parameters(self) -> tuple[DocumentParameter, ...]:
        """The path parameters, in the order of the path; an undeclared one is text."""
        declared = {each.name: each for each in self.parameters_in("path")}
        return tuple(
            declared.get(name, DocumentParameter(name, "path", True, {"type": "string"}))
            for name in placeholders(self.path)
        )


def placeholders(path: str) -> list[str]:
    """The names in the braces of a path.

    >>> placeholders("/Services/{ServiceSid}/Sessions/{Sid}.json")
    ['ServiceSid', 'Sid']
    """
    return list(cut_template(path).names)


def shape(path: str) -> str:
    """A path without the names of its placeholders.

    >>> shape("/Services/{ServiceSid}/Sessions/{Sid}.json")
    '/Services/{}/Sessions/{}.json'
    """
    return "{}".join(cut_template(path).literals)


def reference(schema: Any) -> str | None:
    """The name of the component, or of the whole file, that a schema refers to.

    >>> reference({"$ref": "#/components/schemas/Tool"}), reference({"$ref": "models/tool.yml"})
    ('Tool', 'tool')
    """
    target = cast("Schema", schema).get("$ref") if isinstance(schema, dict) else None
    return component_name(target) if isinstance(target, str) else None


def component_name(reference: str) -> str:
    """The name of the component, or of the whole file, that a reference leads to."""
    file, _, pointer = reference.partition("#")
    return pointer.rpartition("/")[2] or file.rpartition("/")[2].partition(".")[0]


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
        responses = operation.member("responses")
        statuses = tuple(sorted(each for each in responses.mapping() if each[:1] in ("2", "3")))
        response, response_type, headers = self._response(responses, statuses or ("default",))
        body, content_type, encoding = self._body(operation, response_type)
        problem = _problem(method, by_key.values(), body)
        if body is not None and method in ("get", "head") and not body.required:
            body, content_type = None, None  # RFC 9110 9.3.1: it has no meaning
        location = _location_of_fields(content_type)
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
            problem=problem,
        )

    def _parameter(self, parameter: Node) -> DocumentParameter:
        # A parameter has a schema, or content of one media type with a schema.
        contents = [each.member("schema") for _, each in parameter.member("content").items()]
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
        content = request.member("content")
        types = _media_types(content)
        if not types:
            return None, None, content
        # Of several media types the best is sent. But if the response has a JSON
        # media type of its own, such as that of SCIM, the request body is sent as this type.
        content_type = min(types, key=_preference)
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
    ) -> tuple[Schema, str | None, frozenset[str]]:
        """The schema and the media type of the first successful response that has a body, and the
        names of its headers."""
        for status in statuses:
            response = responses.member(status).resolved()
            headers = frozenset(each.lower() for each in response.member("headers").mapping())
            content = response.member("content")
            types = _media_types(content)
            for content_type in sorted(types, key=_preference):
                schema: Any = content.member(content_type).member("schema").value or {}
                return schema, content_type, headers
        return {}, None, frozenset()


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
    if body is not None and body.required and method in ("get", "head"):
        return f"a {method.upper()} request has no body"
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


def _media_types(content: Node) -> list[str]:
    """The media types of a body. Raises IllFormedError if it has keys, and none is a media type."""
    types = [each for each in content.mapping() if _MEDIA_TYPE.fullmatch(each)]
    for each in content.mapping():
        if not types:
            raise content.refuse(f"{each!r:.100} is not a media type")
    return types


def _extensions(node: Node) -> dict[str, Any]:
    """The `x-…` members of an object."""
    return {name: value for name, value in node.mapping().items() if name.startswith("x-")}


def is_json_type(content_type: str) -> bool:
    """Whether a media type is JSON, or may be."""
    return content_type.partition(";")[0].strip().endswith(("/json", "+json", "*/*"))


def _preference(content_type: str) -> int:
    """The rank of a media type among several of one body; the lowest is the best.

    A patch of JSON (RFC 6902) is a list of changes, where others take the members to change.
    """
    plain = content_type.partition(";")[0].strip().lower()
    if plain == "application/json-patch+json":
        return 1
    if is_json_type(content_type) or plain == FORM:
        return 0
    return 2 if plain == MULTIPART else 3


def _location_of_fields(content_type: str | None) -> Location | None:
    """Where the properties of a request body are sent; None if the body is sent as it is."""
    if content_type is None or is_json_type(content_type):
        return "json"
    plain = content_type.partition(";")[0].strip().lower()
    if plain == FORM:
        return "form"
    return "multipart" if plain == MULTIPART else None
