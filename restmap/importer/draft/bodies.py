"""Request bodies: the record in a JSON body that has an envelope around it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..read.documents import Document
from ..read.operations import DocumentOperation, DocumentParameter, reference
from .results import is_envelope


def unwrap_body(
    document: Document, operation: DocumentOperation, item: str
) -> tuple[DocumentOperation, str]:
    """An operation with the members of the record as its JSON parameters, and the key around them.

    item: the path of the record in the response. A body is an envelope if its only member is an
    object, and has the name of the response's envelope or one that envelopes usually have.
    """
    parts = operation.parameters_in("json")
    if operation.body is None or len(parts) != 1 or parts[0].name == "":
        return operation, ""
    (outer,) = parts
    noun = operation.path.rstrip("/").rpartition("/")[2]
    if noun.startswith("{"):
        noun = operation.path.rstrip("/").rpartition("/")[0].rpartition("/")[2]
    is_named = outer.name == item.partition(".")[0] or is_envelope(outer.name, noun)
    inner = list(_members(document, outer))
    if not is_named or not inner or "." in outer.name:
        return operation, ""
    others = tuple(each for each in operation.parameters if each is not outer)
    body = attrs.evolve(operation.body, schema=outer.schema, component=outer.component)
    return attrs.evolve(operation, parameters=(*others, *inner), body=body), outer.name


def _members(document: Document, outer: DocumentParameter) -> Iterator[DocumentParameter]:
    view = document.merged(outer.schema)
    if view.get("oneOf") or view.get("anyOf") or view.get("discriminator"):
        return  # its members depend on its variant
    required = view.get("required", ())
    for name, schema in view.get("properties", {}).items():
        if not document.is_read_only(schema):
            yield DocumentParameter(name, "json", name in required, schema, reference(schema))
