"""Schemas of Python types, and of the serializers that a declaration names in place of a type."""

from __future__ import annotations

import functools
import inspect
import typing
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date, datetime
from enum import Enum
from typing import Any, Literal, cast

import attrs

from ..declare import date_forms, date_serializers, serializers
from ..declare.annotations import allows_none, is_decimal, is_union, is_uuid, plain_type
from ..declare.file_types import is_file_type
from ..declare.members import has_members, is_model, is_open, is_resource, members_of
from ..declare.names import Naming
from ..declare.readers import tag_values
from ..declare.unset import UNSET
from .components import Components, JsonSchema
from .marks import RECORD_MARK
from .wire_names import wire_names_below

_BY_TYPE: Mapping[object, JsonSchema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    None: {"type": "null"},
    type(None): {"type": "null"},
}

BINARY: JsonSchema = {"type": "string", "format": "binary"}
"""Bytes as they are, in a raw body or in a part of a multipart form."""

_TEXT: JsonSchema = {"type": "string"}

_BY_SERIALIZER: Sequence[tuple[Callable[[Any], Any], JsonSchema]] = (
    (date_serializers.iso8601, {"type": "string", "format": "date-time"}),
    (date_serializers.iso8601_date, {"type": "string", "format": "date"}),
    (date_serializers.rfc2822, {"type": "string", "format": "date-time-rfc-2822"}),
    (date_forms.unix_time, {"type": "integer", "format": "unix-time"}),
    (date_forms.seconds, {"type": "number"}),
    (date_forms.iso8601_duration, {"type": "string", "format": "duration"}),
)
"""The serializers that a declaration may name, with the schema of what they write."""


@attrs.frozen(eq=False)
class SchemaWriter:
    """Writes the schemas of types.

    components: of the document. naming: the rule for the wire names of the members of models.
    """

    components: Components
    naming: Naming

    def of(self, kind: Any, tag: str | None = None) -> JsonSchema:
        """The schema of a type. tag: the wire name that tells the models of a union apart."""
        plain, nullable = plain_type(kind)
        schema = self._of_plain(plain, tag)
        return or_null(schema) if nullable and plain not in (None, type(None)) else schema

    def of_serialized(
        self, kind: Any, serializer: Callable[[Any], Any] | None, tag: str | None = None
    ) -> JsonSchema:
        """The schema of what a serializer writes; None for that of the type.

        What a program's own function writes is not known: any value, or a list of them.
        """
        if serializer is None:
            return self.of(kind, tag)
        plain, nullable = plain_type(kind)
        schema = self._of_known_serializer(serializer, plain)
        return or_null(schema) if nullable else schema

    def _of_known_serializer(self, serializer: Callable[[Any], Any], plain: Any) -> JsonSchema:
        for known, schema in _BY_SERIALIZER:
            if serializer is known:
                return dict(schema)
        if serializer in (serializers.json_object, serializers.json_value):
            is_any = plain in (Any, object)
            return (
                {"type": "object"}
                if is_any and serializer is serializers.json_object
                else self.of(plain)
            )
        if (prefix := getattr(serializer, "prefix", None)) is not None:
            return {"type": "object", "format": f"prefixed-collapsible-map-{prefix}"}
        if typing.get_origin(plain) is list:
            item = typing.get_args(plain)[0]
            return {"type": "array", "items": self.of(item) if _is_json(item) else {}}
        return self.of(plain) if is_union(plain) else {}

    def _of_plain(self, plain: Any, tag: str | None) -> JsonSchema:
        if plain in _BY_TYPE:
            return dict(_BY_TYPE[plain])
        if is_decimal(plain):
            return {"type": "string", "format": "decimal"}
        if is_uuid(plain):
            return {"type": "string", "format": "uuid"}
        if is_file_type(plain):
            is_list = typing.get_origin(plain) is list
            return {"type": "array", "items": dict(BINARY)} if is_list else dict(BINARY)
        if is_union(plain):
            return self._union(typing.get_args(plain), tag)
        origin, arguments = typing.get_origin(plain) or plain, typing.get_args(plain)
        if origin is Literal:
            return enumeration(arguments)
        return self._of_class(origin, arguments, tag) if isinstance(origin, type) else {}

    def _of_class(
        self, origin: type[Any], arguments: tuple[Any, ...], tag: str | None
    ) -> JsonSchema:
        if is_resource(origin):
            return self.record(origin)
        if is_model(origin):
            write = functools.partial(self._model, origin)
            names = wire_names_below(origin, self.naming)
            return self.components.reference(origin, names, write)
        if issubclass(origin, Enum):
            values = tuple(each.value for each in origin)
            return self.components.reference(
                origin, None, lambda: _with_text(enumeration(values), origin)
            )
        if issubclass(origin, Mapping) or hasattr(origin, "__total__"):
            each = self.of(arguments[1], tag) if arguments else {}
            return {"type": "object", "additionalProperties": each} if each else {"type": "object"}
        if issubclass(origin, Sequence | Set) and not issubclass(origin, str | bytes):
            return {"type": "array", "items": self.of(arguments[0], tag) if arguments else {}}
        return {}

    def _union(self, kinds: tuple[Any, ...], tag: str | None) -> JsonSchema:
        # A list among them may hold what the tag tells apart.
        variants = [self.of(each, tag) for each in kinds]
        if {} in variants:
            return {}
        if tag is None or not all(map(has_members, kinds)):
            return {"anyOf": variants}
        mapping = {
            str(value): variant["$ref"]
            for kind, variant in zip(kinds, variants, strict=True)
            for value in tag_values(kind, tag, self.naming)
        }
        return {"oneOf": variants, "discriminator": {"propertyName": tag, "mapping": mapping}}

    # -- objects with names ---------------------------------------------------------------------

    def record(self, resource: type[Any]) -> JsonSchema:
        """A reference to the schema of the records of a resource."""
        write = functools.partial(self._record, resource)
        return self.components.reference(resource, None, write)

    def _record(self, resource: Any) -> JsonSchema:
        writer = attrs.evolve(self, naming=resource._plan.options.field_names)
        properties: JsonSchema = {}
        required: list[str] = []
        for each in resource._plan.fields.values():
            if each.spec.inside is not None:
                continue  # the type of the object that it is in has it
            properties[each.wire_name] = writer.of_field(each.kind, each.spec)
            if not each.spec.has_default and not allows_none(each.kind):
                required.append(each.wire_name)
        schema = {**object_of(properties, required), RECORD_MARK: True}
        return _with_text(schema, resource)

    def _model(self, kind: Any) -> JsonSchema:
        properties: JsonSchema = {}
        required: list[str] = []
        for member in members_of(kind):
            name = member.wire_name(self.naming)
            properties[name] = self.of_field(member.kind, member.spec)
            if not member.has_default:
                required.append(name)
        schema = object_of(properties, required)
        if is_open(kind):
            schema["additionalProperties"] = True
        return _with_text(schema, kind)

    def of_field(self, kind: Any, spec: Any) -> JsonSchema:
        """The schema of a field or a member. spec: the arguments of its `field()`."""
        schema = self.of_serialized(kind, spec.serializer or spec.reader, spec.tagged_by)
        if isinstance(spec.default, str | int | float) and spec.default is not UNSET:
            return {**schema, "default": getattr(spec.default, "value", spec.default)}
        return schema


def object_of(properties: JsonSchema, required: Sequence[str] = ()) -> JsonSchema:
    """The schema of an object. required: the names of the properties that it always has."""
    schema: JsonSchema = {"type": "object", "properties": properties}
    return {**schema, "required": list(required)} if required else schema


def in_envelope(schema: JsonSchema, path: str | None) -> JsonSchema:
    """The schema of an object that has a value at a dotted path.

    >>> in_envelope({"type": "string"}, "data.name")["properties"]["data"]["required"]
    ['name']
    """
    for name in reversed(path.split(".") if path else ()):
        schema = object_of({name: schema}, [name])
    return schema


def enumeration(values: Sequence[Any]) -> JsonSchema:
    """The schema of one of some values.

    >>> enumeration(["open", "closed"])
    {'enum': ['open', 'closed'], 'type': 'string'}
    """
    kinds = {type_name(each) for each in values}
    kind = kinds.pop() if len(kinds) == 1 else None
    return {"enum": list(values), "type": kind} if kind else {"enum": list(values)}


def type_name(value: object) -> str | None:
    """The JSON type of a scalar; None of anything else."""
    names: Mapping[type, str] = {bool: "boolean", int: "integer", str: "string", float: "number"}
    return names.get(type(value))


def or_null(schema: JsonSchema) -> JsonSchema:
    """The schema of the same values, or null.

    >>> or_null({"type": "string"}), or_null({"$ref": "#/a"})
    ({'type': ['string', 'null']}, {'anyOf': [{'$ref': '#/a'}, {'type': 'null'}]})
    """
    kind = schema.get("type")
    if not schema or kind == "null":
        return schema
    if isinstance(kind, str):
        changed = {**schema, "type": [kind, "null"]}
        return {**changed, "enum": [*schema["enum"], None]} if "enum" in schema else changed
    if isinstance(variants := schema.get("anyOf"), list):
        return {**schema, "anyOf": [*cast("list[Any]", variants), {"type": "null"}]}
    return {"anyOf": [schema, {"type": "null"}]}


def _with_text(schema: JsonSchema, kind: type[Any]) -> JsonSchema:
    """The schema with the docstring of a class as its description."""
    text = vars(kind).get("__doc__")
    is_generated = isinstance(text, str) and text.startswith(f"{kind.__name__}(")
    return (
        {**schema, "description": inspect.cleandoc(text)} if text and not is_generated else schema
    )


def _is_json(kind: Any) -> bool:
    """Whether a value of a type is an object as JSON has it."""
    plain, _ = plain_type(kind)
    return (typing.get_origin(plain) or plain) is dict
