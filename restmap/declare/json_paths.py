"""Dotted paths: the place of a value in a JSON object, such as "meta.next_token"."""

from __future__ import annotations

import re
from typing import Any, cast

_MISSING = object()
_STEP = r"@.*|[^.]+"


def steps_of(path: str) -> list[str]:
    """The names in a dotted path. One that begins with `@` has all that follows, dots included:
    https://docs.oasis-open.org/odata/odata-json-format/v4.01/odata-json-format-v4.01.html#sec_ControlInformation

    >>> steps_of("meta.next_token"), steps_of("@odata.nextLink")
    (['meta', 'next_token'], ['@odata.nextLink'])
    """
    return re.findall(_STEP, path)


def value_at(body: Any, path: str, default: Any = _MISSING) -> Any:
    """The value at a dotted path of a JSON object.

    Where there is no value, the default is returned, or KeyError raised if there is no default.

    >>> value_at({"meta": {"next_token": "t"}}, "meta.next_token")
    't'
    """
    for step in steps_of(path):
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
    name, *rest = steps_of(path)
    inner = with_value_at(body.get(name, {}), ".".join(rest), value) if rest else value
    return {**body, name: inner}
