"""Equal values of a list's items are held once, which keeps a list of many records small.

A response repeats the key of the account, a status or a time to live in every record, and a date in
several fields of one; decoding makes an object of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

# The number of items that are searched for values that repeat.
_SAMPLE_SIZE = 32
# The number of those that are searched for fields that have the same text.
_SMALL_SAMPLE_SIZE = 8

_SHARED_TYPES = frozenset({str, int})

OneOf: TypeAlias = Callable[[Any, Any], Any]
"""From a value to the object that is shared; the second argument is for one that is not."""


def share_values(items: list[Any]) -> None:
    """Share one object of each text and whole number that repeats in the first items.

    And of each text that an item has in two fields, if many of the first items do.

    >>> page = [{"id": f"S{n}", "hall": " ".join(["great", "hall"])} for n in range(100)]
    >>> share_values(page)
    >>> page[0]["hall"] is page[99]["hall"]
    True
    """
    if len(items) < _SAMPLE_SIZE or not isinstance(items[0], dict):
        return
    keys = [*items[0]]  # pyright: ignore[reportUnknownVariableType]
    first_items: list[Any] = items[:_SAMPLE_SIZE]
    sample: list[Any] = [each for each in first_items if type(each) is dict and [*each] == keys]
    for key, kind, one_of in _repeated(sample):
        _share(items, key, kind, one_of)
    for first, second in _equal_texts(sample[:_SMALL_SAMPLE_SIZE]):
        _share_within(items, first, second)


def _share(items: list[Any], key: str, kind: type[Any], one_of: OneOf) -> None:
    """Share the values of one key."""
    for item in items:
        try:
            value = item[key]
            if type(value) is kind:  # 1.0 and True are equal to 1
                item[key] = one_of(value, value)
        except (KeyError, TypeError):
            continue  # the item has other keys, or is not an object


def _share_within(items: list[Any], first: str, second: str) -> None:
    """Share the text that an item has under two keys."""
    for item in items:
        try:
            value = item[first]
            if item[second] == value and type(value) is str:
                item[second] = value
        except (KeyError, TypeError):
            continue


def _repeated(sample: list[dict[str, Any]]) -> Iterator[tuple[str, type[Any], OneOf]]:
    """The keys under which most values of a type are equal but different objects."""
    columns = zip(*[item.values() for item in sample], strict=True)
    for key, values in zip(sample[0], columns, strict=True):
        kinds = {*map(type, values)}
        for kind in kinds & _SHARED_TYPES:
            of_kind = [each for each in values if type(each) is kind] if len(kinds) > 1 else values
            one_of_each = dict(zip(of_kind, of_kind, strict=True))
            # Python holds some values once already, such as an empty text and small numbers.
            objects = len({*map(id, of_kind)})
            if len(one_of_each) <= min(len(of_kind) // 2, objects - 1):
                yield key, kind, one_of_each.get


def _equal_texts(sample: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The pairs of keys under which a quarter of the items have the same text, as two objects."""
    counts: dict[tuple[str, str], int] = {}
    for item in sample:
        keys_by_text: dict[str, str] = {}
        for key, value in item.items():
            if type(value) is str:
                first = keys_by_text.setdefault(value, key)
                if item[first] is not value:
                    counts[first, key] = counts.get((first, key), 0) + 1
    return [pair for pair, count in counts.items() if count * 4 >= len(sample)]
