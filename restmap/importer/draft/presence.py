"""Presence: which properties of an object are in every response that has the object."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any

from ..read.documents import Document


def always_present(document: Document, schema: Any) -> AbstractSet[str]:
    """The properties that are in every value of a schema, as far as the document tells.

    Where a schema says of some of its properties that they are required, the others may be absent.
    Many documents say it of none; these count as present. Of variants, what all of them have.
    """
    return _present(document, schema, {})


def _present(
    document: Document, schema: Any, known: dict[int, AbstractSet[str]]
) -> AbstractSet[str]:
    """known: what was found, so that a schema in many variants is looked through once."""
    view = document.merged(schema)
    if id(view) in known:
        return known[id(view)]
    known[id(view)] = frozenset()  # for a schema that is its own variant
    own: set[str] = {*view.get("properties", {})}
    required: set[str] = {*view.get("required", ())}
    present = own & required or own
    for choices in (view.get("oneOf"), view.get("anyOf")):
        variants = [
            _present(document, each, known)
            for each in choices or ()
            if document.merged(each).get("type") != "null"
        ]
        if variants:
            present |= set[str].intersection(*map(set[str], variants))
    known[id(view)] = present
    return present
