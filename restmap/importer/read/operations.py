"""The operations of a document: their parameters and responses, as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, cast

import attrs

from ...declare.uri import cut_template
from ...plan.bodies import METHODS_WITHOUT_BODY
from .nodes import Schema
from .security import Requirements
from .servers import ServerVariable
from .styles import NO_STYLE, WireStyle

Location: TypeAlias = Literal["path", "query", "header", "form", "json", "multipart", "body"]

BODY_LOCATIONS: Sequence[Location] = ("form", "json", "multipart")
"""Where the properties of a request body are sent."""


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
    response_headers: the names of its headers. extensions: the `x-…` members of the
    operation. path_extensions: the `x-…` members of its path. tags: the groups that the document
    puts it in. variant: the query and the fragment of its path, which tell operations of one URL
    apart. own_name: what tells it apart from an operation whose path differs only in the names of
    its placeholders. notes: what the document has that is not declared with the operation.
    problem: the reason why the operation cannot be declared, if there is one.
    variables: those in the braces of `server`. security: the schemes that it needs; None for those
    of the document. documentation: the URL of the page about it; empty without one.
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
    response_headers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    variant: str = ""
    own_name: str = ""
    variables: tuple[ServerVariable, ...] = ()
    security: Requirements | None = None
    path_extensions: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    extensions: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    summary: str = ""
    documentation: str = ""
    notes: tuple[str, ...] = ()
    problem: str | None = None

    def parameters_in(self, *locations: Location) -> list[DocumentParameter]:
        """The parameters that are sent in these locations, in the order of the document."""
        return [each for each in self.parameters if each.location in locations]

    @property
    def sends_body(self) -> bool:
        """Whether it has a request body in which its parameters usually are."""
        has_body = self.body is not None or bool(self.parameters_in(*BODY_LOCATIONS))
        return has_body or self.method not in METHODS_WITHOUT_BODY

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
