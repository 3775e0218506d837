"""Nested records: a resource as the type of a field, alone, in a list or in a map."""

from __future__ import annotations

import functools
import typing
from typing import TYPE_CHECKING, Any, cast

from ..declare.annotations import is_union, plain_type
from ..declare.readers import reader_for

if TYPE_CHECKING:
    from .source import RecordProtocol


@functools.lru_cache(maxsize=1024)
def nested_resource(kind: Any) -> type[RecordProtocol] | None:
    """The resource in the type of a field; None where there is none.

    It may be the whole type, the item of a list or a map, or one member of a union.
    """
    plain, _ = plain_type(kind)
    if hasattr(plain, "_plan"):
        return cast("type[RecordProtocol]", plain)
    origin = typing.get_origin(plain)
    if origin in (list, dict) or is_union(plain):
        found = [nested_resource(each) for each in typing.get_args(plain)]
        return next((each for each in found if each is not None), None)
    return None


def load_nested(kind: Any, value: Any, parent: RecordProtocol) -> Any:
    """The records in the value of a field; what is not an object of one is read by its type.

    parent: the record that the field belongs to, whose path values the nested records share.
    """
    plain, _ = plain_type(kind)
    resource = nested_resource(plain)
    if value is None or resource is None:
        return reader_for(kind).read(value)
    if isinstance(value, list) and typing.get_origin(plain) is list:
        (item,) = typing.get_args(plain)
        return [load_nested(item, each, parent) for each in cast("list[Any]", value)]
    if isinstance(value, dict):
        received = cast("dict[str, Any]", value)
        if typing.get_origin(plain) is dict:
            item = typing.get_args(plain)[1]
            return {key: load_nested(item, each, parent) for key, each in received.items()}
        return _load(resource, received, parent)
    return cast("Any", value)


def _load(resource: type[RecordProtocol], received: dict[str, Any], parent: RecordProtocol) -> Any:
    from .records import load_record

    path = _shared_path(resource, received, parent)
    return load_record(resource, parent._source.site, path, received)


def _shared_path(
    resource: type[RecordProtocol], received: dict[str, Any], parent: RecordProtocol
) -> tuple[Any, ...]:
    """The path values above the key of a nested record: its own, or those of its parent."""
    known = dict(zip(parent._plan.path_names, parent._known_path(), strict=False))
    path: list[Any] = []
    plan = resource._plan
    for name in plan.path_names[: plan.path_length_above]:
        own = plan.fields[name].wire_name if name in plan.fields else name
        value = received.get(own, known.get(name))
        if not isinstance(value, str | int):
            break
        path.append(value)
    return tuple(path)
