"""The columns of lists, maps and structs, from the columns of their parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from .arrow import Array, pa
from .columns import Column, Converted, Values


class ListColumn:
    """A column of lists. item: the column of what is in them."""

    def __init__(self, item: Column) -> None:
        self.type = pa.list_(item.type)
        self._item = item

    def convert(self, values: Values) -> Converted:
        offsets: list[int | None] = []
        flat: list[Any] = []
        for each in values:
            is_list = isinstance(each, list)
            offsets.append(len(flat) if is_list else None)
            flat += each if is_list else ()
        items, unfit = self._item.convert(flat)
        array = pa.ListArray.from_arrays(_offsets(offsets, flat), items)
        return array, _unfit_rows(values, list, offsets, unfit)


class MapColumn:
    """A column of objects with any keys. item: the column of their values; keys are text."""

    def __init__(self, item: Column) -> None:
        self.type = pa.map_(pa.string(), item.type)
        self._item = item

    def convert(self, values: Values) -> Converted:
        offsets: list[int | None] = []
        keys: list[str] = []
        flat: list[Any] = []
        for each in values:
            is_object = isinstance(each, dict)
            offsets.append(len(flat) if is_object else None)
            if is_object:
                keys += each.keys()
                flat += each.values()
        items, unfit = self._item.convert(flat)
        array = pa.MapArray.from_arrays(_offsets(offsets, flat), pa.array(keys, pa.string()), items)
        return array, _unfit_rows(values, dict, offsets, unfit)


def _offsets(offsets: list[int | None], flat: Values) -> Array:
    """The offset of each list, null for a null, and the end of the last."""
    return pa.array([*offsets, len(flat)], pa.int32())


def _unfit_rows(
    values: Values, kind: type, offsets: list[int | None], unfit: Sequence[int]
) -> Sequence[int]:
    """The rows with a value of another class, or with an item that does not fit."""
    rows = {row for row, each in enumerate(values) if each is not None and type(each) is not kind}
    if unfit:
        starting = [(start, row) for row, start in enumerate(offsets) if start is not None]
        starts = [start for start, _ in starting]
        rows.update(starting[bisect_right(starts, index) - 1][1] for index in unfit)
    return sorted(rows)


@attrs.frozen(eq=False, repr=False)
class StructMember:
    """A member of a struct: its name there, its key in the object, and its value without one."""

    name: str
    key: str
    column: Column
    default: Any = None


class StructColumn:
    """A column of objects with declared members."""

    def __init__(self, members: Sequence[StructMember]) -> None:
        self._members = members
        self._fields: list[Any] = [pa.field(each.name, each.column.type) for each in members]
        self._keys = {each.key for each in members}
        self.type = pa.struct(self._fields)

    def convert(self, values: Values) -> Converted:
        unfit = {
            row
            for row, each in enumerate(values)
            if each is not None and not (isinstance(each, dict) and each.keys() <= self._keys)
        }
        objects: list[dict[str, Any] | None] = [
            each if isinstance(each, dict) else None for each in values
        ]
        arrays: list[Array] = []
        for member in self._members:
            found = [
                None if each is None else each.get(member.key, member.default) for each in objects
            ]
            array, rows = member.column.convert(found)
            arrays.append(array)
            unfit.update(rows)
        mask = pa.array([each is None for each in objects], pa.bool_())
        return pa.StructArray.from_arrays(arrays, fields=self._fields, mask=mask), sorted(unfit)


def usable_default(value: object) -> object:
    """The default of a field or a member where a column can hold it, else None."""
    return value if isinstance(value, _DEFAULTS) else None


_DEFAULTS: tuple[type, ...] = (str, int, float, list, dict, date, Decimal)
