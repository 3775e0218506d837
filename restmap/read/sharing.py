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

# How many records show which of their values repeat.
_LOOKED_AT = 32


def sharing_values(records: list[R]) -> list[R]:
    """The same records; of those with the same keys, what repeats is one object for all.

    Those are texts that the first records show, and whole numbers.
    """
    if len(records) < _LOOKED_AT:
        return records
    source = records[0]._source
    sample = [record._values for record in records[:_LOOKED_AT] if record._source is source]
    text_positions, number_positions = repeating(sample, str), repeating(sample, int)
    shown = [row[position] for row in sample for position in text_positions]
    text_of = {text: text for text in shown if type(text) is str}.get
    numbers: dict[int, int] = {}
    number_of = numbers.setdefault
    for record in records:
        if record._source is not source:
            continue
        values = list(record._values)
        try:
            for position in text_positions:
                # Nothing but a text equals a text, so the type need not be asked.
                values[position] = text_of(value := values[position], value)
        except TypeError:
            continue  # a list or an object, where others have a text
        for position in number_positions:
            if type(value := values[position]) is int:  # 1.0 and True are equal to 1
                values[position] = number_of(value, value)
        record._values = tuple(values)
    return records


def repeating(rows: Sequence[tuple[Any, ...]], kind: type[str] | type[int]) -> list[int]:
    """The positions whose values of a kind are mostly the same, over some rows.

    >>> page = [("AC1", "open", 3600), ("AC1", "shut", 3600), ("AC1", "lost", 3600)]
    >>> repeating([(*map("{}!".format, row[:2]), row[2]) for row in page], str)
    [0]
    """
    positions: list[int] = []
    for position, column in enumerate(zip(*rows, strict=True)):
        values = [value for value in column if type(value) is kind]
        distinct = len(set(values))
        # Python holds some values once already: an empty text, a small number.
        if distinct <= len(values) // 2 and distinct < len(set(map(id, values))):
            positions.append(position)
    return positions
