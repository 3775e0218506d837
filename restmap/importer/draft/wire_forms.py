"""Wire forms: values whose type does not say how they are written, and the serializers that do."""

from __future__ import annotations

import re
from typing import Any

from ..read.documents import Document
from ..read.nodes import Schema
from .expressions import STR, Call, Expression, Name, Union, call, or_none
from .schemas import MAX_NESTING, kinds_of
from .unions import DATE, DATETIME

PREFIXED_MAP = "prefixed-collapsible-map-"

# Documentation such as "you can also specify offsets, such as `-30days`" beside `format: date`.
_names_offset = re.compile(r"[+-][0-9]+ ?(?:minute|hour|day|week|month|year)s?\b").search
DATE_OR_OFFSET = Name("date_or_offset", "restmap")
DATE_OR_TEXT = Union((DATE, STR))

UNIX_TIME = Name("unix_time", "restmap")


def is_date_or_offset(schema: Any, description: str) -> bool:
    """Whether a parameter is a date in place of which its documentation allows an offset."""
    documented = f"{description} {schema.get('description', '')}"
    return schema.get("format") == "date" and _names_offset(documented) is not None


def moment_of(document: Document, schema: Any) -> Expression | None:
    """The type of a moment that is a number of seconds since 1970, which `UNIX_TIME` reads and
    writes; None for any other value.

    >>> desk = Document("desk", {"paths": {}})
    >>> moment_of(desk, {"type": ["integer", "null"], "format": "unix-time"})
    OrNone(kind=Name(text='datetime', module='datetime'))
    """
    view = document.merged(schema)
    kinds, nullable = kinds_of(view)
    is_moment = kinds in (["integer"], ["number"]) and view.get("format") in _SECONDS
    if not is_moment or "enum" in view:
        return None
    return or_none(DATETIME) if nullable else DATETIME


# That of generators such as TypeSpec, and that of restmap's own documents.
_SECONDS = ("unixtime", "unix-time")


def serializer_of(
    document: Document, schema: Any, where: str, nesting: int = 0
) -> Name | Call | None:
    """The serializer of a parameter; None if its type chooses the right one."""
    if moment_of(document, schema) is not None and nesting == 0:
        return UNIX_TIME
    schema = document.merged(schema)
    style = schema.get("format", "")
    if style.startswith(PREFIXED_MAP):
        return call("restmap:prefixed_map", style.removeprefix(PREFIXED_MAP))
    if style == "date-time-rfc-2822":
        return Name("rfc2822", "restmap")
    if where not in ("form", "query", "header") or nesting == MAX_NESTING:
        return None
    kinds, _ = kinds_of(schema)
    if kinds == ["array"]:
        item = serializer_of(document, schema.get("items", {}), where, nesting + 1)
        return call("restmap:list_of", item) if item is not None else None
    if kinds == ["object"]:
        return Name("json_object", "restmap")
    return Name("json_value", "restmap") if _says_nothing_of_type(schema) else None


def _says_nothing_of_type(schema: Schema) -> bool:
    return schema.keys().isdisjoint(("type", "enum", "const", "anyOf", "oneOf"))
