"""Nested records: a resource as the type of a field, alone, in a list or in a map."""

from __future__ import annotations

import functools
import typing
from typing import TYPE_CHECKING, Any, cast

from ..declare.annotations import is_union, plain_type
from ..declare.composed_readers import Drift, misfit
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


def keep_nested(
    kind: Any, value: Any, parent: RecordProtocol, path: str, drift: list[Drift]
) -> Any:
    """The records in the value of a field; what does not fit is kept and added to `drift`.

    parent: the record that the field belongs to, whose path values the nested records share.
    """
    plain, nullable = plain_type(kind)
    resource = nested_resource(plain)
    if resource is None:
        return reader_for(kind).keep(value, path, drift)
    if value is None and nullable:
        return None
    origin, arguments = typing.get_origin(plain), typing.get_args(plain)
    if origin is list and isinstance(value, list):
        items = cast("list[Any]", value)
        return [keep_nested(arguments[0], each, parent, f"{path}[]", drift) for each in items]
    if isinstance(value, dict) and origin is not list:
        received = cast("dict[str, Any]", value)
        if origin is not dict:
            return _load(resource, received, parent)
        return {
            key: keep_nested(arguments[1], each, parent, f"{path}[]", drift)
            for key, each in received.items()
        }
    others = [each for each in arguments if nested_resource(each) is None]
    if is_union(plain) and others:  # such as the key of a record in place of the record
        return reader_for(typing.Union[tuple(others)]).keep(value, path, drift)  # noqa: UP007
    drift.append(misfit(path, value, f"expected {resource.__name__}"))
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
