"""Request bodies for aiohttp."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import BytesIO

from ..errors import ParameterError
from ..messages import Request
from ..streamed_body import RequestBody, StreamedBody
from .request_check import sendable_body


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


def streamable_body(body: RequestBody) -> bytes | BytesIO | AwaitedBody | None:
    """A request body for aiohttp."""
    sendable = sendable_body(body)
    return AwaitedBody(sendable) if isinstance(sendable, StreamedBody) else sendable


def length_header(request: Request) -> dict[str, str]:
    """The header for the length of a streamed body, which aiohttp does not know."""
    body = request.body
    if not isinstance(body, StreamedBody) or body.length is None:
        return {}
    is_given = any(name.lower() == "content-length" for name in request.headers)
    return {} if is_given else {"Content-Length": str(body.length)}
