"""Schemas with references resolved, and without the keywords whose values have a wrong type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from .derived import DerivedSchemas
from .keywords import (
    ADDED,
    COMBINED,
    STRUCTURAL,
    annotations_of,
    as_base,
    checked,
    only_beside_null,
    only_part,
    with_reference_as_base,
)
from .nodes import MAX_CHAIN, IllFormedError, Schema, resolve
from .references import BrokenReferenceError, References


@attrs.define(eq=False)
class SchemaViews:
    """Resolves the schemas of a document. names: of the schemas among its components."""

    references: References
    names: Sequence[str] = ()
    _resolved: dict[int, tuple[Any, Schema]] = attrs.field(init=False, factory=dict[int, Any])
    _merged: dict[int, Schema] = attrs.field(init=False, factory=dict[int, Any])
    _components: dict[int, tuple[Any, str | None]] = attrs.field(init=False, factory=dict[int, Any])
    _checked_ids: set[int] = attrs.field(init=False, factory=set[int])
    _derived: DerivedSchemas = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: DerivedSchemas(self.names, self), takes_self=True),
    )

    def resolved(self, schema: Any) -> Schema:
        """A schema with its reference resolved; an `allOf` of one schema counts as that schema.

        So does a choice between one schema and null, which is then nullable. Keywords whose values
        have a wrong type are dropped. The same object is returned each time. Raises IllFormedError
        if a reference cannot be resolved, or refers to itself.
        """
        known = self._resolved.get(id(schema))
        if known is None:
            # Keeping the schema keeps its id from being given to another object.
            known = self._resolved[id(schema)] = (schema, self._followed(checked(schema)))
        return known[1]

    def _followed(self, schema: Schema) -> Schema:
        for _ in range(MAX_CHAIN):
            parts = schema.get("allOf", ())
            if "$ref" in schema and not ADDED.isdisjoint(schema):
                return with_reference_as_base(schema)
            if "$ref" in schema:
                schema = checked(resolve(schema, self.references))
            elif len(parts) == 1 and "properties" not in schema and "required" not in schema:
                siblings = {key: value for key, value in schema.items() if key != "allOf"}
                schema = checked({**parts[0], **siblings})
            elif (only := only_beside_null(schema)) is not None:
                schema = checked({**only, **annotations_of(schema), "nullable": True})
            else:
                return self._with_its_properties(schema)
        raise IllFormedError("a schema is nothing but a reference to itself")

    def _with_its_properties(self, schema: Schema) -> Schema:
        """A schema with its properties, where these are a reference as a whole.

        No property is called `$ref`, as its schema would be an object. Documents that are split
        over files share several properties in this way.
        """
        properties = schema.get("properties", {})
        if not isinstance(properties.get("$ref"), str):
            return schema
        return {**schema, "properties": resolve(properties, self.references)}

    def component(self, schema: Any) -> str | None:
        """The reference to the schema that a schema stands for; None if it is a schema of its own.

        A schema with a reference may have a description, be nullable or be only read, and still
        stands for the other one; so may the other parts of its `allOf`.
        """
        known = self._components.get(id(schema))
        if known is None:  # as above
            known = self._components[id(schema)] = (schema, self._find_component(schema))
        return known[1]

    def _find_component(self, schema: Any) -> str | None:
        component: str | None = None
        view = checked(schema)
        for _ in range(MAX_CHAIN):
            own = [each for each in STRUCTURAL if each in view]
            if "$ref" in view and not own:
                component = reference = str(view["$ref"])
                try:
                    view = checked(self.references.look_up(reference))
                except BrokenReferenceError as error:
                    raise IllFormedError(str(error)) from None
            elif own == ["allOf"] and (only := only_part(view["allOf"])) is not None:
                view = only
            elif (only := only_beside_null(view)) is not None:
                view = checked(only)
            else:
                break
        return component

    def merged(self, schema: Any) -> Schema:
        """A schema with its reference resolved, and with the keywords of all parts of its `allOf`.

        Of a base class with a discriminator, the other classes are left out.
        """
        view = self.resolved(schema)
        if "allOf" not in view:
            return view
        known = self._merged.get(id(view))
        if known is None:
            known = self._merged[id(view)] = self._merge(view)
        return known

    def _merge(self, view: Schema) -> Schema:
        *bases, own = self.parts(view, "allOf")
        merged: dict[str, Any] = {}
        for part in (*map(as_base, bases), own):
            for keyword, value in part.items():
                if keyword == "properties":
                    merged[keyword] = {**merged.get(keyword, {}), **value}
                elif keyword in ("required", "oneOf", "anyOf"):
                    merged[keyword] = [*merged.get(keyword, ()), *value]
                elif keyword != "allOf":
                    merged[keyword] = value
        return merged

    def is_read_only(self, schema: Any) -> bool:
        """Whether a property is never sent; a part of its `allOf` may say so."""
        view = self.resolved(schema)
        parts = [each for each in view.get("allOf", ()) if "$ref" not in each]
        return any(each.get("readOnly", False) is True for each in (view, *parts))

    def parts(self, schema: Any, *keywords: str) -> Iterator[Schema]:
        """The schemas that these keywords combine, each once; the schema itself comes last."""
        yield from self._parts(schema, keywords, set())

    def _parts(self, schema: Any, keywords: tuple[str, ...], seen: set[int]) -> Iterator[Schema]:
        resolved = self.resolved(schema)
        if id(resolved) in seen:
            return
        seen.add(id(resolved))
        for keyword in keywords:
            for part in resolved.get(keyword, ()):
                yield from self._parts(part, keywords, seen)
        yield resolved

    def properties(self, schema: Any) -> dict[str, Schema]:
        """The properties of an object, including those of its `allOf`, `oneOf` and `anyOf`.

        Each property keeps its reference, which names the component.
        """
        properties: dict[str, Schema] = {}
        for part in self.parts(schema, *COMBINED):
            properties |= part.get("properties", {})
        return properties

    def derived(self, schema: Any) -> list[Schema]:
        """References to the schemas that a value fits, if a schema is a base with a discriminator.

        Empty for any other schema.
        """
        return self._derived.of(self.component(schema), self.merged(schema))

    def alternatives(self, schema: Any) -> dict[str, list[Any]]:
        """The properties of an object, each with its schemas in the variants of the object.

        A property that the object has in all of its variants has one schema.
        """
        return self._alternatives(schema, {})

    def _alternatives(
        self, schema: Any, known: dict[int, dict[str, list[Any]]]
    ) -> dict[str, list[Any]]:
        """known: those of the schemas that were looked through, by id, each of them once."""
        view = self.merged(schema)
        if id(view) in known:
            return known[id(view)]
        known[id(view)] = {}  # a schema that is its own variant adds nothing to itself
        own: dict[str, Any] = dict(view.get("properties", {}))
        schemas: dict[str, list[Any]] = {}
        variants = (*view.get("oneOf", ()), *view.get("anyOf", ()), *self.derived(schema))
        for variant in variants:
            for name, found in self._alternatives(variant, known).items():
                others = schemas.setdefault(name, [])
                ids = {*map(id, others)}
                others += [each for each in found if id(each) not in ids]
        known[id(view)] = {**schemas, **{name: [each] for name, each in own.items()}}
        return known[id(view)]

    def check_references(self, schema: Any) -> None:
        """Resolve every reference that a schema reaches. Raises IllFormedError if one cannot be."""
        pending: list[Any] = [schema]
        seen: set[int] = set()
        while pending:
            view = self.resolved(pending.pop())
            if id(view) in seen or id(view) in self._checked_ids:
                continue
            seen.add(id(view))
            for keyword in ("properties", "patternProperties"):
                pending += view.get(keyword, {}).values()
            pending += view.get("prefixItems", ())
            pending += [view[key] for key in ("items", "additionalProperties") if key in view]
            pending += [part for key in COMBINED for part in view.get(key, ())]
        self._checked_ids |= seen
