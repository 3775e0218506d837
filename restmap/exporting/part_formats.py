"""The formats of data files: Parquet, CSV and JSON lines."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import attrs

from ..data.json_cells import json_of
from .checkpoints import flush_to_disk

if TYPE_CHECKING:
    from ..api.listing import ListCall

Items: TypeAlias = Sequence[Mapping[str, Any]]


class PartWriter(Protocol):
    """Writes items to one file."""

    def write(self, items: Items) -> None: ...
    def close(self) -> None: ...


class _ArrowPart:
    """A file that a writer of pyarrow writes."""

    def __init__(self, writer: Any, to_batch: Callable[[Any], Any]) -> None:
        self._writer = writer
        self._to_batch = to_batch

    def write(self, items: Items) -> None:
        self._writer.write_batch(self._to_batch(items))

    def close(self) -> None:
        self._writer.close()


class _JsonLinesPart:
    """A file with the JSON of a record on each line, as received."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, items: Items) -> None:
        self._file.writelines(f"{json_of(item)}\n" for item in items)

    def close(self) -> None:
        self._file.close()


def _open_parquet(path: Path, call: ListCall) -> PartWriter:
    import pyarrow.parquet

    builder = call.table_builder()
    return _ArrowPart(pyarrow.parquet.ParquetWriter(path, builder.schema), builder.batch)


def _open_csv(path: Path, call: ListCall) -> PartWriter:
    import pyarrow.csv

    from ..data.flat import flat_batch, flat_schema

    builder = call.table_builder()
    writer: Any = pyarrow.csv.CSVWriter(path, flat_schema(builder.schema))
    return _ArrowPart(writer, lambda items: flat_batch(builder.batch(items)))


def _open_json_lines(path: Path, _call: ListCall) -> PartWriter:
    return _JsonLinesPart(path)


def _join_parquet(parts: Sequence[Path], target: Path) -> None:
    import pyarrow.parquet

    parquet: Any = pyarrow.parquet
    schema = parquet.read_schema(parts[0])
    with parquet.ParquetWriter(target, schema) as writer:
        for path in parts:
            with parquet.ParquetFile(path) as file:
                for batch in file.iter_batches():
                    writer.write_batch(batch)


def _join_csv(parts: Sequence[Path], target: Path) -> None:
    with target.open("wb") as joined:
        for index, path in enumerate(parts):
            with path.open("rb") as file:
                if index:
                    file.readline()  # the names of the columns, which have no line break
                shutil.copyfileobj(file, joined)


def _join_json_lines(parts: Sequence[Path], target: Path) -> None:
    with target.open("wb") as joined:
        for path in parts:
            with path.open("rb") as file:
                shutil.copyfileobj(file, joined)


@attrs.frozen
class PartFormat:
    """A format of data files.

    suffix: of their names. open: opens a file for the items of a list. join: makes one file of
    several. needs_arrow: whether it needs pyarrow.
    """

    suffix: str
    open: Callable[[Path, ListCall], PartWriter]
    join: Callable[[Sequence[Path], Path], None]
    needs_arrow: bool = True


FORMATS: Mapping[str, PartFormat] = {
    "parquet": PartFormat(".parquet", _open_parquet, _join_parquet),
    "csv": PartFormat(".csv", _open_csv, _join_csv),
    "jsonl": PartFormat(".jsonl", _open_json_lines, _join_json_lines, False),
}


def flush_file(path: Path) -> None:
    """Wait until the disk has a file that is closed."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        flush_to_disk(descriptor)
    finally:
        os.close(descriptor)
