"""The messages for attributes that a record, a handle or a collection does not have."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..declare.place import known_names
from ..plan.operation import VERBS
from .mounts import mounts_of
from .other_names import find_counterpart

if TYPE_CHECKING:
    from ..decode.source import RecordProtocol


def missing_in_record(record: RecordProtocol, name: str) -> str:
    """The message for an attribute that a record or a handle does not have."""
    owner, plan = type(record).__name__, record._plan
    response = record._source.response
    if name in plan.fields and record._source.shape is None:
        if response is not None and name in plan.path_names:
            return (
                f"the key {name!r} of this {owner} is not known: the response that it came in, "
                f"with status code {response.status}, has no body. "
                "Find the record by a list, or ask the API whether it was made."
            )
        return (
            f"the field {name!r} of this {owner} was not fetched. "
            "Call fetch() and read it from the record that it returns."
        )
    if name in plan.fields:
        return f"the field {name!r} of this {owner} is missing: the API's response did not have it."
    verb = name.removesuffix("_async")
    nested = verb.capitalize()
    if nested in VERBS and verb in plan.operations:
        return f"{name!r} is a verb of the collection of {owner}, not of one of its items."
    if nested in VERBS:
        return f"{owner} has no verb {name!r}: its declaration has no nested class {nested}."
    if counterpart := find_counterpart(name, plan.operations, on_collection=False):
        return f"{owner} has no attribute {name!r}. {counterpart}"

    others = [*plan.operations, *(mount.name for mount in mounts_of(type(record)))]
    if near := difflib.get_close_matches(name, others, 1):
        return f"{owner} has no attribute {name!r}. Did you mean {near[0]!r}?"
    return f"{owner} has no field {name!r}. {known_names(name, plan.fields, 'Fields')}"


_NESTED_CLASS_OF = {
    "create": "Create",
    **dict.fromkeys(["list", "page", "stream", "get_page"], "List"),
}


def has_attribute(resource: type[RecordProtocol], name: str) -> bool:
    """Whether a collection has an attribute; it has a verb only where the resource declares it."""
    nested = _NESTED_CLASS_OF.get(name.removesuffix("_async"))
    return nested is None or nested.lower() in resource._plan.operations


def missing_in_collection(
    resource: type[RecordProtocol], name: str, attributes: Iterable[str]
) -> str:
    """The message for an attribute that a collection lacks: a verb or a misspelt name.

    attributes: those of every collection.
    """
    nested = _NESTED_CLASS_OF.get(name.removesuffix("_async"))
    owner = resource.__name__
    if name == "stream_async" and has_attribute(resource, "stream"):
        return "a stream has no awaited form: write `async for record in collection.stream()`."
    if nested is not None:
        return f"{owner} has no verb {name!r}: its declaration has no nested class {nested}."
    if name.removesuffix("_async") in resource._plan.operations:
        return f"{name!r} is a verb of one {owner}: give its key, as in `collection(key).{name}()`."
    operations = resource._plan.operations
    if counterpart := find_counterpart(name, operations, on_collection=True):
        return f"the collection of {owner} has no attribute {name!r}. {counterpart}"
    names = [each for each in attributes if not each.startswith("_")]
    names = [each for each in names if has_attribute(resource, each)]
    remedy = known_names(name, names, "Attributes")
    return f"the collection of {owner} has no attribute {name!r}. {remedy}"
