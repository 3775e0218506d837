"""Values for parameters: right ones as Python values, and wrong ones as text on the wire."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from restmap.declare.annotations import plain_type

Schema = Mapping[str, Any]

MOMENT = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
# What has to be encoded, in a path, a query and a form alike.
TEXT = "Ann & Bob: 100 % ü+/?#=;"
# A header is ASCII.
HEADER_TEXT = "Ann & Bob: 100 %+/?#=;"

_FORMATS = {
    "uri": "https://example.com/hook?a=1&b=ü".replace("ü", "%C3%BC"),
    "date-time": MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ"),
    "date": MOMENT.date().isoformat(),
    "phone-number": "+15550100",
    "email": "ann@example.com",
    "uuid": "00000000-0000-4000-8000-000000000000",
}


def right_value(kind: Any, schema: Schema) -> Any:
    """A value of a Python type that the schema of a document allows."""
    kind, _ = plain_type(kind)
    if typing.get_origin(kind) is list:
        (item,) = typing.get_args(kind)
        return [right_value(item, schema.get("items", {})) for _ in range(2)]
    schema = put_together(schema)
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


def right_header(kind: Any, schema: Schema) -> Any:
    """The same for a header."""
    value = right_value(kind, schema)
    return HEADER_TEXT if value == TEXT else value


def _fits(kind: Any, schema: Schema) -> bool:
    return {str: "string", int: "integer"}.get(kind, "object") == schema.get("type")


def put_together(schema: Schema) -> Schema:
    """A schema with all that its `allOf` says in it."""
    found: dict[str, Any] = {name: each for name, each in schema.items() if name != "allOf"}
    for part in map(put_together, schema.get("allOf", ())):
        properties = {**part.get("properties", {}), **found.get("properties", {})}
        required = [*part.get("required", ()), *found.get("required", ())]
        found = {**part, **found, "required": required}
        if properties:
            found["properties"] = properties
    return found


def right_text(schema: Schema) -> str:
    """Text that a schema allows."""
    if "enum" in schema:
        return str(schema["enum"][-1])
    if "pattern" in schema:
        return text_of_pattern(schema["pattern"])
    text = _FORMATS.get(schema.get("format", ""), TEXT)
    while len(text) < schema.get("minLength", 0):
        text += text
    return text[: schema.get("maxLength")]


_PART_OF_PATTERN = re.compile(
    r"(?P<part>\[(?:\\.|[^\]])+\]|\((?P<group>[^()]*)\)|\\.|.)"
    r"(?P<often>[+*?]|\{(?P<count>\d+)(?:,\d*)?\})?"
)


def text_of_pattern(pattern: str) -> str:
    """Text that a pattern such as `^KS[0-9a-fA-F]{32}$` matches.

    >>> text_of_pattern("^KS[0-9]{4}$")
    'KS0000'
    """
    text = _text_of(pattern.removeprefix("^").removesuffix("$"))
    assert re.search(pattern, text), f"{text!r} does not match {pattern!r}"
    return text


def _text_of(pattern: str) -> str:
    text = ""
    for found in _PART_OF_PATTERN.finditer(pattern):
        if found["group"] is not None:  # of a choice such as `(SM|MM)` the first
            part = _text_of(found["group"].removeprefix("?:").partition("|")[0])
        else:
            part = found["part"].lstrip("[\\")[0]
        count = {None: "1", "+": "1", "*": "1", "?": "0"}.get(found["often"], found["count"])
        text += part * int(count)
    return text


def wrong_text(schema: Schema) -> str | None:
    """Text that a schema refuses; None where it refuses none."""
    if schema.get("type") == "array":
        return wrong_text(schema["items"])
    if "enum" in schema:
        return "no-such-value"
    if "pattern" in schema:
        texts = ("no-such-value", "no such value?!")
        return next((each for each in texts if not re.search(schema["pattern"], each)), None)
    if schema.get("type") in ("integer", "number", "boolean"):
        return "no-such-value"
    return "no such value" if schema.get("format") in ("uri", "date-time", "date") else None


def right_json(schema: Schema) -> Any:
    """A value as an API would respond with it: of every field something, and nothing null."""
    return _right_json(schema, lambda name, schema: True)


def right_body(schema: Schema, *, required_only: bool = False) -> Any:
    """A body as a client would send it: with every field that can be written, or the required."""

    def is_written(name: str, schema: Schema) -> bool:
        if schema["properties"][name].get("readOnly", False):
            return False
        return not required_only or name in schema.get("required", ())

    schema = put_together(schema)
    if not {"properties", "oneOf", "anyOf"} & set(schema) and not required_only:
        return {"Name": TEXT}  # it may have any
    return _right_json(schema, is_written)


def _right_json(schema: Schema, has: Callable[[str, Schema], bool]) -> Any:
    schema = put_together(schema)
    for choices in ("oneOf", "anyOf"):
        if choices in schema:
            return _right_json(schema[choices][0], has)
    kind = schema.get("type", "object" if "properties" in schema else None)
    if "enum" in schema or kind in ("string", None):
        return right_text(schema)
    if kind in ("integer", "number"):
        return min(int(schema.get("minimum", 0)) + 7, schema.get("maximum", 1_000))
    if kind == "boolean":
        return True
    if kind == "array":
        return [_right_json(schema["items"], has)] * max(1, schema.get("minItems", 0))
    if schema.get("format") == "uri-map":
        return {"related": _FORMATS["uri"]}
    return {
        name: _right_json(each, has)
        for name, each in schema.get("properties", {}).items()
        if has(name, schema)
    }
