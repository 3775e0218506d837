"""Previews: what a notebook shows of records, pages and streams. Nothing is requested for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..display.html import Child, code, heading, is_number, note, number_cell, preview, table
from ..messages import shown_url
from ..short_repr import MASKED, Members, date_text, short_repr
from .shown_fields import fields_of_record, fields_to_show

if TYPE_CHECKING:
    from ..messages import Request
    from .source import RecordProtocol

_MAX_ROWS = 10
_MAX_COLUMNS = 8
_MAX_FIELDS = 40
_MAX_TEXT = 80


def record_html(record: RecordProtocol) -> str:
    """A record as a table of its fields; a handle as what it is."""
    if record._source.shape is None:
        return preview(code(repr(record)), note("Call fetch() on it to request its fields."))
    members = fields_of_record(record)
    shown, left = members.names[:_MAX_FIELDS], members.names[_MAX_FIELDS:]
    rows = [[_name(name), _content(record, name, members)] for name in shown]
    more = [note(f"{_count(len(left), 'more field')} in ", code("to_dict()"), ".")] if left else []
    return preview(heading(type(record).__name__), table((), rows), *more)


def page_html(items: Sequence[RecordProtocol], total: int | None, has_next: bool) -> str:
    """A page as a table of its first records, with the fields that tell them apart.

    total: the number of records on all pages, if it is known. has_next: whether there is a page
    after it.
    """
    of_all = f" of {total}" if total is not None else ""
    following = (
        note(code("next_page()"), " requests the page after it.")
        if has_next
        else note("This is the last page.")
    )
    if not items:
        return preview(heading(f"Page without records{of_all}"), following)
    records, kind = items[:_MAX_ROWS], type(items[0])
    title = heading(f"Page of {_count(len(items), f'{kind.__name__} record')}{of_all}")
    members = _columns(kind, records)
    names = members.names[:_MAX_COLUMNS]
    rows = [[_content(each, name, members) for name in names] for each in records]
    left = _left_out(len(items) - _MAX_ROWS, len(members.names) - _MAX_COLUMNS)
    shown = table([*map(_name, names)], rows, keeps_lines=True)
    return preview(title, shown, *left, following)


def _columns(kind: type[RecordProtocol], records: Sequence[RecordProtocol]) -> Members:
    """The columns of a table of records; those with nested values and without any come last."""
    names = dict.fromkeys(name for each in records for name in each._source.positions)
    members = fields_to_show(kind, names)

    def says_little(name: str) -> int:
        values = [
            each._values[each._source.positions[name]]
            for each in records
            if name in each._source.positions
        ]
        if all(each is None for each in values):
            return 2
        return int(any(isinstance(each, dict | list) for each in values))

    members.names = sorted(members.names, key=says_little)
    return members


def _left_out(records: int, fields: int) -> list[Child]:
    """What is said of the records and the fields that a table does not have."""
    said: list[str] = []
    if records > 0:
        said.append(f"{_count(records, 'more record')} on this page")
    if fields > 0:
        said.append(f"{_count(fields, 'more field')} in each record")
    return [note(", ".join(said), ".")] if said else []


def stream_html(
    kind: str, request: Request, arguments: Iterable[tuple[str, str]], is_begun: bool
) -> str:
    """A stream as the request that it begins with, and what to write to get its records.

    kind: the name of the resource. arguments: as text, with sensitive values masked. is_begun:
    whether `next()` was called.
    """
    rows: list[list[Child]] = [["request", code(f"{request.method} {shown_url(request.url)}")]]
    rows += [[name, code(value)] for name, value in arguments]
    state = (
        "next(stream) goes on with the iteration that it began."
        if is_begun
        else "Nothing is requested before its records are asked for."
    )
    return preview(
        heading(f"Stream of {kind} records"), table((), rows), note(state), table((), _WAYS)
    )


_WAYS: Sequence[Sequence[Child]] = [
    ["the records, as they are needed", code("for record in stream: ...")],
    ["the next record", code("next(stream)")],
    ["a data frame", code("stream.to_pandas(), stream.to_polars()")],
    ["files", code('restmap.export(stream, "records.parquet")')],
]


# -- values -------------------------------------------------------------------------------------


def _content(record: Any, name: str, members: Members) -> Child:
    """The content of a cell. A record does not need to have the field."""
    if name not in record._source.positions:
        return ""
    value = getattr(record, name)
    if members.hides(name, value):
        return MASKED
    text = _text(value)
    return number_cell(text) if is_number(value) else text


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _cut(str.__str__(value), _MAX_TEXT)
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, float | Decimal):
        return str(value)
    return short_repr(value)


def _name(name: str) -> str:
    """The name of a field, which may be that of the response."""
    return _cut(name, _MAX_TEXT // 2)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _count(number: int, noun: str) -> str:
    """A number of things: `2 more records`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
