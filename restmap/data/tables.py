"""Tables: the items of a page become a record batch, column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import attrs

from ..declare.json_paths import value_at
from .arrow import Array, pa
from .column_types import column_of
from .columns import Column
from .json_cells import json_of
from .nested_columns import usable_default

if TYPE_CHECKING:
    import pyarrow

    from ..plan.resource_plan import ResourcePlan

OTHER = "_other"
"""The column with the JSON text of what no other column of a row holds."""


@attrs.frozen(eq=False, repr=False)
class TableField:
    """A field of a resource as a column.

    key: its wire name, a dotted path where it is inside of another object. default: the value of
    a record that does not have it.
    """

    name: str
    key: str
    is_inside: bool
    column: Column
    default: Any

    def values_in(self, items: Sequence[dict[str, Any]]) -> tuple[list[Any], int]:
        """The wire values of the field in each item, and how many items have its key."""
        if self.is_inside:
            return [value_at(each, self.key, self.default) for each in items], 0
        try:
            return list(map(itemgetter(self.key), items)), len(items)
        except KeyError:
            count = sum(self.key in each for each in items)
            return [each.get(self.key, self.default) for each in items], count


class TableBuilder:
    """Makes record batches of the items of a resource's lists.

    plan: of the resource. known: the path values that the list was reached with, by name; a record
    that does not have such a field has this value.
    The last column is `_other`, a JSON object by wire name: what a record has in keys that are not
    declared, and the values that do not fit their columns. It is null where there is nothing.
    """

    def __init__(self, plan: ResourcePlan, known: Mapping[str, Any]) -> None:
        naming = plan.options.field_names
        self._fields = [
            TableField(
                name,
                field.wire_name,
                field.spec.inside is not None,
                column_of(field.kind, naming, field.spec),
                known.get(name, usable_default(field.spec.make_default())),
            )
            for name, field in plan.fields.items()
        ]
        self._keys = {each.key for each in self._fields if not each.is_inside}
        columns = [pa.field(each.name, each.column.type) for each in self._fields]
        self.schema: pyarrow.Schema = pa.schema([*columns, pa.field(OTHER, pa.string())])

    def batch(self, items: Sequence[dict[str, Any]]) -> pyarrow.RecordBatch:
        """The record batch of items."""
        arrays: list[Array] = []
        others: dict[int, dict[str, Any]] = {}
        undeclared = sum(map(len, items))
        for field in self._fields:
            values, count = field.values_in(items)
            undeclared -= count
            array, misfits = field.column.convert(values)
            arrays.append(array)
            for row in misfits:
                others.setdefault(row, {})[field.key] = values[row]
        if undeclared:
            self._add_undeclared(items, others)
        texts = [json_of(others[row]) if row in others else None for row in range(len(items))]
        arrays.append(pa.array(texts, pa.string()))
        batch: pyarrow.RecordBatch = pa.RecordBatch.from_arrays(arrays, schema=self.schema)
        return batch

    def _add_undeclared(
        self, items: Sequence[dict[str, Any]], others: dict[int, dict[str, Any]]
    ) -> None:
        """Add what each item has in keys that are not declared, by its row."""
        for key in sorted(set[str]().union(*items) - self._keys):
            for row, item in enumerate(items):
                if item.get(key) is not None:
                    others.setdefault(row, {})[key] = item[key]
