"""Readers of scalars: functions from a wire value to its Python value."""

from __future__ import annotations

import functools
import re
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .annotations import LaterType, plain_type

if TYPE_CHECKING:
    from decimal import Decimal
    from uuid import UUID

Read: TypeAlias = Callable[[Any], Any]
"""From a wire value to its Python value; raises ValueError or TypeError for a value it refuses."""


def _exactly(kind: type) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"expected {kind.__name__}")
        return value

    return read


# Numbers as text, without what Python's own functions accept beside: spaces, underscores, "nan".
_WHOLE_NUMBER = r"(?a:[+-]?[0-9]{1,400})"
_NUMBER = r"(?a:[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?)"


def _read_int(value: Any) -> int:
    """Read a whole number, also from text, or from a number such as 5.0 (RFC 8259 6)."""
    if type(value) is int:
        return value
    if isinstance(value, str) and re.fullmatch(_WHOLE_NUMBER, value):
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise ValueError("expected int")


def _read_float(value: Any) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number or (isinstance(value, str) and re.fullmatch(_NUMBER, value)):
        return float(value)
    raise ValueError("expected a number")


def refuse_text(read: Read, value: Any) -> Any:
    """Read a number, but not from text."""
    if isinstance(value, str):
        raise ValueError("expected a number")
    return read(value)


def read_datetime(value: Any) -> datetime:
    """Read ISO 8601, else RFC 2822, with its time zone; without a time zone it is UTC."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = _read_rfc2822(value)
    except TypeError:
        raise ValueError("expected a date-time as text") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_rfc2822(text: str) -> datetime:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text)
    except OverflowError as error:
        raise ValueError(str(error)) from None


def _read_date(value: Any) -> date:
    if not isinstance(value, str):
        raise ValueError("expected a date as text")
    return date.fromisoformat(value)


def read_decimal(value: Any) -> Decimal:
    """Read a decimal number, with all the digits that it was received with."""
    from decimal import Decimal

    # The text of a number has the digits that it was received with: see `json_codec.py`.
    text = str(value) if isinstance(value, int | float | str) else ""
    if isinstance(value, bool) or not re.fullmatch(_NUMBER, text):
        raise ValueError("expected a decimal number")
    return Decimal(text)


def read_uuid(value: Any) -> UUID:
    """Read a UUID from its text (RFC 9562 4)."""
    from uuid import UUID

    if not isinstance(value, str):
        raise ValueError("expected a UUID as text")
    return UUID(value)


def as_received(value: Any) -> Any:
    """Read any value as it is."""
    return value


SCALARS: Mapping[Any, Read] = {
    str: _exactly(str),
    int: _read_int,
    bool: _exactly(bool),
    float: _read_float,
    datetime: read_datetime,
    date: _read_date,
    Any: as_received,
    object: as_received,
}


def one_of(members: Sequence[Any]) -> Read:
    """Make the reader of a Literal."""
    known = frozenset(members)

    def read(value: Any) -> Any:
        if not isinstance(value, str | int | None) or value not in known:
            raise ValueError(f"expected one of {', '.join(map(repr, members))}")
        return value

    return read


@functools.lru_cache(maxsize=1024)
def is_as_received(kind: Any) -> bool:
    """Whether values of a type are those of the JSON, so that there is nothing to read.

    >>> is_as_received(str | None), is_as_received(dict[str, str]), is_as_received(list[datetime])
    (True, True, False)
    """
    if isinstance(kind, LaterType):
        return False
    kind, _ = plain_type(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is dict and arguments[0] not in (str, Any):
        return False
    if origin in (dict, list):
        return is_as_received(arguments[-1])
    return origin is Literal or kind in (str, bool, dict, list, Any, object)


def class_when_read(kind: Any) -> type | None:
    """The class of the values of a type after reading; None for those that have no class.

    Such a value of a response, or one that was read before, is not read.

    >>> class_when_read(int | None), class_when_read(datetime), class_when_read(list[datetime])
    (<class 'int'>, <class 'datetime.datetime'>, None)
    """
    if isinstance(kind, LaterType):
        return None
    kind, _ = plain_type(kind)
    return kind if isinstance(kind, type) and typing.get_origin(kind) is None else None
