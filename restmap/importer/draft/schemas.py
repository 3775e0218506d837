"""Schemas: the schema of a value becomes a type.

The formats in addition to OpenAPI's own are those of public documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, Protocol, TypeAlias, cast

import attrs

from ..read.documents import Document
from ..read.keywords import ANNOTATIONS
from ..read.nodes import Schema
from ..read.operations import component_name
from .expressions import (
    ANY,
    BOOL,
    FLOAT,
    INT,
    STR,
    Expression,
    Name,
    Union,
    dict_of,
    list_of,
    or_none,
)
from .identifiers import class_identifier
from .unions import DATE, DATETIME, union_of
from .words import singular

Direction: TypeAlias = Literal["sent", "received"]

SENT: frozenset[Direction] = frozenset({"sent"})
RECEIVED: frozenset[Direction] = frozenset({"received"})

MAX_NESTING = 8
"""The maximum depth of nested list types: the items of an array may be the same array again."""


class Enums(Protocol):
    """Names the Literal types of a module."""

    def of(
        self, component: str | None, fallback: str, members: tuple[str | int, ...]
    ) -> Expression:
        """The type for members. component: their component; fallback: the name without one."""
        ...

    def known(self, name: str, members: tuple[str | int, ...]) -> Expression | None:
        """The type that already has a name, if it has these members."""
        ...


class Objects(Protocol):
    """Finds the types of objects that have properties."""

    def of(self, scope: Scope, schema: Any, name: str) -> Expression:
        """The type of an object. name: its name if it is not a component."""
        ...

    def tag(self, scope: Scope, schema: Schema, kinds: Mapping[int, Expression]) -> str | None:
        """The wire name of the property that tells the members of a union apart, if one does.

        kinds: the type of each variant of the schema, by its position.
        """
        ...


@attrs.frozen(eq=False)
class Scope:
    """The place of a type.

    directions: whether its values are sent, received, or both. owner: the class that it is used
    in, for the names of objects that are not components. absent: the name of a resource whose class
    is not there yet where the type is evaluated; empty for none.
    """

    document: Document
    enums: Enums
    objects: Objects
    directions: frozenset[Direction]
    owner: Any
    absent: str = ""


def annotation_of(scope: Scope, schema: Any, name: str) -> Expression:
    """The type of a value. name: the name of its Literal type or class if it is no component."""
    return _Types(scope).of(schema, name, frozenset())


_BY_FORMAT: Mapping[str, Expression] = {
    "date-time": DATETIME,
    "date-time-rfc-2822": DATETIME,
    "date": DATE,
    "uuid": Name("UUID", "uuid"),
    "decimal": Name("Decimal", "decimal"),
    "int-or-string": Union((INT, STR)),
}
_BY_TYPE: Mapping[str, Expression] = {"integer": INT, "number": FLOAT, "boolean": BOOL}


@attrs.frozen(eq=False)
class _Types:
    """The types of the schemas in one scope."""

    scope: Scope

    def of(self, schema: Any, name: str, inside: frozenset[str | int]) -> Expression:
        """The type of a value. inside: the schemas that this one is a part of."""
        document = self.scope.document
        component = document.component(schema)
        view = document.merged(schema)
        inside |= {component or id(view)}
        kinds, nullable = kinds_of(view)
        members = literal_members(view)
        result: Expression
        is_one_truth = kinds == ["boolean"] and len(members) == 1
        if members and (set(kinds) <= {"string", "integer"} or is_one_truth):
            result = self.scope.enums.of(component and component_name(component), name, members)
        elif variants := self._variants(view, kinds):
            nullable = nullable or any(map(self._is_null, variants.values()))
            result = self._union(view, variants, name, inside)
        elif found := self._derived(schema, view, name):
            result = found
        else:
            result = union_of(self._of_kind(schema, each, name, inside) for each in kinds)
        return or_none(result) if nullable else result

    def _variants(self, view: Schema, kinds: list[str]) -> dict[int, Any]:
        """The schemas of which a value fits one, by their position; none for other schemas."""
        if view.get("properties") or not set(kinds) <= {"object"}:
            return {}
        parts = enumerate(view.get("oneOf") or view.get("anyOf") or ())
        return {index: each for index, each in parts if self._says_type(each)}

    def _says_type(self, schema: Any) -> bool:
        """Whether a variant has a type of its own, and is not only a further condition."""
        view = self.scope.document.merged(schema)
        words = ("type", "properties", "enum", "const", "items", "additionalProperties", "format")
        allows_all = view.keys() <= ANNOTATIONS
        return allows_all or any(each in view for each in (*words, "oneOf", "anyOf"))

    def _is_null(self, schema: Any) -> bool:
        view = self.scope.document.merged(schema)
        return view.get("type") == "null" or view.get("enum") == [None]

    def _union(
        self, view: Schema, variants: Mapping[int, Any], name: str, inside: frozenset[str | int]
    ) -> Expression:
        present = {index: each for index, each in variants.items() if not self._is_null(each)}
        if any(self._identity(each) in inside for each in present.values()):
            return ANY
        kinds = {
            index: self.of(each, self._variant_name(each, name), inside)
            for index, each in present.items()
        }
        return union_of(kinds.values(), self.scope.objects.tag(self.scope, view, kinds))

    def _derived(self, schema: Any, view: Schema, name: str) -> Expression | None:
        """The union of the classes that a base with a discriminator stands for, if it is one."""
        if "discriminator" not in view:
            return None
        variants = self.scope.document.derived(schema)
        objects = self.scope.objects
        kinds = {index: objects.of(self.scope, each, name) for index, each in enumerate(variants)}
        tag = objects.tag(self.scope, {**view, "oneOf": variants}, kinds)
        return union_of(kinds.values(), tag) if tag is not None else None

    def _identity(self, schema: Any) -> str | int:
        document = self.scope.document
        return document.component(schema) or id(document.merged(schema))

    def _variant_name(self, schema: Any, name: str) -> str:
        title = self.scope.document.merged(schema).get("title", "")
        own = class_identifier(title) if title else ""
        return own if own and len(own) <= len(name) + 30 else name

    def _of_kind(
        self, schema: Any, kind: str, name: str, inside: frozenset[str | int]
    ) -> Expression:
        """The type of a value of one JSON type."""
        view = self.scope.document.merged(schema)
        if kind == "array":
            items = [*view.get("prefixItems", ()), view.get("items")]
            return list_of(self._any_of(items, name, inside))
        if kind == "object":
            return self._object(schema, view, name, inside)
        return (
            _BY_FORMAT.get(view.get("format", ""), STR) if kind == "string" else _number(view, kind)
        )

    def _object(
        self, schema: Any, view: Schema, name: str, inside: frozenset[str | int]
    ) -> Expression:
        """The type of an object: a class if it has properties, else a mapping."""
        if view.get("properties"):
            return self.scope.objects.of(self.scope, schema, name)
        if view.get("format") in ("uri-map", "string-map"):
            return dict_of(STR)
        values = [*view.get("patternProperties", {}).values(), view.get("additionalProperties")]
        return dict_of(self._any_of(values, name, inside))

    def _any_of(
        self, schemas: Iterable[Any], name: str, inside: frozenset[str | int]
    ) -> Expression:
        """The type of the items of a list, or of the values of a mapping, called `name`.

        A list or a mapping for which nothing is said of the others has no others, since that is
        what those who write `prefixItems` or `patternProperties` mean.
        """
        own_name = class_identifier(singular(name))
        kinds = [self._part(each, own_name, inside) for each in schemas if isinstance(each, dict)]
        return kinds[0] if len(kinds) == 1 else union_of(kinds)

    def _part(self, schema: Any, name: str, inside: frozenset[str | int]) -> Expression:
        """The type of an item of a list or a value of a mapping."""
        is_too_deep = self._identity(schema) in inside or len(inside) > MAX_NESTING
        return ANY if is_too_deep else self.of(schema, name, inside)


def _number(view: Schema, kind: str) -> Expression:
    if kind == "number" and view.get("format") == "decimal":
        return _BY_FORMAT["decimal"]
    return _BY_TYPE.get(kind, ANY)


def kinds_of(view: Schema) -> tuple[list[str], bool]:
    """The JSON types of a schema, and whether null is allowed as well."""
    given: Any = view.get("type", [])
    kinds = [given] if isinstance(given, str) else list(cast("list[str]", given))
    nullable = view.get("nullable") is True or "null" in kinds or None in view.get("enum", ())
    kinds = [each for each in kinds if each != "null"]
    if not kinds and (
        _OF_OBJECTS & view.keys() or isinstance(view.get("additionalProperties"), dict)
    ):
        kinds = ["object"]
    elif not kinds and ("items" in view or "prefixItems" in view):
        kinds = ["array"]
    return kinds, nullable


_OF_OBJECTS = frozenset({"properties", "patternProperties"})


def literal_members(view: Schema) -> tuple[str | int, ...]:
    """The only values of a schema; none if one of them is neither text nor a whole number.

    In YAML, members of a text enum without quotes are numbers and booleans.
    """
    values = [view["const"]] if "const" in view else view.get("enum", ())
    kinds, _ = kinds_of(view)
    members = [_literal_member(each, kinds) for each in values if each is not None]
    if None in members:
        return ()
    distinct = {(type(each), each): each for each in members if each is not None}
    return tuple(distinct.values())


def _literal_member(value: Any, kinds: list[str]) -> str | int | None:
    """A member of an enum as a value of its type; None if it cannot be a member of a Literal."""
    if isinstance(value, str):
        return int(value) if kinds == ["integer"] and value.isdecimal() else value
    if not isinstance(value, int):
        return None
    if kinds == ["string"]:
        return str(value).lower() if isinstance(value, bool) else str(value)
    return value
