"""Output: results as a table, JSON, JSON lines or CSV."""

from __future__ import annotations

import csv
import json
import math
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, TextIO, TypeAlias, cast

from ..api.resource import Resource
from ..declare.models import Model, present_members
from ..declare.names import snake_case
from ..declare.place import known_names
from ..errors import CONTROLS, ParameterError, escape_line
from .misuse import misuse
from .table import TableWriter

Format: TypeAlias = Literal["table", "json", "jsonl", "csv"]
FORMATS: Sequence[Format] = ("table", "json", "jsonl", "csv")


def chosen_format(given: str | None) -> Format:
    """The format: the one that is given, else a table on a terminal and JSON elsewhere."""
    if given is not None:
        return cast("Format", given)
    return "table" if sys.stdout.isatty() else "json"


class RecordWriter:
    """Writes records to standard output, as they come.

    fields: the names of the fields that are written, or None for all. declared: the names of those
    that are declared. keys: of these, the names of the keys. is_continued: whether the output goes
    on from an earlier one, so that a CSV has no header.
    """

    def __init__(
        self,
        output: Format,
        fields: Sequence[str] | None,
        declared: Sequence[str] = (),
        keys: Sequence[str] = (),
        is_continued: bool = False,
    ) -> None:
        self._output = output
        self._fields = fields
        self._declared = declared
        self._is_continued = is_continued
        self._count = 0
        self._csv: Any = None
        self._table = TableWriter(fields, declared, keys)

    def write(self, records: Iterable[Any]) -> None:
        """Write records. Raises ParameterError for a field that they do not have."""
        rows = [self._chosen(plain_object(each)) for each in records]
        if self._output == "table":
            self._table.write(rows)
        elif self._output == "csv":
            self._write_csv(rows)
        else:
            self._write_json(rows)
        self._count += len(rows)
        sys.stdout.flush()

    def close(self) -> None:
        """Write what comes after the last record."""
        if self._output == "json":
            sys.stdout.write("\n]\n" if self._count else "[]\n")
        if self._output == "table":
            self._table.close()
        if self._output == "csv" and not self._count:
            self._write_csv([])
        sys.stdout.flush()

    def _chosen(self, row: dict[str, Any]) -> dict[str, Any]:
        if self._fields is None:
            return row
        for name in self._fields:
            if not self._count and name not in row and name not in self._declared:
                raise unknown_field(name, [*self._declared, *row])
        return {name: row.get(name) for name in self._fields}

    def _write_json(self, rows: Sequence[Mapping[str, Any]]) -> None:
        for index, row in enumerate(rows):
            text = json_text(row)
            if self._output == "jsonl":
                sys.stdout.write(f"{text}\n")
            else:
                sys.stdout.write(f"{'[' if self._count + index == 0 else ','}\n  {text}")

    def _write_csv(self, rows: Sequence[Mapping[str, Any]]) -> None:
        if self._csv is None:
            first: Mapping[str, Any] = rows[0] if rows else {}
            names = self._fields or list(dict.fromkeys([*self._declared, *first]))
            self._csv = csv.DictWriter(
                cast("TextIO", _Lines()), names, extrasaction="ignore", lineterminator="\n"
            )
            if not self._is_continued:
                self._csv.writeheader()
        self._csv.writerows({name: _csv_text(value) for name, value in row.items()} for row in rows)


class _Lines:
    """Standard output, with the control characters of text escaped where it is a terminal."""

    def write(self, text: str) -> None:
        line = f"{escape_line(text[:-1])}\n" if sys.stdout.isatty() else encodable(text)
        sys.stdout.write(line)


def unknown_field(name: str, known: Iterable[str]) -> ParameterError:
    """The error for a field that records do not have."""
    remedy = known_names(name, set(known), "Fields")
    return misuse(f"there is no field {name!r}.", remedy)


def write_object(value: Any, output: Format, fields: Sequence[str] | None) -> None:
    """Write one record, or any other value of JSON."""
    plain = plain_value(value)
    if isinstance(plain, list):
        plain = cast("list[Any]", plain)
        if output == "json" and not all(isinstance(each, dict) for each in plain):
            sys.stdout.write(f"{json_text(plain, 2)}\n")
            return
        writer = RecordWriter(output, fields)
        writer.write(plain)
        writer.close()
        return
    if not isinstance(plain, dict):
        sys.stdout.write(f"{json_text(plain)}\n")
        return
    row = cast("dict[str, Any]", plain)
    for name in fields or ():
        if name not in row:
            raise unknown_field(name, row)
    chosen = {name: row[name] for name in fields} if fields is not None else row
    if output == "json":
        sys.stdout.write(f"{json_text(chosen, 2)}\n")
    elif output == "table":
        TableWriter(None, (), ()).write_one(chosen)
    else:
        writer = RecordWriter(output, None, list(chosen))
        writer.write([chosen])
        writer.close()


# -- values -------------------------------------------------------------------------------------


def plain_object(value: Any) -> dict[str, Any]:
    """A record as an object of JSON; any other value under the name `value`."""
    plain = plain_value(value)
    return cast("dict[str, Any]", plain) if isinstance(plain, dict) else {"value": plain}


def plain_value(value: Any) -> Any:
    """A value as JSON has it. Fields and members have the names of their declaration.

    >>> plain_value({"at": datetime(2026, 11, 24, 10), "price": Decimal("0.1")})
    {'at': '2026-11-24T10:00:00', 'price': 0.1}
    """
    if isinstance(value, str | bool | int | None) and not isinstance(value, Enum):
        return value
    if isinstance(value, Resource):
        return {name: plain_value(each) for name, each in value.to_dict().items()}
    if isinstance(value, Model):
        members = {name: plain_value(each) for name, each in present_members(value)}
        unknown = {snake_case(key): plain_value(each) for key, each in value._unknown.items()}
        return {**unknown, **members}
    if isinstance(value, Mapping):
        pairs = cast("Mapping[Any, Any]", value).items()
        return {str(name): plain_value(each) for name, each in pairs}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain_value(each) for each in cast("Iterable[Any]", value)]
    return _plain_scalar(value)


def _plain_scalar(value: Any) -> Any:
    if isinstance(value, Enum):
        return plain_value(value.value)
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, Decimal):
        number = float(value)
        return number if Decimal(repr(number)) == value else str(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else str(value)
    fields = getattr(value, "__attrs_attrs__", None) or getattr(value, "__dataclass_fields__", {})
    names = [getattr(each, "name", each) for each in fields]
    if names:
        return {name: plain_value(getattr(value, name)) for name in names}
    return str(value)


def json_text(value: Any, indent: int | None = None) -> str:
    r"""The JSON text of a plain value; characters that a terminal would obey are escaped.

    >>> print(json_text({"name": "a\x9b2J"}))
    {"name": "a\u009b2J"}
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return re.sub(CONTROLS, lambda found: f"\\u{ord(found[0]):04x}", text)


def encodable(text: str) -> str:
    """A text without halves of surrogate pairs, which no output can be given."""
    return text.encode(errors="backslashreplace").decode()


def _csv_text(value: Any) -> Any:
    """A value of a CSV: nested values are JSON, and no value is empty."""
    if value is None or isinstance(value, str):
        return value
    return json_text(value)
