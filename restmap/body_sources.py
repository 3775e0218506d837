"""Where the bytes of request bodies come from: memory, files and iterators."""

from __future__ import annotations

import os
import stat
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from threading import Lock
from typing import BinaryIO

from .errors import ParameterError, RestmapError, compose

PIECE_BYTES = 64 * 1024
"""The maximum number of bytes that are read from a file at once."""


class Source:
    """Where the bytes of a request body, or of a part of it, come from.

    length: the number of bytes; None where it is not known before they are read. is_repeatable:
    whether they can be read more than once.
    """

    length: int | None = None
    is_repeatable = False
    _was_read = False

    @property
    def can_be_read(self) -> bool:
        """Whether reading can begin at the first byte."""
        return self.is_repeatable or not self._was_read

    def check_blocking(self) -> None:
        """Raise ParameterError where the bytes can only be awaited."""

    def read(self) -> Iterator[bytes]:
        """Read the bytes from the first one. Raises ParameterError where that cannot be."""
        self._begin()
        try:
            yield from self._pieces()
        except RestmapError:
            raise
        except Exception as error:  # an iterator of the user's may raise anything
            raise _failed(self, error) from error

    async def read_async(self) -> AsyncIterator[bytes]:
        """The awaited form of `read`; a thread reads a file, so that the event loop goes on."""
        import asyncio

        pieces = self.read()
        while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
            yield piece

    def _begin(self) -> None:
        if not self.can_be_read:
            raise ParameterError(
                compose(
                    f"{self} was read before, and cannot be read again.",
                    "Give a path, a file that can be rewound, or another iterator.",
                )
            )
        self._was_read = True

    def _pieces(self) -> Iterator[bytes]:
        raise NotImplementedError


class BytesSource(Source):
    """Bytes that are in memory already."""

    is_repeatable = True

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.length = len(content)

    async def read_async(self) -> AsyncIterator[bytes]:
        """The awaited form of `read`, without a thread."""
        for piece in self.read():
            yield piece

    def _pieces(self) -> Iterator[bytes]:
        view = memoryview(self.content)
        for start in range(0, len(view), PIECE_BYTES):
            yield bytes(view[start : start + PIECE_BYTES])


class PathSource(Source):
    """A file by its path, open while it is read. Raises OSError where it cannot be opened."""

    def __init__(self, path: os.PathLike[str]) -> None:
        self._path = path
        found = os.stat(path)
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError("it is a directory")
        if stat.S_ISREG(found.st_mode):
            self.is_repeatable = True
            with open(path, "rb"):  # so that a file that may not be read is refused at once
                self.length = found.st_size

    def __str__(self) -> str:
        return f"the file {os.fspath(self._path)!r}"

    def _pieces(self) -> Iterator[bytes]:
        with open(self._path, "rb") as file:
            yield from _read_exactly(self, file, self.length)


class FileSource(Source):
    """An open file, from its position on."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._lock = Lock()
        self._start = 0
        self.is_repeatable = hasattr(file, "seekable") and file.seekable()
        if self.is_repeatable:
            self._start = file.tell()
            self.length = max(0, file.seek(0, os.SEEK_END) - self._start)
            file.seek(self._start)

    def __str__(self) -> str:
        name = getattr(self._file, "name", None)
        return f"the open file {name!r}" if isinstance(name, str) else "the open file"

    def _pieces(self) -> Iterator[bytes]:
        if not self.is_repeatable:
            yield from _read_exactly(self, self._file, None)
            return
        offset, end = self._start, self._start + (self.length or 0)
        while offset < end:
            # An attempt that was given up may still be reading in another thread.
            with self._lock:
                self._file.seek(offset)
                piece = self._file.read(min(PIECE_BYTES, end - offset))
            if not _checked_piece(self, piece):
                raise _shorter(self)
            offset += len(piece)
            yield piece


class IterableSource(Source):
    """An iterable of bytes; one that makes a new iterator each time can be read again."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._iterable = pieces
        self.is_repeatable = iter(pieces) is not pieces

    def __str__(self) -> str:
        return "the iterator"

    def _pieces(self) -> Iterator[bytes]:
        return (piece for piece in self._iterable if _checked_piece(self, piece))


class AsyncIterableSource(Source):
    """An asynchronous iterable of bytes, for awaited calls."""

    def __init__(self, pieces: AsyncIterable[bytes]) -> None:
        self._iterable = pieces
        self.is_repeatable = aiter(pieces) is not pieces

    def __str__(self) -> str:
        return "the asynchronous iterator"

    def check_blocking(self) -> None:
        """Raise ParameterError: it can only be awaited."""
        found = f"{self} can only be sent by an awaited call."
        raise ParameterError(compose(found, "Await the verb whose name ends with _async."))

    def _pieces(self) -> Iterator[bytes]:
        self.check_blocking()
        yield from ()

    async def read_async(self) -> AsyncIterator[bytes]:
        """Read the bytes from the first one. Raises ParameterError where that cannot be."""
        self._begin()
        try:
            async for piece in self._iterable:
                if _checked_piece(self, piece):
                    yield piece
        except RestmapError:
            raise
        except Exception as error:
            raise _failed(self, error) from error


def _read_exactly(source: Source, file: BinaryIO, length: int | None) -> Iterator[bytes]:
    """Read a file in pieces: as many bytes as its length says, or all where that is unknown."""
    left = length
    while left is None or left > 0:
        piece = file.read(PIECE_BYTES if left is None else min(PIECE_BYTES, left))
        if not _checked_piece(source, piece):
            if left is not None:
                raise _shorter(source)
            return
        left = None if left is None else left - len(piece)
        yield piece


def _checked_piece(source: Source, piece: object) -> bool:
    """Whether a piece has bytes. Raises ParameterError for a piece that is not bytes."""
    if not isinstance(piece, bytes | bytearray):
        raise _unreadable(f"{source} gives {type(piece).__name__}, and a request body is bytes.")
    return bool(piece)


def _failed(source: Source, error: Exception) -> ParameterError:
    return _unreadable(f"{source} cannot be read: {type(error).__name__}: {error}.")


def _shorter(source: Source) -> ParameterError:
    return _unreadable(f"{source} became shorter while it was being sent.")


def _unreadable(found: str) -> ParameterError:
    remedy = "The request was not sent as a whole; give a file or an iterator of bytes."
    return ParameterError(compose(found, remedy))
