"""Batches: what a list returns as record batches of Arrow, while its pages are requested."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from .arrow import pa
from .tables import TableBuilder

if TYPE_CHECKING:
    import pyarrow

Items: TypeAlias = list[dict[str, Any]]

# Small pages are put together: a batch costs some 100 µs a column, however few rows it has.
_MIN_ROWS = 1000


@attrs.frozen(eq=False, repr=False)
class ArrowBatches:
    """The record batches of a list, for `for` and for `async for`.

    A batch has the records of a page, or of several small ones. It can be iterated more than once,
    and each iteration sends its own requests. Whatever takes a stream of Arrow, such as DuckDB,
    takes this object.
    """

    _new_builder: Callable[[], TableBuilder]
    _pages: Callable[[], Iterator[Items]]
    _pages_async: Callable[[], AsyncGenerator[Items]]

    @property
    def schema(self) -> pyarrow.Schema:
        """The names and types of the columns."""
        return self._new_builder().schema

    def __iter__(self) -> Iterator[pyarrow.RecordBatch]:
        builder = self._new_builder()
        rows: Items = []
        for page in self._pages():
            rows += page
            if len(rows) >= _MIN_ROWS:
                yield builder.batch(rows)
                rows = []
        if rows:
            yield builder.batch(rows)

    async def __aiter__(self) -> AsyncIterator[pyarrow.RecordBatch]:
        builder = self._new_builder()
        rows: Items = []
        async with aclosing(self._pages_async()) as pages:
            async for page in pages:
                rows += page
                if len(rows) >= _MIN_ROWS:
                    yield builder.batch(rows)
                    rows = []
        if rows:
            yield builder.batch(rows)

    def table(self) -> pyarrow.Table:
        """All batches as a table."""
        return self._table(list(self))

    async def table_async(self) -> pyarrow.Table:
        """The awaited form of `table`."""
        return self._table([batch async for batch in self])

    def _table(self, batches: list[pyarrow.RecordBatch]) -> pyarrow.Table:
        table: pyarrow.Table = pa.Table.from_batches(batches, self.schema)
        return table.unify_dictionaries()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The batches for another library (the Arrow PyCapsule interface)."""
        reader: Any = pa.RecordBatchReader.from_batches(self.schema, self)
        return reader.__arrow_c_stream__(requested_schema)
