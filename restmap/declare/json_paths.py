"""Dotted paths: the place of a value in a JSON object, such as "meta.next_token"."""

from __future__ import annotations

from typing import Any, cast

_MISSING = object()


def value_at(body: Any, path: str, default: Any = _MISSING) -> Any:
    """The value at a dotted path of a JSON object.

    Where there is no value, the default is returned, or KeyError raised if there is no default.

    >>> value_at({"meta": {"next_token": "t"}}, "meta.next_token")
    't'
    """
    for step in path.split("."):
        if not isinstance(body, dict) or step not in body:
            if default is _MISSING:
                raise KeyError(path)
            return default
        body = cast("dict[str, Any]", body)[step]
    return body


def with_value_at(body: Any, path: str, value: Any) -> Any:
    """A JSON object with a value added at a dotted path.

    >>> with_value_at({"data": []}, "meta.next_token", "t")
    {'data': [], 'meta': {'next_token': 't'}}
    """
    name, _, rest = path.partition(".")
    return {**body, name: with_value_at(body.get(name, {}), rest, value) if rest else value}
