"""Components: the schemas of a document that have names, each written once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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

    def reference(
        self, kind: type[Any], rule: object, write: Callable[[], JsonSchema]
    ) -> JsonSchema:
        """A reference to the schema of a class, which is written if it is not there yet.

        rule: whatever the schema depends on beside the class.
        """
        name = self._names.get((kind, rule))
        if name is None:
            name = self._names[kind, rule] = self._free_name(kind)
            self.schemas[name] = {}  # the class may refer to itself
            self.schemas[name] = write()
        return {"$ref": f"#/components/schemas/{name}"}

    def add(self, name: str, schema: JsonSchema) -> JsonSchema:
        """A reference to a schema that stands for no class."""
        name = self._numbered(name)
        self.schemas[name] = schema
        return {"$ref": f"#/components/schemas/{name}"}

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
