"""Request bodies for aiohttp."""

from __future__ import annotations

from collections.abc import AsyncIterator

from ..errors import ParameterError
from ..streamed_body import RequestBody, StreamedBody
from .sent_request import sendable_body


class AwaitedBody:
    """The pieces of a streamed body, for `data=` of aiohttp, which takes an async iterable.

    failure: the error of the file or of the iterator, which aiohttp takes for one of the
    connection.
    """

    def __init__(self, body: StreamedBody) -> None:
        self._body = body
        self.failure: ParameterError | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for piece in self._body:
                yield piece
        except ParameterError as error:
            self.failure = error
            raise


def streamable_body(body: RequestBody) -> bytes | AwaitedBody | None:
    """A request body for aiohttp."""
    sendable = sendable_body(body)
    return AwaitedBody(sendable) if isinstance(sendable, StreamedBody) else sendable
