"""Documents: what an OpenAPI 3 document says of each operation, its references resolved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
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
    the path and of the operation, the latter laid over the former. problem: why it is not declared.
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
    problem: str | None

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
        for path, said in self.paths.items():
            item = {**self.resolved(said), **said}
            for method in METHODS:
                if method in item:
                    yield self._operation(path, item, method)

    def resolved(self, schema: Schema) -> Schema:
        """A schema, or the one that it refers to; `allOf` of one is that one."""
        if "$ref" in schema:
            return self.resolved(self._referred(schema["$ref"]))
        parts = schema.get("allOf", ())
        if len(parts) != 1 or "properties" in schema or "required" in schema:
            return schema
        return {**self.resolved(parts[0]), **{k: v for k, v in schema.items() if k != "allOf"}}

    def properties(self, schema: Schema) -> dict[str, Schema]:
        """The properties of an object: those of all that it is put together of, or a choice of.

        Each keeps its reference, which names it.
        """
        found: dict[str, Schema] = {}
        for part in self._parts(schema, "allOf", "oneOf", "anyOf"):
            found |= part.get("properties", {})
        return found

    def _parts(self, schema: Schema, *words: str) -> Iterator[Schema]:
        """What an object is put together of by these words, itself last."""
        schema = self.resolved(schema)
        for word in words:
            for part in schema.get(word, ()):
                yield from self._parts(part, *words)
        yield schema

    def _referred(self, reference: str) -> Schema:
        node: Any = self.content
        try:
            for step in reference.removeprefix("#/").split("/"):
                node = node[step.replace("~1", "/").replace("~0", "~")]
        except (KeyError, TypeError):
            raise DocumentError(f"{self.name} refers to {reference}, which it lacks.") from None
        return cast("Schema", node)

    def _operation(self, path: str, item: Schema, method: str) -> DocumentOperation:
        said = item[method]
        known = [*item.get("servers", ()), *self.content.get("servers", ()), {"url": ""}]
        server = cast("Schema", known[0])
        url: str = server["url"]
        for name, variable in server.get("variables", {}).items():
            url = url.replace(f"{{{name}}}", variable["default"])
        given = [*item.get("parameters", ()), *said.get("parameters", ())]
        # An operation's own takes the place of its path's.
        named = {(each["name"], each["in"]): each for each in map(self.resolved, given)}
        parameters = [self._parameter(each) for each in named.values()]
        responses = said.get("responses", {})
        statuses = tuple(sorted(each for each in responses if each[0] in "23"))
        answer, answered = self._answer(responses, statuses)
        body, content_type = self._body(said, answered)
        if body is not None:
            parameters += self._fields(body, "form" if content_type == FORM else "json")
        return DocumentOperation(
            id=said.get("operationId") or f"{method}{path}",
            method=method.upper(),
            server=url.rstrip("/"),
            path=path,
            parameters=tuple(parameters),
            body=body if body is not None and content_type != FORM else None,
            content_type=content_type or answered,
            answer=answer,
            statuses=statuses,
            path_extensions=_extensions(item),
            extensions=_extensions(said),
            summary=said.get("summary") or said.get("description") or "",
            problem=self._problem(named.values(), content_type, answered),
        )

    def _problem(self, given: Iterable[Schema], *content_types: str | None) -> str | None:
        """Why no declaration can say what an operation takes and answers."""
        for each in given:
            how = each.get("style", "form")
            if each["in"] == "cookie" and each.get("required"):
                how = "cookie"
            elif each.get("explode") is False and "items" in self.resolved(each["schema"]):
                how = "one text"
            if how not in ("form", "simple"):
                return f"its parameter {each['name']} is sent as {how}"
        foreign = [each for each in content_types if each and _is_foreign(each)]
        return f"{foreign[0]} is neither JSON nor a form" if foreign else None

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
        content: Mapping[str, Schema] = request.get("content", {})
        if not content:
            return None, None
        # An API that takes several takes what most of its operations take: the first. But what is
        # answered as JSON of its own kind, such as SCIM, is sent as that as well.
        content_type = min(content, key=_is_foreign)
        if answered is not None and answered.endswith("+json") and answered in content:
            content_type = answered
        schema = content[content_type].get("schema", {})
        required = request.get("required", False)
        return DocumentParameter("", "body", required, schema, reference(schema)), content_type

    def _fields(self, body: DocumentParameter, where: Where) -> Iterator[DocumentParameter]:
        parts = self._parts(body.schema, "allOf")
        required = {name for part in parts for name in part.get("required", ())}
        for name, schema in self.properties(body.schema).items():
            if not self.resolved(schema).get("readOnly", False):
                yield DocumentParameter(name, where, name in required, schema, reference(schema))

    def _answer(self, responses: Schema, statuses: tuple[str, ...]) -> tuple[Schema, str | None]:
        """The schema and the media type of the first successful answer that has a body."""
        for status in statuses:
            response = self.resolved(responses[status])
            contents: Mapping[str, Schema] = response.get("content", {})
            for content_type in sorted(contents, key=_is_foreign):
                return contents[content_type].get("schema", {}), content_type
        return {}, None


def reference(schema: Schema) -> str | None:
    """The name of the component that a schema refers to."""
    named: str | None = schema.get("$ref")
    return named.rpartition("/")[2] if named else None


def _extensions(said: Schema) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name.startswith("x-")}


def _is_foreign(content_type: str) -> bool:
    """Whether it is neither JSON nor a form."""
    return not content_type.partition(";")[0].endswith(("/json", "+json", "*/*", FORM))
