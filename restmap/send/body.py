"""The body of an answer: put together, decompressed, bounded. Nothing here does I/O."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO

from ..errors import ResponseError
from ..messages import Request
from .failures import response_error

ACCEPT_ENCODING = "gzip, deflate"

# How much a decompressor gives at once: what a bomb can cost beyond the limit, for each coding.
PIECE_BYTES = 64 * 1024

# RFC 9110 8.4: codings may be nested. More than a few is an attack.
_MOST_CODINGS = 5
_CODINGS = frozenset({"gzip", "x-gzip", "deflate"})

_GZIP_WINDOW_BITS = 31
_ZLIB_WINDOW_BITS = 15
_RAW_WINDOW_BITS = -15


class UnreadableError(Exception):
    """Bytes that are not what their coding says."""


class TooLargeError(Exception):
    """More came out than is allowed."""


class Inflater:
    """Undoes one coding, piece by piece.

    coding: "gzip" or "deflate". most_bytes: that may come out in all.
    """

    def __init__(self, coding: str, most_bytes: int) -> None:
        self._is_gzip = coding != "deflate"
        self._left = most_bytes
        self._stream: zlib._Decompress | None = None
        self._held = b""
        self._ended = False

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """What comes out, in pieces of at most PIECE_BYTES.

        Raises UnreadableError, and TooLargeError before a piece that is too much.
        """
        if self._held:
            data, self._held = self._held + data, b""
        while data := self._begun(data):
            stream = self._stream
            assert stream is not None
            while True:
                try:
                    piece = stream.decompress(data, PIECE_BYTES)
                except zlib.error as error:
                    raise UnreadableError(str(error)) from error
                if piece:
                    self._left -= len(piece)
                    if self._left < 0:
                        raise TooLargeError
                    yield piece
                data = stream.unconsumed_tail
                # A full piece may have left more inside zlib, even where no input is left.
                if stream.eof or (not data and len(piece) < PIECE_BYTES):
                    break
            if stream.eof:
                data, self._stream, self._ended = stream.unused_data, None, True

    def _begun(self, data: bytes) -> bytes:
        """What there is to decompress, with a stream begun for it; b"" where there is nothing."""
        if self._stream is not None or not data:
            return data
        if self._ended:
            # As Python's gzip does: behind a stream there may be zeroes, and more streams.
            data = data.lstrip(b"\0")
            if data and not self._is_gzip:
                raise UnreadableError("there is more behind its end")
        if not self._is_gzip and len(data) < 2:
            self._held = data
            return b""
        if data:
            self._stream = zlib.decompressobj(self._window_bits(data))
        return data

    def _window_bits(self, data: bytes) -> int:
        if self._is_gzip:
            return _GZIP_WINDOW_BITS
        # RFC 9110 8.4.1.2: deflate is in zlib's format (RFC 1950 2.2, its first two bytes), and
        # some servers send it without.
        is_zlib = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
        return _ZLIB_WINDOW_BITS if is_zlib else _RAW_WINDOW_BITS

    def finish(self) -> None:
        """Nothing more comes; raises UnreadableError where the stream is not at its end."""
        if self._stream is not None or self._held:
            raise UnreadableError("its end is missing")


class Body:
    """Takes the body of an answer as it arrives.

        body = Body(request, 200, "gzip", most_bytes=2**20)
        for piece in pieces:
            body.feed(piece)
        body.finish()

    encoding: the Content-Encoding of the answer, or None. most_bytes: how large it may be,
    decompressed. An empty body is one in any coding, as answers to HEAD have it.
    """

    def __init__(
        self, request: Request, status: int, encoding: str | None, most_bytes: int
    ) -> None:
        self._request = request
        self._status = status
        self._encoding = encoding or ""
        self._most_bytes = most_bytes
        self._left = most_bytes
        self._whole = BytesIO()
        self._inflaters: list[Inflater] | None = None if encoding else []

    def expect(self, length: int) -> None:
        """So many bytes will be fed; raises ResponseError where that is sure to be too much."""
        if not self._encoding and length > self._most_bytes:
            raise self._too_large()
        if not self._encoding:
            # Made at once: to let it grow is to copy what is there again and again.
            self._whole = BytesIO(bytes(length))

    def feed(self, data: bytes) -> None:
        """Take what arrived; raises ResponseError for what is unreadable, or too much."""
        if not data:
            return
        if self._inflaters is None:
            self._inflaters = self._made_inflaters()
        try:
            for piece in _inflated(data, self._inflaters):
                self._left -= len(piece)
                if self._left < 0:
                    raise TooLargeError
                self._whole.write(piece)
        except TooLargeError as error:
            self._whole = BytesIO()
            raise self._too_large() from error
        except UnreadableError as error:
            raise self._unreadable(error) from error

    def finish(self) -> bytes:
        """The whole body; raises ResponseError where its coding is not at its end."""
        try:
            for inflater in self._inflaters or ():
                inflater.finish()
        except UnreadableError as error:
            raise self._unreadable(error) from error
        return self._whole.getvalue()

    def _made_inflaters(self) -> list[Inflater]:
        """What undoes the codings, the last one applied first."""
        names = [name.strip().lower() for name in self._encoding.split(",")]
        codings = [name for name in names if name not in ("", "identity")]
        unknown = [name for name in codings if name not in _CODINGS]
        if unknown or len(codings) > _MOST_CODINGS:
            raise response_error(
                self._request,
                self._status,
                f"the body of the answer has the coding {(unknown or codings)[0][:40]!r}, "
                f"{'which is not known here' if unknown else f'and {len(codings) - 1} more'}.",
                f"Ask for others: Accept-Encoding: {ACCEPT_ENCODING}.",
            )
        # Between two codings there may be a little more than in the end: what does not compress
        # grows by less than a hundredth. Without a bound there, a few bytes could ask for hours.
        between = self._most_bytes + self._most_bytes // 64 + PIECE_BYTES
        limits = [between] * (len(codings) - 1) + [self._most_bytes]
        return [Inflater(name, most) for name, most in zip(reversed(codings), limits, strict=False)]

    def _too_large(self) -> ResponseError:
        return response_error(
            self._request,
            self._status,
            f"the body of the answer is larger than {self._most_bytes} bytes.",
            "If that is right, allow more: max_body_bytes=….",
        )

    def _unreadable(self, error: UnreadableError) -> ResponseError:
        return response_error(
            self._request,
            self._status,
            f"the body of the answer is not what its coding {self._encoding[:40]!r} says: {error}.",
            "The server, or something on the way, damaged it.",
        )


def _inflated(data: bytes, inflaters: list[Inflater]) -> Iterator[bytes]:
    if not inflaters:
        yield data
        return
    first, *rest = inflaters
    for piece in first.pieces(data):
        yield from _inflated(piece, rest)
