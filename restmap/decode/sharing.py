"""Equal values of a list's items are held once, which keeps a list of many records small.

A response repeats the key of the account, a status or a time to live in every record, and decoding
makes an object of each.
"""

from __future__ import annotations

from typing import Any

# The number of items that are searched for values that repeat.
_SAMPLE_SIZE = 32


def share_values(items: list[Any]) -> None:
    """Share one object of each text and whole number that repeats in the first items.

    >>> page = [{"id": f"S{n}", "hall": " ".join(["great", "hall"])} for n in range(100)]
    >>> share_values(page)
    >>> page[0]["hall"] is page[99]["hall"]
    True
    """
    sample: list[Any] = [item for item in items[:_SAMPLE_SIZE] if isinstance(item, dict)]
    if len(sample) < _SAMPLE_SIZE:
        return
    for key in sample[0]:
        values = [item[key] for item in sample if key in item]
        for kind in (str, int):
            if repeated := _repeated(values, kind):
                _share(items, key, kind, repeated)


def _repeated(values: list[Any], kind: type[Any]) -> dict[Any, Any] | None:
    """One object of each value of a type, where most values are equal but different objects."""
    of_kind = [value for value in values if type(value) is kind]
    one_of_each = {value: value for value in of_kind}
    # Python holds some values once already, such as an empty text and small numbers.
    objects = len(set(map(id, of_kind)))
    return one_of_each if len(one_of_each) <= min(len(of_kind) // 2, objects - 1) else None


def _share(items: list[Any], key: str, kind: type[Any], one_of_each: dict[Any, Any]) -> None:
    one_of = one_of_each.get
    for item in items:
        try:
            value = item[key]
        except (KeyError, TypeError):
            continue  # the item has other keys, or is not an object
        if type(value) is kind:  # 1.0 and True are equal to 1
            item[key] = one_of(value, value)
