"""Request bodies that are sent in pieces, and never held in memory as a whole."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from .body_sources import Source


class StreamedBody:
    """A request body that is sent in pieces: `Request.body` where a file is sent.

    Each iteration, by `for` or by `async for`, gives the whole body, in pieces of bytes, and begins
    at its first byte: a file is rewound. length: the number of bytes, which becomes the
    Content-Length; None where it is not known, and the body is then sent in chunks (RFC 9112 7.1).
    fields: those of a form, by name, as the log shows them: text, and the size of a file.

    >>> from restmap.body_sources import BytesSource
    >>> body = StreamedBody([BytesSource(b"a"), BytesSource(b"bc")])
    >>> body.length, list(body), body.read_all()
    (3, [b'a', b'bc'], b'abc')
    """

    def __init__(
        self, sources: Iterable[Source], fields: Sequence[tuple[str, object]] = ()
    ) -> None:
        self.fields = fields
        self._sources = tuple(sources)
        lengths = [each.length for each in self._sources]
        self.length = None if None in lengths else sum(cast("list[int]", lengths))

    def __iter__(self) -> Iterator[bytes]:
        for source in self._sources:
            yield from source.read()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for source in self._sources:
            async for piece in source.read_async():
                yield piece

    def check_blocking(self) -> None:
        """Raise ParameterError where a part of it can only be awaited."""
        for source in self._sources:
            source.check_blocking()

    @property
    def can_be_sent(self) -> bool:
        """Whether an iteration can begin: False where an iterator or a pipe was read before."""
        return all(each.can_be_read for each in self._sources)

    def read_all(self) -> bytes:
        """The whole body, in memory; for tests, and for a signature of the body."""
        return b"".join(self)

    def __repr__(self) -> str:
        return f"<body of {shown_length(self.length)}>"


RequestBody = bytes | StreamedBody | None
"""What a Request has as its body."""


def shown_length(length: int | None) -> str:
    """A number of bytes, as messages and logs show it."""
    return "unknown length" if length is None else f"{length} bytes"


def body_length(body: RequestBody) -> int | None:
    """The number of bytes of a request body; None where it is not known."""
    return body.length if isinstance(body, StreamedBody) else len(body or b"")


def body_bytes(body: RequestBody) -> bytes:
    """A request body as a whole, in memory."""
    return body.read_all() if isinstance(body, StreamedBody) else body or b""
