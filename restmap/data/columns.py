"""Columns: the wire values of one field become an Arrow array.

A value that does not fit the type of its column leaves a null there; the caller learns where.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, TypeAlias

from ..declare.scalar_readers import Read
from .arrow import Array, DataType, pa, pc
from .json_cells import json_of

Values: TypeAlias = Sequence[Any]
Converted: TypeAlias = tuple[Array, Sequence[int]]
"""An array, and the indexes of the values that do not fit."""


class Column(Protocol):
    """Converts wire values to an array of its type."""

    @property
    def type(self) -> DataType: ...
    def convert(self, values: Values) -> Converted: ...


class ScalarColumn:
    """A column of numbers, texts, date-times and the like.

    convert_all: converts all values at once; raises an error where one does not fit.
    read: the reader of one value, for the lists in which one does not.
    """

    def __init__(self, kind: DataType, read: Read, convert_all: Callable[[Values], Array]) -> None:
        self.type = kind
        self._read = read
        self._convert_all = convert_all

    def convert(self, values: Values) -> Converted:
        try:
            return self._convert_all(values), ()
        except Exception:  # a user's own reader may raise anything
            return self._convert_each(values)

    def _convert_each(self, values: Values) -> Converted:
        fitting: list[Any] = []
        misfits: list[int] = []
        for index, value in enumerate(values):
            try:
                fitting.append(None if value is None else self._fitting(value))
            except Exception:  # as above
                fitting.append(None)
                misfits.append(index)
        return pa.array(fitting, self.type), misfits

    def _fitting(self, value: Any) -> Any:
        """The Python value of a wire value; raises an error where the column cannot hold it."""
        # The default of a field may be a Python value.
        read = value if isinstance(value, date | Decimal) else self._read(value)
        # Arrow would make 5 of 5.5.
        if pa.scalar(read, self.type).as_py() != read:
            raise ValueError("the column cannot hold the value")
        return read


def texts(values: Values) -> Array:
    """An array of texts; raises an error where a value is none."""
    return pa.array(values, pa.string())


def read_text(value: Any) -> str:
    """Read text."""
    if not isinstance(value, str):
        raise ValueError("expected text")
    return value


class OpenDictionaryColumn:
    """A column of texts from a known set; others are added to its dictionary when they come.

    The dictionary of each array begins with that of the array before.
    """

    type = pa.dictionary(pa.int32(), pa.string())

    def __init__(self, known: Sequence[str]) -> None:
        self._known = pa.array(known, pa.string())
        self._text = ScalarColumn(pa.string(), read_text, texts)

    def convert(self, values: Values) -> Converted:
        text, misfits = self._text.convert(values)
        indices = pc.index_in(text, value_set=self._known)
        if indices.null_count > text.null_count:
            new = pc.unique(text.filter(pc.is_null(indices)).drop_null())
            self._known = pa.concat_arrays([self._known, new])
            indices = pc.index_in(text, value_set=self._known)
        return pa.DictionaryArray.from_arrays(indices, self._known), misfits


class JsonColumn:
    """A column with the JSON text of values that have no type of Arrow.

    as_text: whether text is itself, and only lists and objects do not fit.
    """

    type = pa.string()

    def __init__(self, *, as_text: bool = False) -> None:
        self._as_text = as_text
        self._text = ScalarColumn(pa.string(), read_text, texts)

    def convert(self, values: Values) -> Converted:
        if not self._as_text:
            return pa.array([_json_or_none(each) for each in values], pa.string()), ()
        texts = [_scalar_text(each) for each in values]
        return self._text.convert(texts)


def _scalar_text(value: Any) -> Any:
    return value if type(value) in (str, list, dict) else _json_or_none(value)


def _json_or_none(value: Any) -> str | None:
    return None if value is None else json_of(value)
