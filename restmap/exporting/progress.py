"""What an export tells: how far it is, and its result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import attrs


@attrs.frozen
class ExportProgress:
    """How far an export is.

    records: that were written by this call. total: of the export, where the API gives it; else
    None. seconds: since the call began. partitions, partitions_done: how many there are.
    """

    records: int
    total: int | None
    seconds: float
    partitions: int = 1
    partitions_done: int = 0

    @property
    def rate(self) -> float:
        """Records a second."""
        return self.records / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """The seconds until the end, at the rate so far; None where it is not known."""
        if self.total is None or not self.rate:
            return None
        return max(0, self.total - self.records) / self.rate


@attrs.frozen
class Exported:
    """The result of an export.

    path: the file, or the directory. records: in all files. new_records: of these, written by this
    call. files: the data files.
    """

    path: Path
    records: int
    new_records: int
    files: tuple[Path, ...]


Progress: TypeAlias = Callable[[ExportProgress], object]
