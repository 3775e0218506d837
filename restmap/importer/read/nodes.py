"""Nodes: a value in a document with its JSON pointer, read with a check of its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from .references import BrokenReferenceError, References

Schema: TypeAlias = Mapping[str, Any]

T = TypeVar("T")

MAX_CHAIN = 50
"""The maximum length of a chain of references."""

_TYPE_NAMES: Mapping[type, str] = {
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

    def member(self, key: str) -> Node:
        """The member of an object; null if it is absent."""
        return Node(self.mapping().get(key), f"{self.pointer}/{_escaped(key)}", self.references)

    @property
    def is_absent(self) -> bool:
        """Whether the value is absent or null, as an empty member of a YAML document is."""
        return self.value is None

    def mapping(self) -> Mapping[str, Any]:
        """The value as an object; empty if it is absent."""
        return cast("dict[str, Any]", self._of_type(dict) or {})

    def text(self) -> str:
        """The value as text; empty if it is absent."""
        return self._of_type(str) or ""

    def flag(self) -> bool:
        """The value as a boolean; false if it is absent."""
        return self._of_type(bool) or False

    def items(self) -> Iterator[tuple[str, Node]]:
        """The members of an object."""
        for key in self.mapping():
            yield key, self.member(key)

    def elements(self) -> list[Node]:
        """The elements of an array."""
        values = cast("list[Any]", self._of_type(list) or [])
        return [
            Node(each, f"{self.pointer}/{index}", self.references)
            for index, each in enumerate(values)
        ]

    def resolved(self) -> Node:
        """The node with its reference resolved.

        Raises IllFormedError if the reference cannot be resolved.
        """
        schema = self.value
        if not isinstance(schema, dict):
            return self
        value = resolve(cast("dict[str, Any]", schema), self.references, self.pointer)
        return Node(value, self.pointer, self.references)

    def refuse(self, problem: str) -> IllFormedError:
        """The error for this value, with its JSON pointer."""
        return IllFormedError(f"{problem} at {self.pointer or 'the top of the document'}")

    def _of_type(self, expected: type[T]) -> T | None:
        if self.value is None or isinstance(self.value, expected):
            return self.value
        actual = next(
            (name for each, name in _TYPE_NAMES.items() if isinstance(self.value, each)), "a number"
        )
        raise self.refuse(f"{actual} instead of {_TYPE_NAMES[expected]}")


def resolve(schema: Schema, references: References, pointer: str = "") -> Schema:
    """The object that a reference leads to; members next to the reference override its members."""
    for _ in range(MAX_CHAIN):
        reference = schema.get("$ref")
        if not isinstance(reference, str):
            return schema
        try:
            target = references.look_up(reference)
        except BrokenReferenceError as error:
            raise IllFormedError(f"{error} at {pointer}" if pointer else str(error)) from None
        if not isinstance(target, dict):
            target = {}
        siblings = {key: value for key, value in schema.items() if key != "$ref"}
        schema = {**target, **siblings} if siblings else target
    raise IllFormedError(f"a chain of more than {MAX_CHAIN} references")


def _escaped(key: str) -> str:
    """A key as a reference token of a JSON pointer (RFC 6901 3)."""
    return key.replace("~", "~0").replace("/", "~1")
