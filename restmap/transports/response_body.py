"""The body of a response: its coding, and its size once decompressed."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator

from ..errors import ResponseError
from ..messages import Headers, OpenResponse, Request, Response
from .failures import InterimError, response_error


class ResponseBuilder:
    """Collects a response body, and refuses one that cannot be decompressed or is too large.

    max_bytes: maximum size of the body, decompressed. can_decode: whether the library decompresses
    a Content-Encoding, in lower case. Raises InterimError for a status code below 200.
    """

    def __init__(
        self,
        request: Request,
        status: int,
        headers: Headers,
        max_bytes: int,
        can_decode: Callable[[str], bool],
    ) -> None:
        if status < 200:
            raise InterimError(f"the status is {status}")
        self.request = request
        self._status = status
        self._headers = headers
        self._bytes_left = max_bytes
        self._max_bytes = max_bytes
        self._pieces: list[bytes] = []
        self.coding = headers.get("Content-Encoding", "").strip().lower()
        # The libraries return a body that they cannot decompress unchanged. An empty one, such as
        # that of a response to HEAD, may declare any coding.
        is_empty = request.method == "HEAD" or headers.get("Content-Length") == "0"
        self.is_coded = self.coding not in ("", "identity") and not is_empty
        if self.is_coded and not can_decode(self.coding):
            raise self._error(
                f"the response body has the coding {self.coding[:40]!r}, which cannot be "
                "decompressed here.",
                "Request another one by the header Accept-Encoding: gzip.",
            )

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
        return OpenResponse(status=self._status, headers=self._headers, pieces=pieces, close=close)

    def undecodable(self) -> ResponseError:
        """Build the error for a body that the library could not decompress."""
        return self._error(
            f"the response body is not valid {self.coding[:40]!r}, the coding it declares.",
            "Retry, or request another coding by the header Accept-Encoding: identity.",
        )

    def _error(self, found: str, remedy: str) -> ResponseError:
        return response_error(self.request, self._status, found, remedy)
