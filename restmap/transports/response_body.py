"""The body of a response: its coding, and its size once decompressed."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator, Iterable, Iterator
from typing import TYPE_CHECKING

from ..errors import ResponseError
from ..messages import Headers, Request, Response, request_error
from .decompression import ACCEPT_ENCODING, Decompressor, InvalidDataError, find_codings

if TYPE_CHECKING:
    from .open_response import OpenResponse


class InterimError(OSError):
    """A status code below 200 where a final response was expected."""


class UnfinishedError(OSError):
    """A response body that ended before its coding did."""


class ResponseBuilder:
    """Collects a response body, and refuses one that cannot be decompressed or is too large.

    max_bytes: maximum size of the body, decompressed. is_coded: whether its pieces have the coding
    that the headers name; a library that replays responses may have decompressed them.
    Raises InterimError for a status code below 200, and ResponseError for an unknown coding.
    """

    def __init__(
        self,
        request: Request,
        status: int,
        headers: Headers,
        max_bytes: int,
        *,
        is_coded: bool = True,
    ) -> None:
        if status < 200:
            raise InterimError(f"the status is {status}")
        self.request = request
        self._status = status
        self._headers = headers
        self._bytes_left = max_bytes
        self._max_bytes = max_bytes
        self._pieces: list[bytes] = []
        self._coding = headers.get("Content-Encoding", "")
        self._decompressor = self._find_decompressor() if self._coding and is_coded else None

    def _find_decompressor(self) -> Decompressor | None:
        if self.request.method == "HEAD" or self._headers.get("Content-Length") == "0":
            return None  # an empty body may declare any coding
        codings = find_codings(self._coding)
        if codings is None:
            raise self._error(
                f"the response body has the coding {self._coding[:40]!r}, which cannot be "
                "decompressed here.",
                f"Request another one by the header Accept-Encoding: {ACCEPT_ENCODING}.",
            )
        return Decompressor(codings) if codings else None

    def decoded(self, received: bytes) -> Iterable[bytes]:
        """What a received piece becomes, decompressed. Raises ResponseError where it cannot be."""
        if self._decompressor is None:
            return (received,)
        return self._decompressed(self._decompressor.decode(received))

    def _decompressed(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        try:
            yield from pieces
        except InvalidDataError as error:
            raise self._error(
                f"the response body is not valid {self._coding[:40]!r}, the coding it declares.",
                "Retry, or request another coding by the header Accept-Encoding: identity.",
            ) from error.__cause__

    def check_end(self) -> None:
        """Raise UnfinishedError where the body ended before its coding did."""
        if self._decompressor is not None and not self._decompressor.is_complete:
            raise UnfinishedError

    def add(self, piece: bytes) -> None:
        """Add a decompressed piece. Raises ResponseError where the body becomes too large."""
        self._bytes_left -= len(piece)
        if self._bytes_left < 0:
            raise self._error(
                f"the response body is larger than {self._max_bytes} bytes.",
                "If you expect that, allow more: ConnectionSettings(max_body_bytes=…).",
            )
        self._pieces.append(piece)

    def response(self) -> Response:
        """The response, after the last piece of its body was added."""
        return Response(self._status, self._headers, b"".join(self._pieces))

    @property
    def stays_open(self) -> bool:
        """Whether the body is left to be read in pieces, and not collected here."""
        return self.request.streamed and 200 <= self._status < 300

    def open_response(
        self, pieces: Generator[bytes] | AsyncGenerator[bytes], close: Callable[[], object]
    ) -> OpenResponse:
        """The response before any of its body is read."""
        from .open_response import OpenResponse  # for downloads

        return OpenResponse(status=self._status, headers=self._headers, pieces=pieces, close=close)

    def _error(self, found: str, remedy: str) -> ResponseError:
        return request_error(ResponseError, self.request, found, remedy, status=self._status)
