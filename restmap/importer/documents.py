"""Documents: what an OpenAPI 3 document says of each operation, its references resolved."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast

import attrs

from ..declare.uri import cut_template
from ..errors import RestmapError, compose

Schema: TypeAlias = Mapping[str, Any]
Where: TypeAlias = Literal["path", "query", "header", "form", "json", "body"]

METHODS = ("get", "put", "post", "delete", "patch", "head")
FORM = "application/x-www-form-urlencoded"


class DocumentError(RestmapError):
    """A document that cannot be imported."""


@attrs.frozen
class DocumentParameter:
    """One thing that an operation takes.

    where: it travels; `body` is the whole JSON body. named: the component its schema refers to.
    """

    name: str
    where: Where
    required: bool
    schema: Schema = attrs.field(eq=False, repr=False)
    named: str | None = None


@attrs.frozen
class DocumentOperation:
    """One operation of a document.

    parameters: as they travel one by one, the properties of a JSON body among them. body: the
    whole of a JSON body, where there is one. content_type: of the body, or of the answer where
    there is no body. answer: the schema of a successful answer's body.
    statuses: of the successful answers. extensions: what the document says in `x-…` members of
    the path and of the operation, the latter laid over the former.
    """

    id: str
    method: str
    server: str
    path: str
    parameters: tuple[DocumentParameter, ...]
    body: DocumentParameter | None
    content_type: str | None
    answer: Schema
    statuses: tuple[str, ...]
    path_extensions: Mapping[str, Any]
    extensions: Mapping[str, Any]
    summary: str

    def at(self, *where: Where) -> list[DocumentParameter]:
        """The parameters that travel there, in the document's order."""
        return [each for each in self.parameters if each.where in where]

    @property
    def address(self) -> tuple[str, str]:
        """Its method and its URL without the names of placeholders: of one API, it is unique."""
        return self.method, self.server + shape(self.path)

    @property
    def path_parameters(self) -> tuple[DocumentParameter, ...]:
        """Those of the path, in its order; text where the document does not declare one."""
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


@attrs.frozen(eq=False)
class Document:
    """An OpenAPI 3 document. name: of its file, without the ending."""

    name: str
    content: Mapping[str, Any] = attrs.field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Document:
        """The document in a file; DocumentError where it is none."""
        try:
            content: Any = json.loads(path.read_bytes())
        except ValueError as error:
            raise DocumentError(
                compose(f"{path} is not JSON: {error}.", "Convert a YAML document to JSON first.")
            ) from None
        if not isinstance(content, dict) or "paths" not in content:
            raise DocumentError(
                compose(
                    f"{path} has no `paths`.", "Give an OpenAPI 3 document (swagger 2 is none)."
                )
            )
        return cls(path.stem, cast("dict[str, Any]", content))

    @property
    def paths(self) -> Mapping[str, Any]:
        """The path items, those without operations among them."""
        return cast("Mapping[str, Any]", self.content["paths"])

    def operations(self) -> Iterator[DocumentOperation]:
        """Every operation, in the document's order."""
        for path, item in self.paths.items():
            for method in METHODS:
                if method in item:
                    yield self._operation(path, item, method)

    def resolved(self, schema: Schema) -> Schema:
        """A schema, or the one that it refers to; `allOf` of one is that one."""
        while True:
            if "$ref" in schema:
                schema = self._referred(schema["$ref"])
            elif len(schema.get("allOf", ())) == 1:
                schema = {**schema["allOf"][0], **{k: v for k, v in schema.items() if k != "allOf"}}
            else:
                return schema

    def properties(self, schema: Schema) -> dict[str, Schema]:
        """The properties of an object: those of all that it is put together of, or a choice of.

        Each keeps its reference, which names it.
        """
        schema = self.resolved(schema)
        found: dict[str, Schema] = {}
        for word in ("allOf", "oneOf", "anyOf"):
            for part in schema.get(word, ()):
                found |= self.properties(part)
        own: Mapping[str, Schema] = schema.get("properties", {})
        return {**found, **own}

    def _referred(self, reference: str) -> Schema:
        node: Any = self.content
        for step in reference.removeprefix("#/").split("/"):
            node = node[step.replace("~1", "/").replace("~0", "~")]
        return cast("Schema", node)

    def _operation(self, path: str, item: Schema, method: str) -> DocumentOperation:
        said = item[method]
        server: str = next(
            iter(item.get("servers") or self.content.get("servers") or [{"url": ""}])
        )["url"]
        parameters = [
            self._parameter(self.resolved(each))
            for each in [*item.get("parameters", ()), *said.get("parameters", ())]
        ]
        statuses = tuple(sorted(each for each in said["responses"] if each[0] in "23"))
        answer, answered = self._answer(said["responses"], statuses)
        body, content_type = self._body(said, answered)
        if body is not None:
            parameters += self._fields(body, "form" if content_type == FORM else "json")
        return DocumentOperation(
            id=said.get("operationId") or f"{method}{path}",
            method=method.upper(),
            server=server.rstrip("/"),
            path=path,
            parameters=tuple(dict.fromkeys(parameters)),
            body=body if body is not None and content_type != FORM else None,
            content_type=content_type or answered,
            answer=answer,
            statuses=statuses,
            path_extensions=_extensions(item),
            extensions=_extensions(said),
            summary=said.get("summary") or said.get("description") or "",
        )

    def _parameter(self, said: Schema) -> DocumentParameter:
        # A parameter has a schema, or content of one kind that has one.
        contents = cast("Mapping[str, Schema]", said.get("content", {}))
        with_schema = [each for each in [said, *contents.values()] if "schema" in each]
        schema = cast("Schema", with_schema[0]["schema"] if with_schema else {})
        required = said.get("required", False)
        return DocumentParameter(said["name"], said["in"], required, schema, reference(schema))

    def _body(
        self, said: Schema, answered: str | None
    ) -> tuple[DocumentParameter | None, str | None]:
        """The body and its media type. answered: the media type of the answer."""
        request = self.resolved(said.get("requestBody", {}))
        content = request.get("content", {})
        if not content:
            return None, None
        # An API that takes several takes what most of its operations take: the first. But what is
        # answered as JSON of its own kind, such as SCIM, is sent as that as well.
        content_type = next(iter(content))
        if answered is not None and answered.endswith("+json") and answered in content:
            content_type = answered
        schema = content[content_type].get("schema", {})
        required = request.get("required", False)
        return DocumentParameter("", "body", required, schema, reference(schema)), content_type

    def _fields(self, body: DocumentParameter, where: Where) -> Iterator[DocumentParameter]:
        required = self.resolved(body.schema).get("required", ())
        for name, schema in self.properties(body.schema).items():
            if not self.resolved(schema).get("readOnly", False):
                yield DocumentParameter(name, where, name in required, schema, reference(schema))

    def _answer(self, responses: Schema, statuses: tuple[str, ...]) -> tuple[Schema, str | None]:
        """The schema and the media type of the first successful answer that has a body."""
        for status in statuses:
            response = self.resolved(responses[status])
            contents: Mapping[str, Schema] = response.get("content", {})
            for content_type, content in contents.items():
                return content.get("schema", {}), content_type
        return {}, None


def reference(schema: Schema) -> str | None:
    """The name of the component that a schema refers to."""
    named: str | None = schema.get("$ref")
    return named.rpartition("/")[2] if named else None


def _extensions(said: Schema) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name.startswith("x-")}
