"""Schemas with references resolved, and without the keywords whose values have a wrong type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

import attrs

from .nodes import MAX_CHAIN, IllFormedError, Schema, resolve
from .references import References

# The keywords that are read, with the types of their values (OpenAPI 3.0.3 "Schema Object", JSON
# Schema 2020-12). Validation reports a value of another type; here the keyword is ignored.
_KINDS: Mapping[str, type | tuple[type, ...]] = {
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
    "additionalProperties": (dict, bool),
    "allOf": list,
    "oneOf": list,
    "anyOf": list,
}
_COMBINED = ("allOf", "oneOf", "anyOf")


@attrs.define(eq=False)
class SchemaViews:
    """Resolves the schemas of a document."""

    references: References
    _resolved: dict[int, tuple[Any, Schema]] = attrs.field(init=False, factory=dict[int, Any])
    _sound: set[int] = attrs.field(init=False, factory=set[int])

    def resolved(self, schema: Any) -> Schema:
        """A schema with its reference resolved; an `allOf` of one schema counts as that schema.

        Keywords whose values have a wrong type are dropped. The same object is returned each time.
        Raises IllFormedError if a reference cannot be resolved, or refers to itself.
        """
        known = self._resolved.get(id(schema))
        if known is None:
            # The value stays beside its view: its id is not given to another one.
            known = self._resolved[id(schema)] = (schema, self._followed(_checked(schema)))
        return known[1]

    def _followed(self, schema: Schema) -> Schema:
        for _ in range(MAX_CHAIN):
            parts = schema.get("allOf", ())
            if "$ref" in schema:
                schema = _checked(resolve(schema, self.references))
            elif len(parts) == 1 and "properties" not in schema and "required" not in schema:
                beside = {key: value for key, value in schema.items() if key != "allOf"}
                schema = _checked({**parts[0], **beside})
            else:
                return schema
        raise IllFormedError("a schema is nothing but a reference to itself")

    def parts(self, schema: Any, *words: str) -> Iterator[Schema]:
        """The schemas that a schema combines by these keywords, each once, and itself last."""
        yield from self._parts(schema, words, set())

    def _parts(self, schema: Any, words: tuple[str, ...], seen: set[int]) -> Iterator[Schema]:
        resolved = self.resolved(schema)
        if id(resolved) in seen:
            return
        seen.add(id(resolved))
        for word in words:
            for part in resolved.get(word, ()):
                yield from self._parts(part, words, seen)
        yield resolved

    def properties(self, schema: Any) -> dict[str, Schema]:
        """The properties of an object, including those of its `allOf`, `oneOf` and `anyOf`.

        Each property keeps its reference, which names the component.
        """
        found: dict[str, Schema] = {}
        for part in self.parts(schema, *_COMBINED):
            found |= part.get("properties", {})
        return found

    def check_references(self, schema: Any) -> None:
        """Resolve every reference that a schema reaches. Raises IllFormedError if one cannot be."""
        waiting: list[Any] = [schema]
        seen: set[int] = set()
        while waiting:
            view = self.resolved(waiting.pop())
            if id(view) in seen or id(view) in self._sound:
                continue
            seen.add(id(view))
            waiting += view.get("properties", {}).values()
            waiting += [view[word] for word in ("items", "additionalProperties") if word in view]
            waiting += [part for word in _COMBINED for part in view.get(word, ())]
        self._sound |= seen


def _checked(schema: Any) -> Schema:
    if not isinstance(schema, dict):
        return {}
    view: dict[str, Any] = {
        word: value
        for word, value in cast("dict[str, Any]", schema).items()
        if isinstance(value, _KINDS.get(word, object))
    }
    for word in _COMBINED:
        if word in view:
            view[word] = [each for each in view[word] if isinstance(each, dict)]
    if isinstance(view.get("type"), list):
        view["type"] = [each for each in view["type"] if isinstance(each, str)]
    if "required" in view:
        view["required"] = [each for each in view["required"] if isinstance(each, str)]
    return view
