"""Checkpoints: what a partition has written and where it goes on, in a file.

The unit of resumption is a page. Records are written to a part, a data file with a name that no
reader looks for. When the part is complete, the checkpoint is replaced by one that names the part
and the page after it, and only then the part gets its own name. After an interruption at any
moment, what the checkpoint names is there once, and what it does not name is requested again.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from ..errors import configuration_error


@attrs.frozen
class PartFile:
    """A data file: its name in the directory, and the number of its records."""

    name: str
    records: int


@attrs.frozen
class Checkpoint:
    """The state of a partition.

    writer: a token of the call that writes it. run: counts the exports of what is new, from 0.
    page_url: the page to go on with; None for the first. records: the number of records of this run
    so far, over all pages, whether they were new or not. is_complete: whether this run has
    come to the end. parts: of all runs. newest: what `since_last` knows of this run and the ones
    before, see `since_last.py`. since: what it knew when this run began.
    """

    writer: str
    run: int = 0
    page_url: str | None = None
    records: int = 0
    is_complete: bool = False
    parts: tuple[PartFile, ...] = ()
    newest: Mapping[str, Any] | None = None
    since: Mapping[str, Any] | None = None

    @property
    def written(self) -> int:
        """The number of records in all parts."""
        return sum(part.records for part in self.parts)


class CheckpointFile:
    """The file with the checkpoint of one partition. number: of the partition, such as "0001"."""

    def __init__(self, directory: Path, number: str) -> None:
        self.directory = directory
        self.number = number
        self._path = directory / f".checkpoint-{number}.json"

    def read(self) -> Checkpoint | None:
        """The checkpoint; None where there is none yet."""
        try:
            text = self._path.read_text()
        except FileNotFoundError:
            return None
        try:
            state = json.loads(text)
            parts = tuple(PartFile(**each) for each in state.pop("parts"))
            return Checkpoint(**state, parts=parts)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise configuration_error(
                f"the checkpoint {str(self._path)!r} cannot be read: {error}.",
                "Delete the directory to export everything anew, or give another one.",
                "export",
            ) from error

    def take_over(self, checkpoint: Checkpoint) -> None:
        """Begin to write: finish what an interrupted call left, and remove what it lost."""
        self._replace(checkpoint)
        self.publish(checkpoint)
        for left in self.directory.glob(f".part-{self.number}-*"):
            left.unlink(missing_ok=True)

    def commit(self, checkpoint: Checkpoint) -> None:
        """Replace the checkpoint, and give its parts their names.

        Raises ConfigurationError where another call has taken over the partition.
        """
        found = self.read()
        if found is None or found.writer != checkpoint.writer:
            raise configuration_error(
                f"another call goes on with the partition {self.number} of this export.",
                "Let one call at a time write to a directory.",
                "export",
            )
        self._replace(checkpoint)
        self.publish(checkpoint)

    def publish(self, checkpoint: Checkpoint) -> None:
        """Give the parts of a checkpoint their names."""
        for part in checkpoint.parts:
            with contextlib.suppress(FileNotFoundError):  # it has its name already
                unfinished_path(self.directory, part.name).rename(self.directory / part.name)

    def _replace(self, checkpoint: Checkpoint) -> None:
        write_atomically(self._path, json.dumps(attrs.asdict(checkpoint), indent=1).encode())


def unfinished_path(directory: Path, name: str) -> Path:
    """The path of a file before it is complete, which readers of `*.parquet` do not find."""
    return directory / f".{name}.unfinished"


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file by one that is on disk, whole, or not at all; readable for its owner."""
    unfinished = unfinished_path(path.parent, path.name)
    try:
        with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            flush_to_disk(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def flush_to_disk(descriptor: int) -> None:
    """Wait until the disk has a file."""
    os.fsync(descriptor)
