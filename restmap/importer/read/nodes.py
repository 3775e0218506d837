"""Nodes: a value in a document with its JSON pointer, read with a check of its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from .references import BrokenReferenceError, References

Schema: TypeAlias = Mapping[str, Any]

T = TypeVar("T")

MAX_CHAIN = 50
"""How many references may lead from one to the next."""

_KINDS: Mapping[type, str] = {
    dict: "an object",
    list: "an array",
    str: "text",
    bool: "a boolean",
    type(None): "null",
}


class IllFormedError(Exception):
    """A part of a document that cannot be read. The text says what is wrong, and where."""


@attrs.frozen(eq=False)
class Node:
    """A value in a document. pointer: its JSON pointer, for messages."""

    value: Any = attrs.field(repr=False)
    pointer: str
    references: References = attrs.field(repr=False)

    def at(self, key: str) -> Node:
        """The member of an object; null if it is absent."""
        return Node(self.mapping().get(key), f"{self.pointer}/{_step(key)}", self.references)

    @property
    def is_absent(self) -> bool:
        """Whether the value is absent or null, as an empty member of a YAML document is."""
        return self.value is None

    def mapping(self) -> Mapping[str, Any]:
        """The value as an object; empty if it is absent."""
        return cast("dict[str, Any]", self._of_kind(dict) or {})

    def text(self) -> str:
        """The value as text; empty if it is absent."""
        return self._of_kind(str) or ""

    def flag(self) -> bool:
        """The value as a boolean; false if it is absent."""
        return self._of_kind(bool) or False

    def items(self) -> Iterator[tuple[str, Node]]:
        """The members of an object."""
        for key in self.mapping():
            yield key, self.at(key)

    def elements(self) -> list[Node]:
        """The elements of an array."""
        values = cast("list[Any]", self._of_kind(list) or [])
        return [
            Node(each, f"{self.pointer}/{index}", self.references)
            for index, each in enumerate(values)
        ]

    def resolved(self) -> Node:
        """The node with its reference resolved.

        Raises IllFormedError if the reference cannot be resolved.
        """
        given = self.value
        if not isinstance(given, dict):
            return self
        value = resolve(cast("dict[str, Any]", given), self.references, self.pointer)
        return Node(value, self.pointer, self.references)

    def refuse(self, found: str) -> IllFormedError:
        """The error for this value, with its JSON pointer."""
        return IllFormedError(f"{found} at {self.pointer or 'the top of the document'}")

    def _of_kind(self, kind: type[T]) -> T | None:
        if self.value is None or isinstance(self.value, kind):
            return self.value
        found = next(
            (name for each, name in _KINDS.items() if isinstance(self.value, each)), "a number"
        )
        raise self.refuse(f"{found} stands in place of {_KINDS[kind]}")


def resolve(schema: Schema, references: References, pointer: str = "") -> Schema:
    """The object that a reference leads to, with the members beside the reference laid over it."""
    for _ in range(MAX_CHAIN):
        reference = schema.get("$ref")
        if not isinstance(reference, str):
            return schema
        try:
            found = references.look_up(reference)
        except BrokenReferenceError as error:
            raise IllFormedError(f"{error} at {pointer}" if pointer else str(error)) from None
        if not isinstance(found, dict):
            found = {}
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        schema = {**found, **beside} if beside else found
    raise IllFormedError(f"more than {MAX_CHAIN} references lead from one to the next")


def _step(key: str) -> str:
    """A key as a step of a JSON pointer (RFC 6901 3)."""
    return key.replace("~", "~0").replace("/", "~1")
