"""The serializers of text, truth values, numbers and UUIDs."""

from __future__ import annotations

import math
import re
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from .annotations import is_decimal
from .serializer import ExactNumber, Serializer, refuse

if TYPE_CHECKING:
    from decimal import Decimal


def _dump_text(value: Any) -> str:
    if isinstance(value, Enum) and isinstance(value.value, str):
        return value.value
    if isinstance(value, str):
        return value
    if not _is_written_as_text(value):
        raise refuse("text")
    return str(value)


def _is_written_as_text(value: Any) -> bool:
    """Whether the class of an object says how it is written as text, as those of XML and URLs do.

    A date does as well, but not in the form that an API expects, and so do collections and mocks,
    which nobody means to send.
    """
    from datetime import date, time, timedelta

    cls = cast("type[Any]", type(value))
    own_text: object = cls.__str__
    says_it = cls.__module__ != "builtins" and own_text is not object.__str__
    of_other_use = Enum | date | time | timedelta | BaseException
    return says_it and not callable(value) and not isinstance(value, of_other_use)


def _dump_boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise refuse("True or False")
    return value


def _load_boolean(wire: Any) -> bool:
    known = {True: True, False: False, "true": True, "false": False}
    if not isinstance(wire, bool | str) or wire not in known:
        raise refuse("true or false")
    return known[wire]


def _dump_integer(value: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"(?a)[+-]?[0-9]+", value):
        return int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise refuse("a whole number")
    return int(value)


def _dump_number(value: Any) -> Any:
    """A number; one that is given as a Decimal or as text keeps all of its digits."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _dump_exactly(value)
    if not math.isfinite(value):
        raise refuse("a finite number")
    return int(value) if isinstance(value, int) else float(value)


def _load_number(wire: Any) -> float:
    return _dump_number(wire) if isinstance(wire, int | float) else float(wire)


def _dump_exactly(value: Any) -> ExactNumber:
    if not isinstance(value, str) and not is_decimal(type(value)):
        raise refuse("a number")
    digits = dump_digits(value, "a number", "a finite number")
    return ExactNumber(digits)


def dump_digits(value: Any, expected: str = "a Decimal", finite: str = "a finite Decimal") -> str:
    """The digits of a number, without an exponent."""
    from decimal import Decimal

    if not isinstance(value, int | Decimal | str) or isinstance(value, bool):
        raise refuse(expected)
    try:
        number = Decimal(value)
    except ArithmeticError as error:
        raise refuse(expected) from error
    if not number.is_finite():
        raise refuse(finite)
    return written_out(number)


# That of Python for whole numbers. Without it, `1e-999999999` would be a text of a gigabyte.
_MAX_DIGITS = 4300


def written_out(number: Decimal) -> str:
    """The digits of a finite Decimal, without an exponent. Raises ValueError for too many.

    >>> from decimal import Decimal
    >>> written_out(Decimal("1e-7"))
    '0.0000001'
    """
    _, digits, exponent = number.as_tuple()
    if isinstance(exponent, int) and len(digits) + abs(exponent) <= _MAX_DIGITS:
        return format(number, "f")
    raise refuse(f"a number of at most {_MAX_DIGITS:,} digits")


def _load_decimal(wire: Any) -> Any:
    from decimal import Decimal

    return Decimal(wire)


def _dump_uuid(value: Any) -> str:
    from uuid import UUID

    if not isinstance(value, UUID | str):
        raise refuse("a UUID")
    return str(UUID(value) if isinstance(value, str) else value)


def _load_uuid(wire: Any) -> Any:
    from uuid import UUID

    return UUID(wire)


text = Serializer(_dump_text, "text", load=_dump_text)
boolean = Serializer(_dump_boolean, "True or False", load=_load_boolean)
integer = Serializer(_dump_integer, "a whole number", load=_dump_integer)
number = Serializer(_dump_number, "a number", load=_load_number)
decimal = Serializer(dump_digits, "a Decimal", load=_load_decimal)
uuid = Serializer(_dump_uuid, "a UUID", load=_load_uuid)
