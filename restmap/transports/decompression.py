"""Decompression of response bodies: in pieces of a bounded size, each coding up to its end.

gzip and deflate by `zlib`; br (RFC 7932) and zstd (RFC 8878) where their packages are installed.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Protocol

# The maximum number of bytes that a decoder gives at once: what a decompression bomb costs.
_PIECE_BYTES = 64 * 1024

# Between two of them the size of what is decompressed is not known to the caller.
_MAX_CODINGS = 2


class Decoder(Protocol):
    """Decompresses one coding. is_complete: whether its data ended."""

    @property
    def is_complete(self) -> bool: ...

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Decompress more data, and give what it becomes in pieces."""
        ...


class _Inflater(Protocol):
    """What `zlib.decompressobj` returns, and the decompressor of zstd."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def _inflate(stream: _Inflater, data: bytes) -> Iterator[bytes]:
    piece = b"."
    while data or (len(piece) == _PIECE_BYTES and not stream.eof):
        piece = stream.decompress(data, _PIECE_BYTES)
        data = getattr(stream, "unconsumed_tail", b"")  # that of zstd keeps it to itself
        if piece:
            yield piece


class _MembersDecoder:
    """Data in members, one after the other: those of gzip (RFC 1952 2.2), or the frames of zstd.

    begin: makes the decompressor of a member. first_byte: of each member; empty for any.
    """

    def __init__(self, begin: Callable[[], _Inflater], first_byte: bytes = b"") -> None:
        self._begin = begin
        self._first_byte = first_byte
        self._member = begin()

    @property
    def is_complete(self) -> bool:
        return self._member.eof

    def decode(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._member.eof:
                if not data.startswith(self._first_byte):
                    return  # no member begins so: some servers fill up with zeros
                self._member = self._begin()
            yield from _inflate(self._member, data)
            data = self._member.unused_data


class _DeflateDecoder:
    """The zlib format (RFC 9110 8.4.1.2), or deflate without it, which some servers send."""

    def __init__(self) -> None:
        self._start = b""
        self._stream: _Inflater | None = None

    @property
    def is_complete(self) -> bool:
        return self._stream is not None and self._stream.eof

    def decode(self, data: bytes) -> Iterator[bytes]:
        if self._stream is None:
            self._start += data
            if len(self._start) < 2:
                return iter(())
            data = self._start
            # RFC 1950 2.2: the method is 8, and a multiple of 31 is the check of the two bytes.
            is_zlib = data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)
        return _inflate(self._stream, data)


class _BrotliDecoder:
    def __init__(self) -> None:
        self._stream = _brotli.Decompressor()

    @property
    def is_complete(self) -> bool:
        return bool(self._stream.is_finished())

    def decode(self, data: bytes) -> Iterator[bytes]:
        while piece := self._stream.process(data, output_buffer_limit=_PIECE_BYTES):
            yield piece
            data = b""


def _begin_gzip() -> _Inflater:
    return zlib.decompressobj(zlib.MAX_WBITS | 16)


def _begin_zstd() -> _Inflater:
    """With the maximum window of RFC 9659 3: 8 MB."""
    options = {_zstd.DecompressionParameter.window_log_max: 23}
    begun: _Inflater = _zstd.ZstdDecompressor(options=options)
    return begun


def _installed(*modules: str) -> Any:
    """The first of several modules that is installed; None where none is."""
    for name in modules:
        try:
            return import_module(name)
        except ImportError:
            continue
    return None


# The modules that urllib3 and aiohttp use. Brotli before 1.2 cannot bound the size of a piece.
_brotli = _installed("brotlicffi", "brotli")
_zstd = _installed("compression.zstd", "backports.zstd")
_has_brotli = hasattr(getattr(_brotli, "Decompressor", None), "can_accept_more_data")

_DECODERS: Mapping[str, Callable[[], Decoder]] = {
    "gzip": lambda: _MembersDecoder(_begin_gzip, b"\x1f"),
    "deflate": _DeflateDecoder,
    **({"br": _BrotliDecoder} if _has_brotli else {}),
    **({"zstd": lambda: _MembersDecoder(_begin_zstd)} if _zstd else {}),
}

ACCEPT_ENCODING = ", ".join(_DECODERS)
"""The codings that a response may have, for the header of this name."""

_ERRORS: tuple[type[Exception], ...] = (
    zlib.error,
    *((_brotli.error,) if _has_brotli else ()),
    *((_zstd.ZstdError,) if _zstd else ()),
)


class InvalidDataError(ValueError):
    """Data that is not in its coding."""


class Decompressor:
    """Decompresses a body with one coding or two, the one over the other.

    codings: names of a Content-Encoding, in the order in which they were applied.

    >>> unpacked = Decompressor(["gzip"])
    >>> b"".join(unpacked.decode(zlib.compress(b"text", wbits=31))), unpacked.is_complete
    (b'text', True)
    """

    def __init__(self, codings: Iterable[str]) -> None:
        self._decoders = [_DECODERS[each]() for each in reversed([*codings])]
        self._is_empty = True

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Decompress more data, in pieces. Raises InvalidDataError."""
        self._is_empty = False
        pieces = iter((data,))
        for each in self._decoders:
            pieces = _decoded(each, pieces)
        try:
            yield from pieces
        except _ERRORS as error:
            raise InvalidDataError from error

    @property
    def is_complete(self) -> bool:
        """Whether the data of each coding ended; an empty body has any coding."""
        return self._is_empty or all(each.is_complete for each in self._decoders)


def _decoded(decoder: Decoder, pieces: Iterator[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield from decoder.decode(piece)


def find_codings(header: str) -> list[str] | None:
    """The codings that a Content-Encoding names (RFC 9110 8.4); None for one that is not known.

    >>> find_codings("identity"), find_codings("X-GZip, identity"), find_codings("compress")
    ([], ['gzip'], None)
    """
    named = [each.strip().lower().removeprefix("x-") for each in header.split(",")]
    codings = [each for each in named if each not in ("", "identity")]
    is_known = len(codings) <= _MAX_CODINGS and all(each in _DECODERS for each in codings)
    return codings if is_known else None
