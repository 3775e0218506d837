"""Records: an object of a response, held as a shape and its values."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from keyword import iskeyword
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..declare.json_text import json_text
from ..declare.names import snake_case
from ..errors import ResponseError, compose, configuration_error, shown_value
from .drift import DriftMode, is_noticed, report_drift
from .source import ConvertedValues, Shape, Source

if TYPE_CHECKING:
    from ..messages import Response
    from .source import RecordProtocol, SiteProtocol

R = TypeVar("R", bound="RecordProtocol")


# An API whose objects all have different keys must not fill the memory with shapes, nor one whose
# keys are very long.
_MAX_SHAPES = 64
_MAX_SHAPE_LENGTH = 64 * 1024


def load_record(
    cls: type[R],
    site: SiteProtocol,
    path: tuple[Any, ...],
    body: Any,
    response: Response | None = None,
) -> R:
    """The record of a JSON object.

    site: the version it was reached through. path: the path values it was reached with; those
    missing at the end are read from the record's own fields. response: the response, if it holds
    this record alone.
    Raises ResponseError for a body that is not an object.
    """
    if not isinstance(body, dict):
        raise ResponseError(
            compose(
                f"expected a JSON object, found {type(body).__name__}.",
                "Check the declaration, or that base_url is the address of the API itself.",
                cls.__qualname__,
            )
        )
    fields = cast(dict[str, Any], body)
    mode = site.client.drift
    shape = _shape_of(cls, tuple(fields), mode)
    record = make_record(cls, Source(site, path, shape, response), tuple(fields.values()))
    if is_noticed(mode):
        _report_values(record, mode)
    return record


def load_records(
    cls: type[R], site: SiteProtocol, path: tuple[Any, ...], items: list[Any]
) -> list[R]:
    """The records of a page's items, as `load_record` loads each; they replace the items.

    Nearly every item has the keys of the one before. Then only its record and the tuple of its
    values are created, and the item itself can be freed at once.
    """
    new, source, width = cls.__new__, Source(site, path, None, None), _NO_WIDTH
    values_of: Callable[[Any], tuple[Any, ...]] = _no_values
    for index, item in enumerate(items):
        try:
            # The same number of keys, and every key is found: the keys are the same.
            values = values_of(item) if len(item) == width else ()
        except (KeyError, TypeError):
            values = ()
        if values:
            items[index] = record = new(cls)
            record._source = source
            record._values = values
        else:
            items[index] = record = load_record(cls, site, path, item)
            if len(record._values) > 1 and not is_noticed(site.client.drift):
                source, width = record._source, len(record._values)
                values_of = itemgetter(*item)
    return items


_NO_WIDTH = -1


def _no_values(_item: Any) -> tuple[Any, ...]:
    return ()


def make_record(cls: type[R], source: Source, values: tuple[Any, ...] = ()) -> R:
    """An instance with its slots filled; the source of a handle has no shape."""
    record = cls.__new__(cls)
    record._source = source
    record._values = values
    return record


class _NoClient:
    """In place of the client of a record that was restored from a pickle."""

    drift: DriftMode = "ignore"

    def __getattr__(self, name: str) -> Any:
        raise configuration_error(
            "this record was restored from a pickle, so it has no client.",
            "Reach it through a collection: `client.….sessions(sid)`.",
        )


class _Detached:
    """The site of a record that was restored from a pickle."""

    _titles = ("Detached",)
    client = _NoClient()


DETACHED = cast("SiteProtocol", _Detached())


def received_object(record: RecordProtocol) -> dict[str, Any]:
    """The object of a response as received; empty for a handle."""
    shape = record._source.shape
    return {} if shape is None else dict(zip(shape.keys, received_values(record), strict=True))


def received_values(record: RecordProtocol) -> tuple[Any, ...]:
    """The values of a record as received, in the order of its keys."""
    values = record._values
    return tuple(values.received if isinstance(values, ConvertedValues) else values)


def received_text(record: RecordProtocol) -> str:
    """The object of a response as JSON text, which decodes to the same object."""
    value = received_object(record)
    try:
        return json_text(value)
    except ValueError:
        import json

        # JSON has no infinity, but `1e999` is decoded as one.
        text = json.dumps(value, separators=(",", ":"))
        return re.sub(_INFINITY, lambda match: "1e999" if match[1] else match[0], text)


# The first alternative skips strings, which may contain the word.
_INFINITY = r'"(?:[^"\\]|\\.)*"|(Infinity)'


def restore_record(
    cls: type[R], path: tuple[Any, ...], keys: tuple[str, ...] | None, values: tuple[Any, ...]
) -> R:
    """The record of a pickle. It has its fields but no client, so that a pickle holds no secret."""
    shape = None if keys is None else _shape_of(cls, keys, "ignore")
    return make_record(cls, Source(DETACHED, path, shape, None), values)


def shape_without_report(cls: type[RecordProtocol], keys: tuple[str, ...]) -> Shape:
    """The shape of an object with these keys; drift in them is not reported."""
    return _shape_of(cls, keys, "ignore")


def _shape_of(cls: type[RecordProtocol], keys: tuple[str, ...], mode: DriftMode) -> Shape:
    # Drift that is reported is looked for each time: another client may have kept quiet about it.
    known = cls._shapes.get(keys) if mode == "ignore" else None
    return known or _learn_shape(cls, keys, mode)


def _learn_shape(cls: type[RecordProtocol], keys: tuple[str, ...], mode: DriftMode) -> Shape:
    """The shape of keys that come for the first time; drift from the declaration is reported."""
    known = {field.wire_name: name for name, field in cls._plan.fields.items()}
    positions = {known[key]: index for index, key in enumerate(keys) if key in known}
    for index, key in enumerate(keys):
        if key not in known:
            positions.setdefault(_attribute_name(cls, key, positions), index)
    if is_noticed(mode):
        _report_keys(cls, keys, positions, mode)
    shape = Shape(keys, positions, _date_times(cls, positions))
    if len(cls._shapes) < _MAX_SHAPES and sum(map(len, keys)) <= _MAX_SHAPE_LENGTH:
        cls._shapes[keys] = shape
    return shape


def _date_times(cls: type[RecordProtocol], positions: Mapping[str, int]) -> tuple[int, ...]:
    fields = cls._plan.fields.items()
    return tuple(
        positions[name] for name, field in fields if name in positions and field.is_date_time
    )


def _attribute_name(cls: type[RecordProtocol], key: str, taken: Collection[str]) -> str:
    """The Python name of a key that is not declared.

    It has an underscore at its end where it would hide an attribute of every record, such as
    `update`, or a field that the response has, or is a keyword of Python. taken: the names of the
    fields that the response has.
    """
    name = snake_case(key)
    field = cls._plan.fields.get(name)
    if field is not None:
        return f"{name}_" if name in taken or field.spec.inside is not None else name
    return f"{name}_" if hasattr(cls, name) or iskeyword(name) else name


def _report_keys(
    cls: type[RecordProtocol], keys: tuple[str, ...], positions: Mapping[str, int], mode: DriftMode
) -> None:
    """Report keys that are not declared, and fields without a value and without a default."""
    plan = cls._plan
    known = {field.wire_name for field in plan.fields.values()}
    for key in keys:
        if key not in known:
            problem = f"the response has a field {shown_value(key)} that is not declared."
            report_drift(cls, _attribute_name(cls, key, positions), problem, mode)
    for name, field in plan.fields.items():
        if field.spec.inside is not None:
            continue  # the type of the object says what it has
        expected = not (field.nullable or field.spec.has_default or name in plan.path_names)
        if expected and name not in positions:
            problem = f"the response lacks the field {field.wire_name!r}."
            report_drift(cls, name, problem, mode)


def _report_values(record: RecordProtocol, mode: DriftMode) -> None:
    """Report the values of fields that do not fit their types."""
    cls, values = type(record), received_values(record)
    for name, position in record._source.positions.items():
        field = cls._plan.fields.get(name)
        for drift in field.find_drift(record, values[position]) if field is not None else ():
            field_name = f"the field {drift.path!r}"
            found, in_log = f"{field_name} {drift.problem}", f"{field_name} {drift.in_log}"
            report_drift(cls, drift.path, found, mode, in_log)
