"""Files: parameters whose values are bytes that are sent as they are, read in pieces."""

from __future__ import annotations

import io
import os
import re
from collections.abc import AsyncIterable, Iterable, Mapping
from typing import Any, BinaryIO, ClassVar, TypeAlias, cast

import attrs

from ..body_sources import (
    AsyncIterableSource,
    BytesSource,
    FileSource,
    IterableSource,
    PathSource,
    Source,
)
from ..errors import ParameterError, compose
from .file_types import is_file_type, is_list_of_files
from .serializer import Serializer, refuse
from .serializers import list_of

Content: TypeAlias = bytes | os.PathLike[str] | BinaryIO | Iterable[bytes] | AsyncIterable[bytes]

_EXPECTED = "bytes, a pathlib.Path, a file open in mode 'rb', an iterator of bytes, or a File"

# RFC 9110 8.3.1, with parameters such as `; charset=utf-8`.
_TOKEN = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_MEDIA_TYPE = rf'{_TOKEN}/{_TOKEN}(?: ?; ?{_TOKEN}=(?:{_TOKEN}|"[ !#-\[\]-~]*"))*'
# Control characters, which could end a header, and halves of surrogate pairs.
_NOT_IN_NAMES = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"


def _check_content(content: object) -> None:
    """Raise ValueError for what is not the content of a file."""
    kind = type(content).__name__
    if isinstance(content, str):
        raise ValueError("text may be a path or the content; write Path(…) or text.encode()")
    if isinstance(content, io.TextIOBase):
        raise ValueError("the file is open for text; open it in mode 'rb'")
    is_iterable = isinstance(content, Iterable | AsyncIterable)
    is_content = is_iterable or isinstance(content, os.PathLike) or hasattr(content, "read")
    if isinstance(content, type | Mapping) or not is_content:
        raise ValueError(f"it is of type {kind}")
    if isinstance(content, list | tuple):
        for each in cast("list[object]", content):
            if not isinstance(each, bytes):
                raise ValueError(f"its item {each!r} is not bytes")


@attrs.frozen(eq=False, repr=False)
class File:
    """A file to send: the value of a parameter of type File.

    content: bytes, a path, a file that is open in binary mode, or an iterable of bytes; for awaited
        calls an asynchronous one as well. A path is opened when it is sent, and closed after. An
        open file is sent from its position on, and stays open. Nothing is read into memory as a
        whole.
    name: the file name that the API sees; by default that of the path or of the open file.
    media_type: by default the one that the end of the name stands for, else
        "application/octet-stream".

    Raises ParameterError for another content, and for a name or a media type that cannot be sent.

    >>> File(b"a;b", name="report.csv")
    File(<3 bytes>, name='report.csv', media_type='text/csv')
    """

    content: Content
    name: str | None = attrs.field(default=None, kw_only=True)
    media_type: str | None = attrs.field(default=None, kw_only=True)
    _opened: Source | None = attrs.field(init=False)
    _is_file: ClassVar[bool] = True

    def __attrs_post_init__(self) -> None:
        try:
            _check_content(self.content)
        except ValueError as error:
            raise _refused(f"the content of a file cannot be {self.content!r}: {error}") from None
        if self.name is not None and (not self.name or re.search(_NOT_IN_NAMES, self.name)):
            raise _refused(f"the name of a file cannot be {self.name!r}", "Write one line of text")
        if self.media_type is not None and not re.fullmatch(_MEDIA_TYPE, self.media_type):
            found = f"{self.media_type!r} is not a media type"
            raise _refused(found, "Write one such as 'image/png' (RFC 9110 8.3.1)")
        object.__setattr__(self, "_opened", _source_of_opened(self.content))

    def source(self) -> Source:
        """Where its bytes are read from. Raises OSError for a path that cannot be opened."""
        return self._opened or PathSource(cast("os.PathLike[str]", self.content))

    @property
    def shown_name(self) -> str | None:
        """The file name that the API sees; None where there is none."""
        if self.name is not None:
            return self.name
        if isinstance(self.content, os.PathLike):
            return os.path.basename(os.fspath(self.content)) or None
        path: object = getattr(self.content, "name", None)
        return os.path.basename(path) or None if isinstance(path, str) else None

    @property
    def guessed_media_type(self) -> str:
        """The media type that the end of the name stands for."""
        import mimetypes  # reads the tables of the system

        kind, coding = mimetypes.guess_type(self.shown_name or "")
        return kind if kind is not None and coding is None else "application/octet-stream"

    def __repr__(self) -> str:
        content = self.content
        shown = f"<{len(content)} bytes>" if isinstance(content, bytes) else repr(content)
        media_type = self.media_type or self.guessed_media_type
        return f"File({shown}, name={self.shown_name!r}, {media_type=})"


def _refused(found: str, remedy: str = f"Give {_EXPECTED}") -> ParameterError:
    return ParameterError(compose(f"{found}.", f"{remedy}."))


def _source_of_opened(content: Content) -> Source | None:
    """The source of what is open or in memory; None for a path."""
    if isinstance(content, bytes):
        return BytesSource(content)
    if isinstance(content, os.PathLike):
        return None
    if hasattr(content, "read"):
        return FileSource(cast("BinaryIO", content))
    if isinstance(content, AsyncIterable):
        return AsyncIterableSource(content)
    return IterableSource(content)


@attrs.frozen(eq=False)
class Upload:
    """The wire value of a file: it can be read, and its name can be sent."""

    file: File
    source: Source


def _dump(value: Any) -> Upload:
    if not isinstance(value, File):
        _check_content(value)
        value = File(value)
    name = value.shown_name
    if name is not None and re.search(_NOT_IN_NAMES, name):
        raise ValueError("its name has a control character; write File(…, name=…)")
    try:
        return Upload(value, value.source())
    except OSError as error:
        raise ValueError(error.strerror or str(error)) from None


def _load(wire: Any) -> File:
    if not isinstance(wire, File):
        raise refuse("a file")
    return wire


AnyFile: TypeAlias = File | Content
"""What a parameter of type File takes: a File, or the content of one.

As the type of a parameter, `image: AnyFile`, it lets type checkers pass what `image: File` takes at
run time.
"""

file_content = Serializer(_dump, _EXPECTED, load=_load)
"""A file, or bytes, sent as they are."""

_files = list_of(file_content)


def file_serializer_for(kind: Any) -> Serializer | None:
    """The serializer of a type whose values are sent as they are; None for any other type.

    >>> file_serializer_for(list[File]) is None, file_serializer_for(str) is None
    (False, True)
    """
    if not is_file_type(kind):
        return None
    return _files if is_list_of_files(kind) else file_content
