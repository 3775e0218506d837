"""Values for parameters: right ones as Python values, and wrong ones as text on the wire."""

from __future__ import annotations

import re
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from restmap.declare.annotations import plain_type

Schema = Mapping[str, Any]

MOMENT = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
# What has to be encoded, in a path, a query and a form alike.
TEXT = "Ann & Bob: 100 % ü+/?#=;"

_FORMATS = {
    "uri": "https://example.com/hook?a=1&b=ü".replace("ü", "%C3%BC"),
    "date-time": MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ"),
    "date": MOMENT.date().isoformat(),
    "phone-number": "+15550100",
}


def right_value(kind: Any, schema: Schema) -> Any:
    """A value of a Python type that the schema of a document allows."""
    kind, _ = plain_type(kind)
    if typing.get_origin(kind) is list:
        (item,) = typing.get_args(kind)
        return [right_value(item, schema.get("items", {})) for _ in range(2)]
    if "oneOf" in schema:
        schema = next(each for each in schema["oneOf"] if _fits(kind, each))
    if kind is datetime:
        return MOMENT
    if kind is date:
        return MOMENT.date()
    if kind is bool:
        return True
    if kind in (int, float, Decimal):
        return kind(schema.get("minimum", 0) + 1)
    if typing.get_origin(kind) is dict:
        return {"Identifier": "+15550100", "FriendlyName": TEXT}
    return right_text(schema)


def _fits(kind: Any, schema: Schema) -> bool:
    return {str: "string", int: "integer"}.get(kind, "object") == schema.get("type")


def right_text(schema: Schema) -> str:
    """Text that a schema allows."""
    if "enum" in schema:
        return str(schema["enum"][-1])
    if "pattern" in schema:
        return text_of_pattern(schema["pattern"])
    return _FORMATS.get(schema.get("format", ""), TEXT)


_PART_OF_PATTERN = re.compile(r"(\[[^\]]+\]|.)(?:\{(\d+)(?:,\d*)?\})?")


def text_of_pattern(pattern: str) -> str:
    """Text that a pattern such as `^KS[0-9a-fA-F]{32}$` matches.

    >>> text_of_pattern("^KS[0-9]{4}$")
    'KS0000'
    """
    parts = _PART_OF_PATTERN.findall(pattern.removeprefix("^").removesuffix("$"))
    text = "".join(part.lstrip("[")[0] * int(count or 1) for part, count in parts)
    assert re.search(pattern, text), f"{text!r} does not match {pattern!r}"
    return text


def wrong_text(schema: Schema) -> str | None:
    """Text that a schema refuses; None where it refuses none."""
    if schema.get("type") == "array":
        return wrong_text(schema["items"])
    if "enum" in schema or "pattern" in schema:
        return "no-such-value"
    if schema.get("type") in ("integer", "number", "boolean"):
        return "no-such-value"
    return "no such value" if schema.get("format") in ("uri", "date-time", "date") else None


def right_json(schema: Schema) -> Any:
    """A value as an API would answer it: of every field something, and nothing null."""
    kind = schema.get("type")
    if "enum" in schema or kind in ("string", None):
        return right_text(schema)
    if kind == "integer":
        return int(schema.get("minimum", 0)) + 7
    if kind == "boolean":
        return True
    if kind == "array":
        return [right_json(schema["items"])]
    if schema.get("format") == "uri-map":
        return {"related": _FORMATS["uri"]}
    return {name: right_json(each) for name, each in schema.get("properties", {}).items()}
