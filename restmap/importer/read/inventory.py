"""Inventory: every operation of the documents, once, and why some of them are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from .document_operations import DocumentOperation
from .documents import Document

Key: TypeAlias = tuple[str, str, str]
"""What makes an operation another one: its method, its server and its path as it is written."""


@attrs.frozen(eq=False)
class Inventory:
    """The operations of documents. left_out: why some cannot be declared, by their keys."""

    operations: Mapping[Key, tuple[Document, DocumentOperation]]
    left_out: dict[Key, str]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Inventory:
        """The operations of documents; one that stands in two of them is counted once.

        Of those that differ in the names of path parameters alone, the first is declared: a
        request cannot tell them apart.
        """
        operations: dict[Key, tuple[Document, DocumentOperation]] = {}
        left_out: dict[Key, str] = {}
        first: dict[tuple[str, str], DocumentOperation] = {}
        for document in documents:
            for operation in document.operations():
                key = key_of(operation)
                if key in operations:
                    continue
                operations[key] = document, operation
                same = first.setdefault(operation.address, operation)
                if operation.problem is not None:
                    left_out[key] = operation.problem
                elif same is not operation and same.problem is None:
                    left_out[key] = f"requests for it are those for {same.title}"
                elif same is not operation:
                    first[operation.address] = operation
        return cls(operations, left_out)

    def declarable(self) -> Iterator[tuple[Document, DocumentOperation]]:
        """The operations that are not left out."""
        for key, found in self.operations.items():
            if key not in self.left_out:
                yield found

    def leave_out(self, operation: DocumentOperation, why: str) -> None:
        """Do not declare an operation; the first reason counts."""
        self.left_out.setdefault(key_of(operation), why)

    @property
    def problems(self) -> list[str]:
        """Why operations are left out, a line each."""
        return sorted(
            f"{self.operations[key][1].title}: {why}" for key, why in self.left_out.items()
        )


def key_of(operation: DocumentOperation) -> Key:
    """The key of an operation."""
    return operation.method, operation.server, operation.path
