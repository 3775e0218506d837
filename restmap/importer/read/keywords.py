"""Keywords of schemas: those that are read, and what they say where several stand together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from .nodes import Schema

# The keywords that are read, with the types of their values (OpenAPI 3.0.3 "Schema Object", JSON
# Schema 2020-12). Validation reports a value of another type; here the keyword is ignored.
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "$ref": str,
    "type": (str, list),
    "format": str,
    "title": str,
    "description": str,
    "pattern": str,
    "maximum": (int, float),
    "nullable": bool,
    "readOnly": bool,
    "writeOnly": bool,
    "enum": list,
    "required": list,
    "properties": dict,
    "items": (dict, bool),
    "prefixItems": list,
    "additionalProperties": (dict, bool),
    "patternProperties": dict,
    "if": (dict, bool),
    "then": (dict, bool),
    "else": (dict, bool),
    "dependentSchemas": dict,
    "allOf": list,
    "oneOf": list,
    "anyOf": list,
    "discriminator": dict,
}
COMBINED = ("allOf", "oneOf", "anyOf")
"""The keywords that combine schemas."""
STRUCTURAL = ("properties", "required", "items", "additionalProperties", "enum", *COMBINED)
"""Beside a reference, these make another schema of the one that it leads to."""
ADDED = frozenset({"properties", "required", *COMBINED})
"""Beside a reference, these add to what the other schema says, and do not take its place."""
ANNOTATIONS = frozenset(
    {"title", "description", "default", "example", "examples", "deprecated", "externalDocs", "xml"}
    | {"nullable", "readOnly", "writeOnly"}
)
"""The keywords that do not say which values fit."""


def with_reference_as_base(schema: Schema) -> Schema:
    """A schema with what its reference leads to as a base: both say which values fit.

    https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.1
    """
    own = {keyword: value for keyword, value in schema.items() if keyword != "$ref"}
    return {**own, "allOf": [{"$ref": schema["$ref"]}, *schema.get("allOf", ())]}


def as_base(schema: Schema) -> Schema:
    """What a base gives to a schema: neither its other classes nor what is said of it alone."""
    left_out = {"nullable", "title", "description", "readOnly", "writeOnly", "discriminator"}
    if "discriminator" in schema:
        left_out |= {"oneOf", "anyOf"}
    return {keyword: value for keyword, value in schema.items() if keyword not in left_out}


def checked(schema: Any) -> Schema:
    """The keywords of a schema that are read, without those whose values have a wrong type."""
    if not isinstance(schema, dict):
        return {}
    view: dict[str, Any] = {
        keyword: value
        for keyword, value in cast("dict[str, Any]", schema).items()
        if isinstance(value, _TYPES.get(keyword, object))
    }
    for keyword in COMBINED:
        if keyword in view:
            parts = cast("list[Any]", view[keyword])
            view[keyword] = [_part(each) for each in parts if isinstance(each, dict)]
    if conditional := [*_conditional(view)]:
        view["anyOf"] = [*view.get("anyOf", ()), *conditional]
    if isinstance(view.get("type"), list):
        view["type"] = [each for each in view["type"] if isinstance(each, str)]
    if "required" in view:
        view["required"] = [each for each in view["required"] if isinstance(each, str)]
    return view


def _conditional(view: Schema) -> Iterator[Any]:
    """The schemas that a value fits under a condition, such as that it has some property."""
    if "if" in view:
        yield from (view[each] for each in ("then", "else") if isinstance(view.get(each), dict))
    yield from (
        each for each in view.get("dependentSchemas", {}).values() if isinstance(each, dict)
    )


def _part(schema: Any) -> Any:
    """A part of a combination. One that is only nullable stands for null.

    OpenAPI 3.0 has no type for null, so generators write this: https://github.com/GREsau/schemars.
    """
    return {"type": "null"} if schema == {"nullable": True} else schema


def only_part(parts: Sequence[Any]) -> Schema | None:
    """The only part of an `allOf` that says which values fit, if it is a reference."""
    views = [checked(each) for each in parts]
    saying = [each for each in views if "$ref" in each or not ANNOTATIONS.issuperset(each)]
    return saying[0] if len(saying) == 1 and "$ref" in saying[0] else None


def only_beside_null(schema: Schema) -> Schema | None:
    """The schema that a value fits unless it is null, if that is all that a schema says."""
    if "type" in schema or "$ref" in schema or len(own := set(STRUCTURAL) & schema.keys()) != 1:
        return None
    variants = schema.get("anyOf") or schema.get("oneOf") or ()
    present = [each for each in variants if not _is_null(each)]
    return present[0] if own <= {"anyOf", "oneOf"} and len(present) == 1 < len(variants) else None


def _is_null(schema: Schema) -> bool:
    only = schema.get("enum", [schema["const"]] if "const" in schema else None)
    return schema.get("type") == "null" or only == [None]


def annotations_of(schema: Schema) -> Schema:
    """The keywords of a schema that do not say which values fit."""
    return {keyword: value for keyword, value in schema.items() if keyword not in STRUCTURAL}
