"""The JSON text of values that have no column of their own."""

from __future__ import annotations

from typing import Any

from ..declare.json_text import json_text


def json_of(value: Any) -> str:
    """The compact JSON text of a decoded value, which may have an infinity: `1e999` is one.

    >>> json_of({"name": "a", "size": float("inf")})
    '{"name":"a","size":Infinity}'
    """
    try:
        return json_text(value)
    except ValueError:
        import json

        return json.dumps(value, separators=(",", ":"))
