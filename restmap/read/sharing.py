"""Equal values of a list's records, held once: what keeps a list of many records small.

In an answer, the key of the account, a status or a time to live is written out in every record,
and decoding makes an object of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from ..resource import Resource

R = TypeVar("R", bound="Resource")

# Not what equals a value of another type: 1.0, True.
_SHARED = (str, int)

# How many records show which of their values repeat.
_LOOKED_AT = 32


def sharing_values(records: list[R]) -> list[R]:
    """The same records; of those with the same keys, what repeats is one object for all."""
    if len(records) < _LOOKED_AT:
        return records
    source = records[0]._source
    alike = [record for record in records if record._source is source]
    positions = repeating([record._values for record in alike[:_LOOKED_AT]])
    known: dict[str | int, str | int] = {}
    share = known.setdefault
    for record in alike:
        values = list(record._values)
        for position in positions:
            value = values[position]
            if type(value) in _SHARED:
                values[position] = share(value, value)
        record._values = tuple(values)
    return records


def repeating(rows: Sequence[tuple[Any, ...]]) -> list[int]:
    """The positions whose texts or whole numbers are mostly the same, over some rows.

    >>> page = [("AC1", "open", 3600), ("AC1", "shut", 3600), ("AC1", "lost", 3600)]
    >>> repeating([(*map("{}!".format, row[:2]), row[2]) for row in page])
    [0]
    """
    positions: list[int] = []
    for position, column in enumerate(zip(*rows, strict=True)):
        values = [value for value in column if type(value) in _SHARED]
        distinct = len(set(values))
        # Python holds some values once already: an empty text, a small number.
        if distinct <= len(values) // 2 and distinct < len(set(map(id, values))):
            positions.append(position)
    return positions
