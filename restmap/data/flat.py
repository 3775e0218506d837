"""Flat batches: what a format without types and without nesting can hold, such as CSV."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from .arrow import Array, DataType, pa, pc
from .json_cells import json_of

if TYPE_CHECKING:
    import pyarrow


def flat_schema(schema: pyarrow.Schema) -> pyarrow.Schema:
    """The schema of flat batches: dates as ISO 8601, and JSON text for nested values."""
    declared: Any = schema
    fields = [pa.field(each.name, _flat_type(each.type)) for each in declared]
    flat: pyarrow.Schema = pa.schema(fields)
    return flat


def flat_batch(batch: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
    """A batch with flat columns."""
    columns: list[Array] = cast("Any", batch).columns
    arrays = [_flat(each) for each in columns]
    flat: pyarrow.RecordBatch = pa.RecordBatch.from_arrays(arrays, schema=flat_schema(batch.schema))
    return flat


def _flat_type(kind: DataType) -> DataType:
    is_flat = pa.types.is_boolean(kind) or pa.types.is_integer(kind) or pa.types.is_floating(kind)
    return kind if is_flat or pa.types.is_date(kind) else pa.string()


def _flat(array: Array) -> Array:
    kind = array.type
    if pa.types.is_timestamp(kind):
        # "2026-01-06 20:12:33.000000Z", of which the T and no needless digits make ISO 8601.
        text = pc.replace_substring(array.cast(pa.string()), " ", "T")
        return pc.replace_substring_regex(text, r"[.]?0*Z$", "Z")
    if _flat_type(kind) == kind:
        return array
    if pa.types.is_decimal(kind):
        return pc.replace_substring_regex(array.cast(pa.string()), r"[.]?0*$", "")
    if pa.types.is_dictionary(kind):
        return array.cast(pa.string())
    if pa.types.is_duration(kind):
        seconds = [None if each is None else each.total_seconds() for each in array.to_pylist()]
        return pa.array(seconds).cast(pa.string())
    return pa.array([_json(each, kind) for each in array.to_pylist()], pa.string())


def _json(value: Any, kind: DataType) -> str | None:
    if value is None:
        return None
    return json_of(_plain(dict(value) if pa.types.is_map(kind) else value))


def _plain(value: Any) -> Any:
    """A nested value in which durations are seconds, as in a column of their own."""
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in cast("dict[str, Any]", value).items()}
    if isinstance(value, list):
        return [_plain(each) for each in cast("list[Any]", value)]
    return value
