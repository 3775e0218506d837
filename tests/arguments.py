"""Values of declared types, for arguments of calls."""

from __future__ import annotations

import typing
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from restmap import File
from restmap.declare.annotations import is_union, plain_type
from restmap.declare.members import is_model, members_of

VALUES = {
    datetime: datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC),
    date: date(2030, 1, 2),
    bool: True,
    int: 7,
    float: 0.5,
    Decimal: Decimal("0.5"),
    dict: {"name": "value"},  # without types of its own
    str: "text",
    UUID: UUID(int=7),
    bytes: b"bytes",
    File: File(b"content", name="file.txt"),
    Iterator: iter(()),
    AsyncIterator: b"bytes",  # what blocking calls take in its place
}


def value_of(kind: Any) -> Any:
    """A value of a type; text where it can be anything."""
    kind, _ = plain_type(kind)
    origin = typing.get_origin(kind) or kind
    if origin is typing.Literal:
        return typing.get_args(kind)[0]
    if origin is list:
        return [value_of(typing.get_args(kind)[0])]
    if origin is dict and typing.get_args(kind):
        return {"name": value_of(typing.get_args(kind)[1])}
    if is_union(kind):
        return value_of(typing.get_args(kind)[0])
    if is_model(kind):
        required = [each for each in members_of(kind) if not each.has_default]
        return kind(**{each.name: value_of(each.kind) for each in required})
    return VALUES.get(origin, "text")
