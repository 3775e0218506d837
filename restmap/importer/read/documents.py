"""Documents: OpenAPI 3 documents and their operations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import attrs

from .alternatives import tell_apart
from .nodes import IllFormedError, Node, Schema
from .operation_reader import METHODS, read_operation
from .operations import DocumentOperation
from .parsing import document_error
from .references import References, read_with_references
from .schema_views import SchemaViews
from .validation import Finding, checked_version, find_departures


@attrs.frozen(eq=False)
class Document:
    """An OpenAPI 3 document.

    name: the name of the file without its suffix. content: the whole content of the file.
    references: the files that its references lead to; by default, the document alone. paths: the
    path items, including those without operations.
    """

    name: str
    content: Mapping[str, Any] = attrs.field(repr=False)
    references: References = attrs.field(
        repr=False,
        default=attrs.Factory(lambda self: References.within(self.content), takes_self=True),
    )
    paths: Mapping[str, Any] = attrs.field(
        init=False,
        repr=False,
        default=attrs.Factory(lambda self: _path_items(self.content), takes_self=True),
    )
    _schemas: SchemaViews = attrs.field(
        init=False,
        repr=False,
        default=attrs.Factory(
            lambda self: SchemaViews(self.references, self.component_names()), takes_self=True
        ),
    )

    _operations: list[DocumentOperation] = attrs.field(
        init=False, repr=False, factory=list[DocumentOperation]
    )

    @classmethod
    def read(cls, path: Path, allowed_references: Sequence[str] = ()) -> Document:
        """Read the document in a JSON or YAML file.

        allowed_references: folders, and beginnings of URLs, that references may lead into in
        addition to the folder of the file. Raises DocumentError if it is not an OpenAPI 3 document.
        """
        content, references = read_with_references(path, allowed_references)
        checked_version(content, path.name)
        assert isinstance(content, dict), "a document with a version is an object"
        paths = content.get("paths")
        if not isinstance(paths, dict):
            problem = "has no `paths`" if paths is None else "has `paths` that are not an object"
            remedy = "Give a document that describes operations."
            if paths is None and content.get("webhooks"):
                problem += ", and the requests of its `webhooks` are those that the API sends"
                remedy = "There is nothing to call; give a document with the paths of the API."
            raise document_error(f"{path.name} {problem}.", remedy)
        return cls(path.stem, content, references)

    @property
    def title(self) -> str:
        """The title of the document; empty if it has none."""
        info: Any = self.content.get("info")
        title = cast("dict[str, Any]", info).get("title") if isinstance(info, dict) else None
        return title if isinstance(title, str) else ""

    @property
    def documentation(self) -> str | None:
        """The URL of the page about the whole document."""
        return _url_of(self.content.get("externalDocs"))

    @property
    def documentation_of_tags(self) -> dict[str, str]:
        """The URLs of the pages about tags."""
        tags: Any = self.content.get("tags")
        given = [
            _members(each) for each in (cast("list[Any]", tags) if isinstance(tags, list) else ())
        ]
        urls = {str(each.get("name")): _url_of(each.get("externalDocs")) for each in given}
        return {name: url for name, url in urls.items() if url is not None}

    def component_names(self) -> list[str]:
        """The names of the schemas among its components."""
        return [*_members(_members(self.content.get("components")).get("schemas"))]

    def findings(self) -> list[Finding]:
        """The departures of the document from the specification; most of them do no harm."""
        version = checked_version(dict(self.content), self.name)
        return find_departures({**self.content, "paths": dict(self._resolved_items())}, version)

    def _resolved_items(self) -> Iterator[tuple[str, Any]]:
        """The path items, with references to path items resolved."""
        for path, value in self.content["paths"].items():
            try:
                yield path, self._node(value, path).resolved().value
            except IllFormedError:
                yield path, value

    def operations(self) -> Sequence[DocumentOperation]:
        """Every operation, in the order of the document; an ill-formed one has a `problem`."""
        if not self._operations:
            self._operations.extend(tell_apart(self._read_operations()))
        return self._operations

    def _read_operations(self) -> Iterator[DocumentOperation]:
        servers = Node(self.content.get("servers"), "/servers", self.references)
        for path, value in self.paths.items():
            try:
                item = self._node(value, path).resolved()
                methods = [each for each in METHODS if each in item.mapping()]
            except IllFormedError as error:
                yield DocumentOperation(path, "", "", path, problem=str(error))
                continue
            for method in methods:
                yield read_operation(path, item, method, servers, self._schemas)

    def _node(self, value: Any, path: str) -> Node:
        return Node({"paths": {path: value}}, "", self.references).member("paths").member(path)

    def resolved(self, schema: Any) -> Schema:
        """A schema with its reference resolved; an `allOf` of one schema counts as that schema."""
        return self._schemas.resolved(schema)

    def merged(self, schema: Any) -> Schema:
        """A resolved schema with the keywords of all parts of its `allOf`."""
        return self._schemas.merged(schema)

    def component(self, schema: Any) -> str | None:
        """The reference to the schema that a schema stands for; None if it is one of its own."""
        return self._schemas.component(schema)

    def derived(self, schema: Any) -> list[Schema]:
        """References to the schemas that a value fits, if a schema is a base with a discriminator.

        Empty for any other schema.
        """
        return self._schemas.derived(schema)

    def is_read_only(self, schema: Any) -> bool:
        """Whether a property is never sent; a part of its `allOf` may say so."""
        return self._schemas.is_read_only(schema)

    def alternatives(self, schema: Any) -> dict[str, list[Any]]:
        """The properties of an object, each with its schemas in the variants of the object."""
        return self._schemas.alternatives(schema)

    def properties(self, schema: Any) -> dict[str, Schema]:
        """The properties of an object, including those of its `allOf`, `oneOf` and `anyOf`.

        Each property keeps its reference, which names the component.
        """
        return self._schemas.properties(schema)


def _path_items(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """The path items of a document, without the extensions beside them."""
    paths: dict[str, Any] = content["paths"]
    return {path: item for path, item in paths.items() if not path.startswith("x-")}


def _members(value: Any) -> dict[str, Any]:
    """The members of an object; none of any other value."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _url_of(external: Any) -> str | None:
    """The URL of external documentation; None if it is not on the web."""
    url = _members(external).get("url")
    return url if isinstance(url, str) and url.startswith(("https://", "http://")) else None
