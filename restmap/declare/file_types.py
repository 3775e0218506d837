"""The types of parameters whose values are sent as they are, told without importing `files`."""

from __future__ import annotations

import functools
import typing
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Any, BinaryIO

from .annotations import is_union, plain_type


@functools.lru_cache(maxsize=2048)
def is_file_type(kind: Any) -> bool:
    """Whether a type is that of a file or of its content, a union of these, or a list of them."""
    kind, _ = plain_type(kind)
    if is_list_of_files(kind):
        return True
    return _is_content(kind) or (is_union(kind) and all(map(_is_content, typing.get_args(kind))))


def is_list_of_files(kind: Any) -> bool:
    """Whether a type is a list of files."""
    kind, _ = plain_type(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    return origin is list and is_file_type(arguments[0]) and not is_list_of_files(arguments[0])


def _is_content(kind: Any) -> bool:
    origin: Any = typing.get_origin(kind) or kind
    if origin in (Iterator, Iterable, AsyncIterator, AsyncIterable):
        return typing.get_args(kind) == (bytes,)
    marks = ("_is_file", "__fspath__")  # of a File, and of a path
    return origin in (bytes, BinaryIO) or any(hasattr(origin, mark) for mark in marks)
