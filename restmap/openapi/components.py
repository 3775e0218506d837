"""Components: the schemas of a document that have names, each written once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, cast

JsonSchema = dict[str, Any]
"""A schema (JSON Schema 2020-12, as OpenAPI 3.1 has it)."""

Part = dict[str, Any]
"""An object of an OpenAPI document."""


class Components:
    """The named schemas of one document.

    A class may be here several times: the wire names of its members depend on the rule of the
    resource that uses it.
    """

    def __init__(self) -> None:
        self.schemas: dict[str, JsonSchema] = {}
        self._names: dict[tuple[type[Any], Any], str] = {}
        self._names_of_class: dict[str, list[str]] = defaultdict(list)

    def reference(
        self, kind: type[Any], rule: object, write: Callable[[], JsonSchema]
    ) -> JsonSchema:
        """A reference to the schema of a class, which is written if it is not there yet.

        rule: whatever the schema depends on beside the class. Classes with one name and equal
        schemas, as several modules may have them, are one component.
        """
        if (kind, rule) not in self._names:
            name = self._names[kind, rule] = self._free_name(kind)
            self.schemas[name] = {}  # the class may refer to itself
            self.schemas[name] = write()
            self._names[kind, rule] = self._merged(kind, name)
        return _reference_to(self._names[kind, rule])

    def _merged(self, kind: type[Any], name: str) -> str:
        """The name of the schema of another class that is equal to this one; else its own name."""
        others = self._names_of_class[kind.__name__]
        for other in others:
            if _with_reference(self.schemas[name], name, other) == self.schemas[other]:
                del self.schemas[name]
                return other
        others.append(name)
        return name

    def add(self, name: str, schema: JsonSchema) -> JsonSchema:
        """A reference to a schema that stands for no class."""
        name = self._numbered(name)
        self.schemas[name] = schema
        return _reference_to(name)

    def _free_name(self, kind: type[Any]) -> str:
        """The name of the class; if another class has it, with the classes that it is in."""
        if kind.__name__ not in self.schemas:
            return kind.__name__
        return self._numbered(kind.__qualname__.rpartition("<locals>.")[2].replace(".", ""))

    def _numbered(self, name: str) -> str:
        number, free = 1, name
        while free in self.schemas:
            number += 1
            free = f"{name}{number}"
        return free


def _reference_to(name: str) -> JsonSchema:
    return {"$ref": f"#/components/schemas/{name}"}


def _with_reference(value: Any, name: str, other: str) -> Any:
    """A schema with its references to one schema replaced by references to another one."""
    if value == _reference_to(name):
        return _reference_to(other)
    if isinstance(value, list):
        return [_with_reference(each, name, other) for each in cast("list[Any]", value)]
    if isinstance(value, dict):
        members = cast("JsonSchema", value).items()
        return {key: _with_reference(each, name, other) for key, each in members}
    return value
