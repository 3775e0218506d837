"""Derived schemas: the components that have another component as their base, by `allOf`.

A base with a discriminator stands for whichever of them a value says it is
(https://spec.openapis.org/oas/v3.1.1.html#models-with-polymorphism-support).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Protocol, cast

import attrs

from .nodes import IllFormedError, Schema
from .operations import component_name


class Views(Protocol):
    """The schemas of a document, resolved."""

    def component(self, schema: Any) -> str | None:
        """The reference to the component that a schema stands for."""
        ...

    def resolved(self, schema: Any) -> Schema:
        """A schema with its reference resolved."""
        ...


@attrs.define(eq=False)
class DerivedSchemas:
    """Finds the derived schemas of a document. names: of the schemas among its components."""

    names: Iterable[str]
    schemas: Views
    _by_base: dict[str, list[str]] | None = attrs.field(init=False, default=None)
    _found: dict[str, list[Schema]] = attrs.field(init=False, factory=dict[str, Any])

    def of(self, component: str | None, view: Schema) -> list[Schema]:
        """References to the schemas that a value of a base may fit; none for any other schema.

        component: the reference to the base. view: the base itself, merged. Of the schemas that
        derive from it, those are returned that the mapping of its discriminator names, if it has
        one; this may be the base itself.
        """
        discriminator = view.get("discriminator")
        if component is None or discriminator is None or "oneOf" in view or "anyOf" in view:
            return []
        if component not in self._found:
            derived = self._derived_from(component, discriminator.get("mapping"))
            self._found[component] = [{"$ref": each} for each in derived]
        return self._found[component]

    def _derived_from(self, component: str, mapping: Any) -> list[str]:
        if self._by_base is None:
            self._by_base = self._find_bases()
        family = [component]
        for base in family:
            family += [each for each in self._by_base.get(base, ()) if each not in family]
        if not isinstance(mapping, dict):
            return family[1:]
        targets = cast("Mapping[str, Any]", mapping).values()
        named = {component_name(each) for each in targets if isinstance(each, str)}
        return [each for each in family if component_name(each) in named]

    def _find_bases(self) -> dict[str, list[str]]:
        """The components that have a component as their base, by that component."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self.names:
            escaped = name.replace("~", "~0").replace("/", "~1")
            schema = {"$ref": f"#/components/schemas/{escaped}"}
            try:
                component = self.schemas.component(schema)
                parts = self.schemas.resolved(schema).get("allOf", ())
                bases = [self.schemas.component(each) for each in parts]
            except IllFormedError:
                continue
            for base in bases:
                if base is not None and component is not None:
                    found[base].append(component)
        return found
