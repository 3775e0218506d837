"""Equal values of a list's items, held once: what keeps a list of many records small.

In an answer, the key of the account, a status or a time to live is written out in every record,
and decoding makes an object of each.
"""

from __future__ import annotations

from typing import Any

# How many items show which of their values repeat.
_LOOKED_AT = 32


def share_values(items: list[Any]) -> None:
    """Let the items have one object of each text and whole number that their first ones repeat.

    >>> page = [{"id": f"S{n}", "hall": " ".join(["great", "hall"])} for n in range(100)]
    >>> share_values(page)
    >>> page[0]["hall"] is page[99]["hall"]
    True
    """
    sample: list[Any] = [item for item in items[:_LOOKED_AT] if isinstance(item, dict)]
    if len(sample) < _LOOKED_AT:
        return
    for key in sample[0]:
        shown = [item[key] for item in sample if key in item]
        for kind in (str, int):
            if repeated := _repeated(shown, kind):
                _share(items, key, kind, repeated)


def _repeated(values: list[Any], kind: type[Any]) -> dict[Any, Any] | None:
    """One of each of the values of a kind, where most of them are the same and yet many objects."""
    of_kind = [value for value in values if type(value) is kind]
    one_of_each = {value: value for value in of_kind}
    # Python holds some values once already: an empty text, a small number.
    objects = len(set(map(id, of_kind)))
    return one_of_each if len(one_of_each) <= min(len(of_kind) // 2, objects - 1) else None


def _share(items: list[Any], key: str, kind: type[Any], one_of_each: dict[Any, Any]) -> None:
    one_of = one_of_each.get
    for item in items:
        try:
            value = item[key]
        except (KeyError, TypeError):
            continue  # it has other keys, or is no object
        if type(value) is kind:  # 1.0 and True are equal to 1
            item[key] = one_of(value, value)
