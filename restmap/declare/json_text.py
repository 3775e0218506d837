"""The text of wire values: in JSON, and in a form, a query or a header."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from .annotations import is_decimal
from .date_serializers import iso8601, iso8601_date
from .scalar_serializers import dump_digits
from .serializer import ExactNumber


def _json_default(value: Any) -> Any:
    """The wire value of an object that the JSON encoder does not know."""
    match value:
        case datetime():
            return iso8601.dump(value)
        case date():
            return iso8601_date.dump(value)
        case ExactNumber():
            return _MARK + value.digits
        case _ if is_decimal(type(value)):
            return dump_digits(value)
        case Enum():
            return value.value
        case Mapping():
            return dict(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        case _:
            raise TypeError(
                f"expected a value that JSON can represent, found {type(value).__name__}"
            )


# Python's encoder has no numbers beside int and float. Others are encoded as text that begins with
# this mark, which nobody else can know, and whose quotation marks are then removed.
_MARK = os.urandom(16).hex()
_MARKED_NUMBER = f'"{_MARK}([-0-9.]+)"'


def json_text(value: Any) -> str:
    """The compact JSON text of a wire value; raises ValueError for NaN and infinity.

    >>> json_text({"price": ExactNumber("0.1234567890123456789")})
    '{"price":0.1234567890123456789}'
    """
    text = _json_encoder()(value)
    return re.sub(_MARKED_NUMBER, r"\1", text) if _MARK in text else text


@functools.cache
def _json_encoder() -> Callable[[Any], str]:
    import json

    # `json.dumps` would create an encoder for each value.
    return json.JSONEncoder(separators=(",", ":"), allow_nan=False, default=_json_default).encode


def wire_text(wire: Any) -> str:
    """The text of a wire value in a form, a query or a header.

    >>> wire_text(True), wire_text(5), wire_text(1e-7), wire_text({"a": 1})
    ('true', '5', '0.0000001', '{"a":1}')
    """
    if isinstance(wire, str):
        return wire
    if isinstance(wire, bool):
        return "true" if wire else "false"
    if isinstance(wire, ExactNumber):
        return wire.digits
    if isinstance(wire, float) and "e" in repr(wire):
        return dump_digits(repr(wire))
    if isinstance(wire, int | float):
        return repr(wire)
    return json_text(wire)
