"""Operations of a document: their parameters, servers and responses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, TypeAlias, cast
from urllib.parse import SplitResult, urlsplit

import attrs

from ...declare.uri import cut_template
from .nodes import IllFormedError, Node, Schema
from .schema_views import SchemaViews

Where: TypeAlias = Literal["path", "query", "header", "form", "json", "body"]

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
"""https://spec.openapis.org/oas/v3.0.3#path-item-object"""
FORM = "application/x-www-form-urlencoded"

_PLACES = ("path", "query", "header", "cookie")
# RFC 9110 8.3.1 and 5.6.2; RFC 3986 3.3 with placeholders; RFC 3986 3.2.2.
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+*-]+/[\w!#$&^.+*-]+( *; *[\w!#$&^.+-]+=[\w!#$&^.+-]+)*", re.A)
_PATH = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


@attrs.frozen
class DocumentParameter:
    """A parameter of an operation, or a property of its request body.

    where: where it travels; `body` means the whole JSON body. named: the component that its schema
    refers to.
    """

    name: str
    where: Where
    required: bool
    schema: Schema = attrs.field(eq=False, repr=False)
    named: str | None = None


@attrs.frozen
class DocumentOperation:
    """One operation of a document.

    server: the URL that its path is appended to. parameters: as they are sent one by one, the
    properties of a JSON body among them. body: the whole of a JSON body, where there is one.
    content_type: of the request body, or of the response where nothing is sent. response: the
    schema of a successful response. statuses: the status codes of successful responses. extensions:
    the `x-…` members of the operation; path_extensions: those of its path. problem: why it is not
    declared.
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
    path_extensions: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    extensions: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    summary: str = ""
    problem: str | None = None

    def at(self, *where: Where) -> list[DocumentParameter]:
        """The parameters that travel in these places, in the order of the document."""
        return [each for each in self.parameters if each.where in where]

    @property
    def address(self) -> tuple[str, str]:
        """The method, and the URL without the names of path parameters: unique in an API."""
        return self.method, self.server + shape(self.path)

    @property
    def title(self) -> str:
        """The name of the operation in messages: its id, its method and its path."""
        place = f"{self.method} {self.path}".strip()
        return place if self.id == f"{self.method.lower()}{self.path}" else f"{self.id} ({place})"

    @property
    def path_parameters(self) -> tuple[DocumentParameter, ...]:
        """The path parameters, in the order of the path; an undeclared one is text."""
        declared = {each.name: each for each in self.at("path")}
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
    named = cast("Schema", schema).get("$ref") if isinstance(schema, dict) else None
    if not isinstance(named, str):
        return None
    file, _, pointer = named.partition("#")
    return pointer.rpartition("/")[2] or file.rpartition("/")[2].partition(".")[0]


def read_operation(
    path: str, item: Node, method: str, servers: Node, schemas: SchemaViews
) -> DocumentOperation:
    """Read an operation of a path item; an ill-formed one has a `problem` and little else.

    servers: the servers of the document, for operations without servers of their own.
    """
    id_ = f"{method}{path}"
    try:
        said = item.at(method).resolved()
        id_ = said.at("operationId").text() or id_
        return _Reading(schemas).operation(id_, path, item, method, said, servers)
    except IllFormedError as error:
        return DocumentOperation(id_, method.upper(), "", path, problem=str(error))


@attrs.frozen
class _Reading:
    """Reads one operation."""

    schemas: SchemaViews

    def operation(
        self, id_: str, path: str, item: Node, method: str, said: Node, servers: Node
    ) -> DocumentOperation:
        _check_path(path)
        # An operation's own take the place of its path's.
        given = [*item.at("parameters").elements(), *said.at("parameters").elements()]
        named = {_key(each): each for each in (each.resolved() for each in given)}
        parameters = [self._parameter(each) for each in named.values()]
        responses = said.at("responses")
        statuses = tuple(sorted(each for each in responses.mapping() if each[:1] in ("2", "3")))
        response, response_type = self._response(responses, statuses)
        body, content_type = self._body(said, response_type)
        if body is not None:
            parameters += self._fields(body, "form" if content_type == FORM else "json")
        for each in (response, *(each.schema for each in parameters)):
            self.schemas.check_references(each)
        return DocumentOperation(
            id=id_,
            method=method.upper(),
            server=_server([said.at("servers"), item.at("servers"), servers]),
            path=path,
            parameters=tuple(parameters),
            body=body if body is not None and content_type != FORM else None,
            content_type=content_type or response_type,
            response=response,
            statuses=statuses,
            path_extensions=_extensions(item),
            extensions=_extensions(said),
            summary=said.at("summary").text() or said.at("description").text(),
            problem=self._problem(method, named.values(), content_type, response_type),
        )

    def _problem(
        self, method: str, given: Iterable[Node], *content_types: str | None
    ) -> str | None:
        """Why an operation cannot be declared; None if it can."""
        if method in ("head", "options", "trace"):
            return f"no verb of a resource is sent by {method.upper()}"
        for each in given:
            how = each.at("style").text() or "form"
            schema = self.schemas.resolved(each.at("schema").value)
            if each.at("in").text() == "cookie" and each.at("required").flag():
                how = "cookie"
            elif each.mapping().get("explode") is False and "items" in schema:
                how = "one text"
            if how not in ("form", "simple"):
                return f"its parameter {each.at('name').text()} is sent as {how}"
        foreign = [each for each in content_types if each and _is_foreign(each)]
        return f"{foreign[0]} is neither JSON nor a form" if foreign else None

    def _parameter(self, said: Node) -> DocumentParameter:
        # A parameter has a schema, or content of one kind that has one.
        contents = [each.at("schema") for _, each in said.at("content").items()]
        given = [each for each in (said.at("schema"), *contents) if not each.is_absent]
        schema: Any = given[0].value if given else {}
        name, where = _key(said)
        required = said.at("required").flag()
        return DocumentParameter(name, cast("Where", where), required, schema, reference(schema))

    def _body(
        self, said: Node, response_type: str | None
    ) -> tuple[DocumentParameter | None, str | None]:
        """The request body and its media type."""
        request = said.at("requestBody").resolved()
        content = request.at("content")
        types = [_checked_media_type(each, content) for each in content.mapping()]
        if not types:
            return None, None
        # An API that takes several takes what most of its operations take: the first. But what is
        # returned as JSON of its own kind, such as SCIM, is sent as that as well.
        content_type = min(types, key=_is_foreign)
        if response_type is not None and response_type.endswith("+json") and response_type in types:
            content_type = response_type
        schema: Any = content.at(content_type).at("schema").value or {}
        required = request.at("required").flag()
        return DocumentParameter("", "body", required, schema, reference(schema)), content_type

    def _fields(self, body: DocumentParameter, where: Where) -> Iterator[DocumentParameter]:
        parts = self.schemas.parts(body.schema, "allOf")
        required = {name for part in parts for name in part.get("required", ())}
        for name, schema in self.schemas.properties(body.schema).items():
            if not self.schemas.resolved(schema).get("readOnly", False):
                yield DocumentParameter(name, where, name in required, schema, reference(schema))

    def _response(self, responses: Node, statuses: tuple[str, ...]) -> tuple[Schema, str | None]:
        """The schema and the media type of the first successful response that has a body."""
        for status in statuses:
            content = responses.at(status).resolved().at("content")
            types = [_checked_media_type(each, content) for each in content.mapping()]
            for content_type in sorted(types, key=_is_foreign):
                return content.at(content_type).at("schema").value or {}, content_type
        return {}, None


def _key(said: Node) -> tuple[str, str]:
    """The name of a parameter, and where it travels."""
    name, where = said.at("name").text(), said.at("in").text()
    if not name:
        raise said.refuse("a parameter has no name")
    if where not in _PLACES:
        raise said.refuse(f"the parameter {name!r:.60} travels in {where!r:.60}")
    if where == "header" and not _TOKEN.fullmatch(name):
        raise said.refuse(f"{name!r:.60} cannot be the name of a header")
    return name, where


def _check_path(path: str) -> None:
    template = cut_template(path)
    literals = "".join(template.literals)
    if not path.startswith("/"):
        raise IllFormedError(f"the path {path!r:.200} does not begin with '/'")
    if "?" in literals or "#" in literals:
        raise IllFormedError(f"the path {path!r:.200} holds a query or a fragment")
    if not _PATH.fullmatch(literals):
        raise IllFormedError(
            f"the path {path!r:.200} has characters that must be percent-encoded (RFC 3986 3.3)"
        )
    if not all(template.names):
        raise IllFormedError(f"the path {path!r:.200} has a placeholder without a name")


def _server(places: Iterable[Node]) -> str:
    """The URL of the first server, with the defaults of its variables."""
    for place in places:
        for server in place.elements():
            url = server.at("url").text()
            if server.at("url").is_absent:
                raise server.refuse("a server has no url")
            for name, variable in server.at("variables").items():
                url = url.replace(f"{{{name}}}", variable.at("default").text())
            return _checked_url(url, server)
    return ""


def _checked_url(url: str, server: Node) -> str:
    """A URL that requests can be sent to, or a path relative to the host of the document."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise server.refuse(f"the URL {url!r:.200} cannot be read") from None
    is_whole = parts.scheme in ("http", "https") and port != 0 and _has_host(parts)
    is_path = not parts.scheme and not parts.netloc
    if not (is_whole or is_path) or parts.query or parts.fragment:
        raise server.refuse(f"requests cannot be sent to {url!r:.200}")
    if not _PATH.fullmatch(parts.path) or "//" in parts.path or "/.." in parts.path:
        raise server.refuse(f"{parts.path!r:.200} cannot be the beginning of a path")
    return url.rstrip("/")


def _has_host(parts: SplitResult) -> bool:
    return "@" not in parts.netloc and _HOST.fullmatch(parts.hostname or "") is not None


def _checked_media_type(text: str, content: Node) -> str:
    if not _MEDIA_TYPE.fullmatch(text):
        raise content.refuse(f"{text!r:.100} is not a media type")
    return text


def _extensions(said: Node) -> dict[str, Any]:
    return {name: value for name, value in said.mapping().items() if name.startswith("x-")}


def _is_foreign(content_type: str) -> bool:
    """Whether a media type is neither JSON nor a form."""
    return not content_type.partition(";")[0].endswith(("/json", "+json", "*/*", FORM))
