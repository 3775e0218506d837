"""Schemas: the schema of a value becomes a type and, if the type is not enough, a serializer.

The formats in addition to OpenAPI's own are those of public documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from ..read.documents import Document
from ..read.nodes import Schema
from ..read.operations import reference
from .expressions import (
    ANY,
    BOOL,
    FLOAT,
    INT,
    OBJECT,
    STR,
    Call,
    EnumType,
    Expression,
    Name,
    Source,
    call,
    dict_of,
    list_of,
    or_none,
)

_MAX_NESTING = 8
"""The maximum depth of nested list types: the items of an array may be the same array again."""


class EnumNames:
    """The names of the Literal types of one module, each for one set of members.

    named: returns the name for a component. shared: existing types, by their sorted members.
    taken: names that the module uses otherwise. owner: the class that the module declares.
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
        """The type for members. component: their component; fallback: the name without one."""
        source = self._shared.get(tuple(sorted(map(str, members))))
        if source is not None:
            return EnumType(source.partition(":")[2], members, source)
        name = (self._named(component) if component else "") or fallback
        for choice in (name, fallback, f"{self._owner}{name}", f"{self._owner}{fallback}"):
            existing = self._types.get(choice)
            if choice not in self._taken and (existing is None or existing.members == members):
                return self._types.setdefault(choice, EnumType(choice, members))
        count = sum(each.startswith(name) for each in self._types)
        return self._types.setdefault(f"{name}{count}", EnumType(f"{name}{count}", members))


_BY_FORMAT: Mapping[str, Expression] = {
    "date-time": Name("datetime", "datetime"),
    "date-time-rfc-2822": Name("datetime", "datetime"),
    "date": Name("date", "datetime"),
}
_BY_TYPE: Mapping[str, Expression] = {
    "string": STR,
    "integer": INT,
    "number": FLOAT,
    "boolean": BOOL,
    "object": OBJECT,
}


def annotation_of(
    document: Document, schema: Any, enums: EnumNames, name: str, nesting: int = 0
) -> Expression:
    """The type of a value. name: the name of its Literal type if it is not a component."""
    component = reference(schema)
    schema = document.resolved(schema)
    nullable = bool(schema.get("nullable"))
    kind: Any = schema.get("type")
    if isinstance(kind, list):  # OpenAPI 3.1
        kinds = cast("list[str]", kind)
        nullable = nullable or "null" in kinds
        kind = next((each for each in kinds if each != "null"), None)
    members = tuple(each for each in schema.get("enum", ()) if isinstance(each, str | int))
    result: Expression
    if members and kind in ("string", "integer", None):
        result = enums.of(component, name, tuple(dict.fromkeys(members)))
    elif kind == "array":
        items = schema.get("items", {})
        inner = nesting + 1
        result = list_of(
            annotation_of(document, items, enums, name, inner) if inner < _MAX_NESTING else ANY
        )
    elif kind == "string":
        result = _BY_FORMAT.get(schema.get("format", ""), STR)
    elif kind == "object" or "properties" in schema:
        result = _object(document, schema)
    else:
        result = _BY_TYPE.get(str(kind), ANY)
    return or_none(result) if nullable else result


def _object(document: Document, schema: Schema) -> Expression:
    """The type of an object: a mapping to text if all values are text, else `dict[str, Any]`."""
    if schema.get("format") in ("uri-map", "string-map"):
        return dict_of(STR)
    if isinstance(schema.get("additionalProperties"), dict) and not schema.get("properties"):
        value = document.resolved(schema["additionalProperties"])
        if value.get("type") == "string" and "enum" not in value:
            return dict_of(STR)
    return OBJECT


PREFIXED_MAP = "prefixed-collapsible-map-"


def serializer_of(
    document: Document, schema: Any, where: str, nesting: int = 0
) -> Name | Call | None:
    """The serializer of a parameter; None if its type chooses the right one."""
    schema = document.resolved(schema)
    style = schema.get("format", "")
    if style.startswith(PREFIXED_MAP):
        return call("restmap:prefixed_map", style.removeprefix(PREFIXED_MAP))
    if style == "date-time-rfc-2822":
        return Name("rfc2822", "restmap")
    if where not in ("form", "query", "header") or nesting == _MAX_NESTING:
        return None
    if schema.get("type") == "array":
        item = serializer_of(document, schema.get("items", {}), where, nesting + 1)
        return call("restmap:list_of", item) if item is not None else None
    if schema.get("type") == "object":
        return Name("json_object", "restmap")
    if "type" not in schema and "enum" not in schema:
        return Name("json_value", "restmap")
    return None
