"""Schemas: what a value is in a document becomes an annotation, and where it must a serializer.

OpenAPI's formats beside the standard ones are those that public documents use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, cast

import attrs

from .documents import Document, Schema, reference

Source: TypeAlias = str
"""A name to import: "package.module:name"."""


@attrs.frozen
class Annotation:
    """A type as it is written. imports: the names in it. literal: the members of an enum in it."""

    text: str
    imports: frozenset[Source] = frozenset()
    literal: EnumType | None = None

    def within(self, form: str, *imports: Source) -> Annotation:
        """The same inside another type: `list[{}]`."""
        text = form.format(self.text)
        return attrs.evolve(self, text=text, imports=self.imports | set(imports))

    @property
    def or_none(self) -> Annotation:
        """The same, or None."""
        if self.text == "Any" or self.text.endswith("| None"):
            return self
        return self.within("{} | None")


@attrs.frozen
class EnumType:
    """A Literal type that has a name.

    members: its values, in the document's order. source: where it is, if it is there already.
    """

    name: str
    members: tuple[str | int, ...]
    source: Source | None = None


class EnumNames:
    """Names for the Literal types of one module, each for one set of members.

    named: the name of a component. shared: types that are there already, by sorted members.
    taken: names that the module has for something else. owner: the class that the module is of.
    """

    def __init__(
        self,
        named: Callable[[str], str],
        shared: Mapping[tuple[str, ...], Source],
        taken: Iterable[str],
        owner: str,
    ) -> None:
        self._named = named
        self._shared = shared
        self._taken = set(taken)
        self._owner = owner
        self._types: dict[str, EnumType] = {}

    def of(self, component: str | None, fallback: str, members: tuple[str | int, ...]) -> EnumType:
        """The type for some members. component: that they are of. fallback: without one."""
        source = self._shared.get(tuple(sorted(map(str, members))))
        if source is not None:
            return EnumType(source.partition(":")[2], members, source)
        name = (self._named(component) if component else "") or fallback
        for choice in (name, fallback, f"{self._owner}{name}", f"{self._owner}{fallback}"):
            known = self._types.get(choice)
            if choice not in self._taken and (known is None or known.members == members):
                return self._types.setdefault(choice, EnumType(choice, members))
        count = sum(each.startswith(name) for each in self._types)
        return self._types.setdefault(f"{name}{count}", EnumType(f"{name}{count}", members))


ANY = Annotation("Any", frozenset({"typing:Any"}))
OBJECT = Annotation("dict[str, Any]", frozenset({"typing:Any"}))

_BY_FORMAT: Mapping[str, Annotation] = {
    "date-time": Annotation("datetime", frozenset({"datetime:datetime"})),
    "date-time-rfc-2822": Annotation("datetime", frozenset({"datetime:datetime"})),
    "date": Annotation("date", frozenset({"datetime:date"})),
}
_BY_TYPE: Mapping[str, Annotation] = {
    "string": Annotation("str"),
    "integer": Annotation("int"),
    "number": Annotation("float"),
    "boolean": Annotation("bool"),
    "object": OBJECT,
}


def annotation_of(document: Document, schema: Schema, enums: EnumNames, name: str) -> Annotation:
    """The type of a value. name: for an enum that is no component."""
    component = reference(schema)
    schema = document.resolved(schema)
    nullable = bool(schema.get("nullable"))
    kind: Any = schema.get("type")
    if isinstance(kind, list):  # OpenAPI 3.1
        kinds = cast("list[str]", kind)
        nullable = nullable or "null" in kinds
        kind = next((each for each in kinds if each != "null"), None)
    members = tuple(each for each in schema.get("enum", ()) if isinstance(each, str | int))
    if members and kind in ("string", "integer", None):
        enum = enums.of(component, name, tuple(dict.fromkeys(members)))
        found = Annotation(enum.name, frozenset(), enum)
    elif kind == "array":
        items = schema.get("items", {})
        found = annotation_of(document, items, enums, name).within("list[{}]")
    elif kind == "string":
        found = _BY_FORMAT.get(schema.get("format", ""), _BY_TYPE["string"])
    elif kind == "object" or "properties" in schema:
        found = _object(document, schema)
    else:
        found = _BY_TYPE.get(str(kind), ANY)
    return found.or_none if nullable else found


def _object(document: Document, schema: Schema) -> Annotation:
    """A map of one kind of value has it in its type; an object of several is a plain dict."""
    extra: Any = schema.get("additionalProperties")
    if schema.get("format") in ("uri-map", "string-map"):
        return Annotation("dict[str, str]")
    if isinstance(extra, dict) and not schema.get("properties"):
        value = document.resolved(cast("Schema", extra))
        if value.get("type") == "string" and "enum" not in value:
            return Annotation("dict[str, str]")
    return OBJECT


PREFIXED_MAP = "prefixed-collapsible-map-"


@attrs.frozen
class Written:
    """A serializer as it is written in `param()`; imports: the names in it."""

    text: str
    imports: frozenset[Source]


def serializer_of(document: Document, schema: Schema, where: str) -> Written | None:
    """The serializer that a parameter's type alone does not choose; None where it does."""
    schema = document.resolved(schema)
    style = schema.get("format", "")
    if style.startswith(PREFIXED_MAP):
        prefix = style.removeprefix(PREFIXED_MAP)
        return Written(f'prefixed_map("{prefix}")', frozenset({"restmap:prefixed_map"}))
    if style == "date-time-rfc-2822":
        return Written("rfc2822", frozenset({"restmap:rfc2822"}))
    if where not in ("form", "query", "header"):
        return None
    if schema.get("type") == "array":
        item = serializer_of(document, schema.get("items", {}), where)
        if item is None:
            return None
        return Written(f"list_of({item.text})", item.imports | {"restmap:list_of"})
    if schema.get("type") == "object":
        return Written("json_object", frozenset({"restmap:json_object"}))
    if "type" not in schema and "enum" not in schema:
        return Written("json_value", frozenset({"restmap:json_value"}))
    return None
