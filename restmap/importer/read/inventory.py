"""Inventory: every operation of the documents once, and the reasons why some are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from .documents import Document
from .operations import DocumentOperation

Key: TypeAlias = tuple[str, str, str]
"""The identity of an operation: its method, its server and its path as written."""


@attrs.frozen(eq=False)
class Inventory:
    """The operations of documents.

    left_out: reasons, by the key of the operation. notes: what a user must know about an operation
    that is declared.
    """

    operations: Mapping[Key, tuple[Document, DocumentOperation]]
    left_out: dict[Key, str]
    notes: dict[Key, list[str]] = attrs.field(factory=dict[Key, list[str]])

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Inventory:
        """Collect the operations of documents; an operation that is in two of them is counted once.

        Of operations that differ only in the names of path parameters, and whose ids say no
        more, the first is declared, since their requests are the same.
        """
        operations: dict[Key, tuple[Document, DocumentOperation]] = {}
        left_out: dict[Key, str] = {}
        first: dict[tuple[str, str, str], DocumentOperation] = {}
        for document in documents:
            for operation in document.operations():
                key = key_of(operation)
                if key in operations:
                    continue
                operations[key] = document, operation
                called = (*operation.address, operation.own_name)
                duplicated = first.setdefault(called, operation)
                if operation.problem is not None:
                    left_out[key] = operation.problem
                elif duplicated is not operation and duplicated.problem is None:
                    left_out[key] = f"its requests are the same as those of {duplicated.title}"
                elif duplicated is not operation:
                    first[called] = operation
        return cls(operations, left_out)

    def declarable(self) -> Iterator[tuple[Document, DocumentOperation]]:
        """The operations that are not left out."""
        for key, entry in self.operations.items():
            if key not in self.left_out:
                yield entry

    def leave_out(self, operation: DocumentOperation, reason: str) -> None:
        """Leave an operation out; the first reason given for it is kept."""
        self.left_out.setdefault(key_of(operation), reason)

    def note(self, operation: DocumentOperation, text: str) -> None:
        """Note what a user must know about an operation that is declared."""
        notes = self.notes.setdefault(key_of(operation), [])
        if text not in notes:  # operations are drafted again when another is left out
            notes.append(text)

    @property
    def remarks(self) -> list[str]:
        """One line for each note about an operation that is declared."""
        return sorted(
            f"{operation.title}: {text}"
            for key, (_, operation) in self.operations.items()
            for text in (*operation.notes, *self.notes.get(key, ()))
            if key not in self.left_out
        )

    @property
    def problems(self) -> list[str]:
        """One line for each operation that is left out, with the reason."""
        return sorted(
            f"{self.operations[key][1].title}: {reason}" for key, reason in self.left_out.items()
        )


def key_of(operation: DocumentOperation) -> Key:
    """The key of an operation."""
    return operation.method, operation.server, operation.path + operation.variant
