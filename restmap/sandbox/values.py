"""Values of records: the defaults of fields, and how Python values are written as JSON."""

from __future__ import annotations

import math
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast
from uuid import UUID

from ..declare.annotations import is_union, plain_type
from ..declare.date_serializers import iso8601
from ..declare.inference import serializer_for
from ..declare.json_text import wire_text
from ..declare.members import has_members, is_model, is_resource, members_of
from ..declare.names import Naming, as_written
from ..declare.scalar_serializers import written_out
from ..declare.serializer import ExactNumber

if TYPE_CHECKING:
    from ..api.resource import Resource
    from ..plan.fields import PlannedField

DatetimeFormat: TypeAlias = Callable[[datetime], str]
"""How an API writes a date-time in its responses."""

MakeDefault: TypeAlias = Callable[[Any, Naming], Any]
"""Makes the wire value of a new field of a type, as `default_value` does; with the rule for the
wire names inside of it."""


def default_value(
    kind: Any,
    now: datetime,
    format_datetime: DatetimeFormat = iso8601,
    naming: Naming = as_written,
    above: frozenset[Any] = frozenset(),
) -> Any:
    """The wire value of a field of a new record, by the field's type.

    naming: the rule for the wire names of the members of models. above: the classes that the value
    is nested in; one that is nested in itself is an empty object there.

    None if the type allows it; the first member of a Literal or an Enum; the time of creation
    for a date; otherwise an empty value or zero.

    >>> from datetime import UTC
    >>> default_value(str | None, datetime.now(UTC)), default_value(list[str], datetime.now(UTC))
    (None, [])
    """
    kind, nullable = plain_type(kind)
    if nullable or kind in (Any, object):
        return None
    if is_union(kind):
        return default_value(typing.get_args(kind)[0], now, format_datetime, naming, above)
    origin: Any = typing.get_origin(kind) or kind
    if origin is Literal:
        return typing.get_args(kind)[0]
    if issubclass(origin, Enum):
        return next(iter(origin)).value
    if issubclass(origin, date):
        return wire_value(
            now if issubclass(origin, datetime) else now.date(), kind, format_datetime
        )
    if origin in above:
        return {}
    if is_resource(origin):
        return default_record(origin, now, format_datetime, above)
    if is_model(origin):
        above |= {origin}
        return {
            each.wire_name(naming): default_value(each.kind, now, format_datetime, naming, above)
            for each in members_of(origin)
            if not each.has_default
        }
    return next(
        (empty() for base, empty in _EMPTY_VALUES.items() if issubclass(origin, base)), None
    )


def default_maker(now: datetime, format_datetime: DatetimeFormat) -> MakeDefault:
    """`default_value` for new fields of one moment. format_datetime: of the resource."""
    return lambda kind, naming: default_value(kind, now, format_datetime, naming)


def default_record(
    resource: type[Resource],
    now: datetime,
    format_datetime: DatetimeFormat,
    above: frozenset[Any] = frozenset(),
) -> dict[str, Any]:
    """The wire value of a new record without arguments. above: the classes that it is nested in."""
    fields, naming = resource._plan.fields.values(), resource._plan.options.field_names
    body: dict[str, Any] = {}
    for each in sorted(fields, key=lambda each: each.spec.inside is not None):
        value = default_value(each.kind, now, format_datetime, naming, above | {resource})
        put(body, each, value)
    return body


def put(body: dict[str, Any], field: PlannedField, value: Any) -> None:
    """Set the wire value of a field in the object of its record."""
    path = [field.wire_name] if field.spec.inside is None else field.wire_name.split(".")
    for step in path[:-1]:
        inner = body.get(step)
        body[step] = body = {**inner} if isinstance(inner, dict) else {}
    body[path[-1]] = value


# bool stands before int, because it is a subclass of int.
_EMPTY_VALUES: Mapping[type, Callable[[], Any]] = {
    str: str,
    bool: bool,
    int: int,
    float: float,
    Decimal: lambda: "0",
    UUID: lambda: str(UUID(int=0)),
    Mapping: dict,
    Sequence: list,
    set: list,
    frozenset: list,
}


def wire_value(
    value: Any,
    kind: Any,
    format_datetime: DatetimeFormat = iso8601,
    naming: Naming = as_written,
) -> Any:
    """A Python value as a response has it in a field of type `kind`.

    naming: the rule for the wire names of the members of models.
    Raises TypeError for a value that JSON cannot hold, and ValueError or OverflowError for a number
    of too many digits or a date-time that has no year in UTC.

    >>> from datetime import UTC
    >>> wire_value(datetime(2026, 11, 24, tzinfo=UTC), datetime), wire_value(5, str)
    ('2026-11-24T00:00:00Z', '5')
    """
    value = _as_json(value, format_datetime, naming)
    wanted, _ = plain_type(kind)
    if wanted is str and value is not None and not isinstance(value, str):
        return wire_text(value)
    return value


def _as_json(  # one case for each type
    value: Any, format_datetime: DatetimeFormat, naming: Naming
) -> Any:
    match value:
        case Enum():
            return value.value
        case datetime():
            return format_datetime(value)
        case date():
            return value.isoformat()
        case Decimal():
            return written_out(value)
        case UUID() | ExactNumber():
            return str(value)
        case Mapping():
            items = cast("Mapping[Any, Any]", value).items()
            return {str(key): _as_json(each, format_datetime, naming) for key, each in items}
        case list() | tuple() | set() | frozenset():
            return [_as_json(each, format_datetime, naming) for each in cast("list[Any]", value)]
        case None | str() | int() | float():
            return value
        case _ if has_members(type(value)):
            serializer = serializer_for(cast("Any", type(value)), naming)
            return _as_json(serializer and serializer.dump(value), format_datetime, naming)
        case _:
            raise TypeError(f"expected what JSON can hold, found {type(value).__name__}")


MAX_DEPTH = 100
"""How many levels of lists and objects a value may have; Python itself fails at about 1,000."""


def check_json_value(value: Any) -> None:
    """Raises ValueError for a value that the JSON of a response cannot hold (RFC 8259).

    >>> check_json_value({"price": math.inf})
    Traceback (most recent call last):
    ...
    ValueError: expected a finite number
    """
    # Not recursive, so that a deep value cannot exceed the recursion limit here.
    pending: list[tuple[Any, int]] = [(value, 0)]
    while pending:
        each, depth = pending.pop()
        if depth > MAX_DEPTH:
            raise ValueError(f"expected at most {MAX_DEPTH} levels of lists and objects")
        if isinstance(each, str):
            _check_text(each)
        elif isinstance(each, float | Decimal) and not math.isfinite(each):
            raise ValueError("expected a finite number")
        elif isinstance(each, Mapping):
            items = cast("Mapping[Any, Any]", each).items()
            pending += [(part, depth + 1) for item in items for part in item]
        elif isinstance(each, list | tuple | set | frozenset):
            pending += [(part, depth + 1) for part in cast("list[Any]", each)]


def _check_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("expected text without half a surrogate pair") from None


def is_whole_number(kind: Any) -> bool:
    """Whether a type is int; new keys of that type are counted."""
    return plain_type(kind)[0] is int
