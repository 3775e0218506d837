"""Serializers: from a Python value to its wire value, and for the sandbox back again.

A *wire value* is a value that JSON can represent. A JSON body has it unchanged; a form or a query
has its text (`true`, `5`), a list as its key repeated, and an object as JSON text.
"""

from __future__ import annotations

import functools
import math
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from .annotations import is_decimal

Dump: TypeAlias = Callable[[Any], Any]
Load: TypeAlias = Callable[[Any], Any]


@attrs.frozen
class Serializer:
    """The rule for one parameter, from its Python value to its wire value and back.

    dump: a function from the Python value to its wire value; raises ValueError or TypeError for
        a value that it refuses.
    expects: what the caller should give, as the end of a sentence: "an ISO 8601 date-time".
    load: a function from the wire value to the Python value, by which the sandbox reads
        requests. The default returns the wire value unchanged.
    prefix: the prefix of the keys, where `dump` returns a Prefixed; `load` then takes a mapping
        of the keys with this prefix.

    >>> hexadecimal = Serializer("{:x}".format, "a whole number", load=lambda wire: int(wire, 16))
    >>> hexadecimal(255), hexadecimal.load("ff")
    ('ff', 255)
    """

    dump: Dump
    expects: str
    load: Load = lambda wire: wire
    prefix: str | None = None

    def __call__(self, value: Any) -> Any:
        return self.dump(value)


class Prefixed(dict[str, Any]):
    """A wire value that has keys of its own, in place of the parameter's wire name."""


@attrs.frozen
class ExactNumber:
    """A wire value that is a number with these digits, which a float may not hold."""

    digits: str

    def __str__(self) -> str:
        return self.digits


def as_serializer(given: Callable[[Any], Any]) -> Serializer:
    """The serializer for a user's callable."""
    if isinstance(given, Serializer):
        return given
    name = getattr(given, "__name__", type(given).__name__)
    return Serializer(given, f"a value that {name}() accepts", load=getattr(given, "load", _same))


def _same(value: Any) -> Any:
    return value


def refuse(expected: str) -> ValueError:
    """Make the error that `dump` raises for a value that it refuses."""
    return ValueError(f"expected {expected}")


@attrs.frozen
class MemberProblem:
    """What is wrong with one member of a nested value.

    path: from the parameter to the member, such as `.estimate.hours` or `[0].name`. found: a
    sentence with `{}` in place of the whole name of the member. remedy: a sentence.
    """

    path: str
    found: str
    remedy: str


class MembersError(ValueError):
    """A nested value is refused, because of one or several of its members."""

    def __init__(self, problems: Sequence[MemberProblem]) -> None:
        super().__init__(" ".join(each.found.format(repr(each.path)) for each in problems))
        self.problems = problems

    def below(self, path: str) -> list[MemberProblem]:
        """The problems, with a path before that of each member."""
        return [attrs.evolve(each, path=path + each.path) for each in self.problems]


def problems_of(error: Exception, path: str, value: Any, expects: str) -> list[MemberProblem]:
    """The problems with a value at a path, by the error that its serializer raised."""
    if isinstance(error, MembersError):
        return error.below(path)
    shown = repr(value)
    shown = shown if len(shown) <= 200 else f"{shown[:200]}…"
    found = f"the parameter {{}} cannot be {_literal(shown)}: {_literal(str(error))}."
    return [MemberProblem(path, found, f"Give {expects}.")]


def _literal(text: str) -> str:
    """Text for `str.format`, which would read braces as a place to fill."""
    return text.replace("{", "{{").replace("}", "}}")


# -- scalars --------------------------------------------------------------------------------


def _dump_text(value: Any) -> str:
    if isinstance(value, Enum) and isinstance(value.value, str):
        return value.value
    if not isinstance(value, str):
        raise refuse("text")
    return value


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
    digits = _dump_decimal(value, "a number", "a finite number")
    return ExactNumber(digits)


def _dump_decimal(value: Any, expected: str = "a Decimal", finite: str = "a finite Decimal") -> str:
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
    return format(number, "f")


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
decimal = Serializer(_dump_decimal, "a Decimal", load=_load_decimal)
uuid = Serializer(_dump_uuid, "a UUID", load=_load_uuid)


# -- dates and times ------------------------------------------------------------------------


def _in_utc(moment: datetime) -> datetime:
    """The moment in UTC; a moment without a time zone is taken to be in UTC."""
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _checked_text(value: str, parse: Callable[[str], object], expected: str) -> str:
    """Return a date written as text, unchanged; raises ValueError if it cannot be parsed."""
    try:
        parse(value)
    except ValueError:
        raise refuse(expected) from None
    return value


_TO_THE_SECOND = len("2026-11-24T10:00:00")


def _dump_iso8601(value: Any) -> str:
    if isinstance(value, datetime):
        moment = _in_utc(value)
    elif isinstance(value, date):
        moment = datetime(value.year, value.month, value.day)
    elif isinstance(value, str):
        return _checked_text(value, datetime.fromisoformat, "a datetime, or ISO 8601 text")
    else:
        raise refuse("a datetime, or ISO 8601 text")
    # Not strftime: its %Y does not pad years below 1000 on every platform.
    return f"{moment.isoformat()[:_TO_THE_SECOND]}Z"


def _load_iso8601(wire: Any) -> datetime:
    moment = datetime.fromisoformat(wire)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _dump_iso8601_date(value: Any) -> str:
    if isinstance(value, datetime):
        return _in_utc(value).date().isoformat()
    if isinstance(value, str):
        return _checked_text(value, date.fromisoformat, "a date, or ISO 8601 text")
    if not isinstance(value, date):
        raise refuse("a date, or ISO 8601 text")
    return value.isoformat()


def _dump_rfc2822(value: Any) -> str:
    from email.utils import format_datetime, parsedate_to_datetime

    if isinstance(value, str):
        return _checked_text(value, parsedate_to_datetime, "a datetime, or RFC 2822 text")
    if not isinstance(value, datetime):
        raise refuse("a datetime, or RFC 2822 text")
    return format_datetime(_in_utc(value).replace(tzinfo=UTC))


def _load_rfc2822(wire: Any) -> datetime:
    from email.utils import parsedate_to_datetime

    return parsedate_to_datetime(wire)


iso8601 = Serializer(_dump_iso8601, "a datetime, or ISO 8601 text", load=_load_iso8601)
"""A date-time in UTC, to the second: `2026-11-24T10:00:00Z` (ISO 8601, as in RFC 3339 5.6)."""

iso8601_date = Serializer(_dump_iso8601_date, "a date, or ISO 8601 text", load=date.fromisoformat)
"""A date as `2026-11-24`."""

rfc2822 = Serializer(_dump_rfc2822, "a datetime, or RFC 2822 text", load=_load_rfc2822)
"""A date-time as `Tue, 24 Nov 2026 10:00:00 +0000` (RFC 2822 3.3)."""


# -- objects and lists ----------------------------------------------------------------------


def _json_default(value: Any) -> Any:
    """The wire value of an object that the JSON encoder does not know."""
    match value:
        case datetime():
            return _dump_iso8601(value)
        case date():
            return _dump_iso8601_date(value)
        case ExactNumber():
            return _MARK + value.digits
        case _ if is_decimal(type(value)):
            return _dump_decimal(value)
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
_marked_number = re.compile(f'"{_MARK}([-0-9.]+)"')


def json_text(value: Any) -> str:
    """The compact JSON text of a wire value; raises ValueError for NaN and infinity.

    >>> json_text({"price": ExactNumber("0.1234567890123456789")})
    '{"price":0.1234567890123456789}'
    """
    text = _json_encoder()(value)
    return _marked_number.sub(r"\1", text) if _MARK in text else text


@functools.cache
def _json_encoder() -> Callable[[Any], str]:
    import json

    # `json.dumps` would create an encoder for each value.
    return json.JSONEncoder(separators=(",", ":"), allow_nan=False, default=_json_default).encode


def _dump_json_object(value: Any) -> str:
    if not isinstance(value, Mapping):
        raise refuse("an object: a dict, or another mapping")
    return json_text(dict(value))  # pyright: ignore[reportUnknownArgumentType]


def _load_json_object(wire: Any) -> Any:
    import json

    loaded = json.loads(wire) if isinstance(wire, str) else wire
    if not isinstance(loaded, dict):
        raise refuse("a JSON object")
    return loaded  # pyright: ignore[reportUnknownVariableType]


def _dump_anything(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        raise refuse("a finite number")
    if not isinstance(value, str | int | float | bool | None):
        json_text(value)  # raises TypeError for a value that JSON cannot represent
    return value


def _dump_json_value(value: Any) -> str:
    return value if isinstance(value, str) else json_text(value)


def _dump_leaf(value: Any) -> Any:
    return _dump_anything(value) if isinstance(value, str | int | float) else json_text(value)


json_object = Serializer(_dump_json_object, "a dict", load=_load_json_object)
"""A mapping as JSON text, in a JSON body as well."""

json_value = Serializer(_dump_json_value, "a value that JSON can represent, or JSON text")
"""Any value as JSON text; text is sent unchanged."""

anything = Serializer(_dump_anything, "a value that JSON can represent")
"""Any value, sent unchanged."""


def _items(value: Any) -> Iterator[Any]:
    if not isinstance(value, list | tuple):
        raise refuse("a list")
    return iter(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


Item = TypeVar("Item")


def _each(convert: Callable[[Any], Item], items: Iterator[Any]) -> list[Item]:
    """Convert every item; the error for an item says its index, counted from 0."""
    converted: list[Item] = []
    for index, item in enumerate(items):
        try:
            converted.append(convert(item))
        except MembersError as error:
            raise MembersError(error.below(f"[{index}]")) from error
        except (TypeError, ValueError) as error:
            raise ValueError(f"item {index}: {error}, found {item!r}") from error
    return converted


def list_of(serializer: Callable[[Any], Any]) -> Serializer:
    """A list whose items are sent by a serializer; in a form or a query, the key is repeated.

    >>> list_of(json_object)([{"Identifier": "+15550100"}])
    ['{"Identifier":"+15550100"}']
    """
    item = as_serializer(serializer)
    return Serializer(
        lambda value: _each(item.dump, _items(value)),
        f"a list in which each item is {item.expects}",
        load=lambda wire: _each(item.load, iter(wire if isinstance(wire, list) else [wire])),  # pyright: ignore[reportUnknownArgumentType]
    )


def map_of(serializer: Callable[[Any], Any]) -> Serializer:
    """An object with any keys, whose values are sent by a serializer.

    >>> map_of(iso8601_date)({"due": date(2026, 11, 24)})
    {'due': '2026-11-24'}
    """
    item = as_serializer(serializer)

    def dump(value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise refuse("a dict")
        wire: dict[str, Any] = {}
        problems: list[MemberProblem] = []
        for key, each in cast("Mapping[Any, Any]", value).items():
            try:
                wire[wire_text(key)] = None if each is None else item.dump(each)
            except (TypeError, ValueError) as error:
                problems += problems_of(error, f"[{key!r}]", each, item.expects)
        if problems:
            raise MembersError(problems)
        return wire

    def load(wire: Any) -> Any:
        return {key: item.load(each) for key, each in _load_json_object(wire).items()}

    return Serializer(dump, f"a dict in which each value is {item.expects}", load=load)


def comma_separated(serializer: Callable[[Any], Any] = text) -> Serializer:
    """A list as one text, its items separated by commas; an item must not contain a comma.

    >>> comma_separated()(["sms", "voice"])
    'sms,voice'
    """
    item = as_serializer(serializer)

    def dump(value: Any) -> str:
        items = _each(lambda each: wire_text(item.dump(each)), _items(value))
        if any("," in each for each in items):
            raise refuse("items that contain no comma, which is the separator")
        return ",".join(items)

    return Serializer(
        dump,
        f"a list in which each item is {item.expects}",
        load=lambda wire: _each(item.load, iter(wire.split(",") if wire else [])),
    )


def prefixed_map(prefix: str) -> Serializer:
    """A nested mapping as one key for each leaf: the prefix and the path, separated by dots.

    >>> prefixed_map("AddOns")({"whitepages": {"phone": "+15550100"}})
    {'AddOns.whitepages.phone': '+15550100'}
    """

    def flatten(value: Mapping[str, Any], path: str) -> Iterator[tuple[str, Any]]:
        for key, item in value.items():
            if isinstance(item, Mapping):
                yield from flatten(item, f"{path}.{key}")  # pyright: ignore[reportUnknownArgumentType]
            else:
                yield f"{path}.{key}", _dump_leaf(item)

    def dump(value: Any) -> Prefixed:
        if not isinstance(value, Mapping):
            raise refuse("a dict")
        return Prefixed(flatten(value, prefix))  # pyright: ignore[reportUnknownArgumentType]

    def load(wire: Any) -> dict[str, Any]:
        loaded: dict[str, Any] = {}
        for key, leaf in wire.items():
            *path, last = key.removeprefix(f"{prefix}.").split(".")
            inner = loaded
            for step in path:
                inner = inner.setdefault(step, {})
            inner[last] = leaf
        return loaded

    return Serializer(dump, "a dict", load=load, prefix=prefix)


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
        return _dump_decimal(repr(wire))
    if isinstance(wire, int | float):
        return repr(wire)
    return json_text(wire)
