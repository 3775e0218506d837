"""Downloads: response bodies that are saved to a file, or read in pieces."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeAlias

import attrs

from ..encode.request import build_request
from ..errors import ParameterError, compose
from ..messages import Request, Response, shown_url
from ..send.exchange import exchange, whole_response
from ..send.receiver import Receiver

if TYPE_CHECKING:
    from ..plan.operation import Operation
    from ..send.exchange import ClientProtocol
    from ..send.flow import Flow
    from .verbs import Target

Progress: TypeAlias = Callable[[int, int | None], object]
"""Is called with the bytes so far, and those of the whole; None where that is not known."""


class Download:
    """A file to download: the result of an action that `returns=Download`. Nothing is sent yet.

        report.content().save("report.pdf")
        await report.content().save_async("report.pdf")

    As a context manager, by `with` or `async with`, it gives the pieces of the body as they arrive:

        with report.content() as pieces:
            for piece in pieces: …

    Each of these sends a request. After a failure the retry policy of the client applies; the next
    attempt asks for the rest of the body alone, where the response had a strong ETag and a length.

    Raises the errors of any call: ApiError for a status code of 400 or above, TransportError where
    the body stays incomplete, and ResponseError where it does not have the checksum that the
    response states: Repr-Digest or Content-Digest (RFC 9530), or Content-MD5.
    """

    def __init__(self, client: ClientProtocol, request: Request, operation: Operation) -> None:
        self._client = client
        self._request = attrs.evolve(request, streamed=True)
        self._operation = operation
        self._receiver: Receiver | None = None
        self._pieces: Generator[bytes] | None = None
        self._pieces_async: AsyncGenerator[bytes] | None = None

    @property
    def response(self) -> Response:
        """The status code and the headers of the response, without its body.

        Raises AttributeError before there is one.
        """
        if self._receiver is None or self._receiver.response is None:
            raise AttributeError("a download has a response after save(), and inside `with`.")
        return self._receiver.response

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        max_bytes: int | None = None,
    ) -> Path:
        """Download to a file, and return its path; a file that is there is replaced.

        path: of the file. It appears when it is whole: until then the bytes are in a file beside it
            whose name ends with `.part`, which is deleted after a failure.
        progress: called after each piece with the bytes so far, and those of the whole or None.
        max_bytes: the maximum size; without it, only the total timeout of the client and the disk
            limit it.

        Raises ParameterError, before anything is sent, for a path that cannot be written, and
        OSError where writing fails later.
        """
        receiver = Receiver(restarts=True, max_bytes=max_bytes)
        with _Target(path) as target:
            for piece in self._client._run_pieces(self._flow(receiver)):
                target.write(piece, receiver.received)
                if progress is not None:
                    progress(receiver.received, receiver.total)
            target.complete(receiver.received)
        return target.path

    async def save_async(
        self,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        max_bytes: int | None = None,
    ) -> Path:
        """The awaited form of `save`; a thread writes the file."""
        import asyncio
        from contextlib import aclosing

        receiver = Receiver(restarts=True, max_bytes=max_bytes)
        with _Target(path) as target:
            async with aclosing(self._client._run_pieces_async(self._flow(receiver))) as pieces:
                async for piece in pieces:
                    await asyncio.to_thread(target.write, piece, receiver.received)
                    if progress is not None:
                        progress(receiver.received, receiver.total)
            target.complete(receiver.received)
        return target.path

    def __enter__(self) -> Iterator[bytes]:
        self._pieces = self._client._run_pieces(self._flow(Receiver(restarts=False)))
        return _after(next(self._pieces, b""), self._pieces)  # raises for an error status here

    def __exit__(self, *_: object) -> None:
        if self._pieces is not None:
            self._pieces.close()

    async def __aenter__(self) -> AsyncIterator[bytes]:
        self._pieces_async = self._client._run_pieces_async(self._flow(Receiver(restarts=False)))
        return _after_async(await anext(self._pieces_async, b""), self._pieces_async)

    async def __aexit__(self, *_: object) -> None:
        if self._pieces_async is not None:
            await self._pieces_async.aclose()

    def _flow(self, receiver: Receiver) -> Flow[object]:
        self._receiver = receiver
        return exchange(self._client, self._request, self._operation, whole_response, receiver)

    def __repr__(self) -> str:
        return f"<download of {self._request.method} {shown_url(self._request.url)}>"


def download(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Download:
    """An operation that returns a download: its request is built, and not sent yet."""
    site = target._site
    request = build_request(operation, site.root, target._address(), arguments)
    return Download(site.client, request, operation)


def _after(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from pieces


async def _after_async(first: bytes, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    if first:
        yield first
    async for piece in pieces:
        yield piece


class _Target:
    """The file that a download is saved to, under another name until it is complete."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        name = f".{self.path.name[:40]}-{secrets.token_hex(4)}.part"
        try:
            if self.path.is_dir():
                raise IsADirectoryError("it is a directory")
            self._temporary = self.path.with_name(name)
            self._file = self._temporary.open("xb")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise ParameterError(
                compose(
                    f"a download cannot be saved to {os.fspath(self.path)!r}: {reason}.",
                    "Give the path of a file, in a directory that exists and may be written to.",
                )
            ) from None

    def write(self, piece: bytes, end: int) -> None:
        """Write a piece where it belongs. end: the number of bytes up to its end."""
        self._file.seek(end - len(piece))
        self._file.write(piece)

    def complete(self, length: int) -> None:
        """Give the file its name. length: in bytes; an attempt before may have written more."""
        self._file.truncate(length)
        self._file.close()
        self._temporary.replace(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._temporary.unlink(missing_ok=True)
