"""Texts: what the document says of parameters, fields and members, if descriptions are copied."""

from __future__ import annotations

from ..read.documents import Document
from ..read.nodes import Schema
from .naming import PlainNaming


def text_of(naming: PlainNaming, document: Document, schema: Schema, own: str = "") -> str:
    """The first paragraph of a description; empty if descriptions are not copied.

    own: the description beside the schema, which says more than that of the schema.
    """
    if not naming.descriptions:
        return ""
    text: str = own or document.merged(schema).get("description", "")
    return text.strip().partition("\n\n")[0]
