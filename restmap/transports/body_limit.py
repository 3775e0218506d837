"""The limits of a response body: its codings, and its size once decompressed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from io import BytesIO

from ..errors import ResponseError
from ..messages import Request
from .failures import response_error

# The bytes read at once, which bounds what a decompression bomb costs beyond the limit.
PIECE_BYTES = 64 * 1024

# A larger request body is sent in pieces, which the libraries read from a file object.
_MAX_SENT_AT_ONCE_BYTES = 1024 * 1024


class BodyLimit:
    """Collects a response body, and refuses one that cannot be decompressed or is too large.

    request, status, headers: of the exchange. max_bytes: maximum size of the body, decompressed.
    codings: those that the library decompresses. nests: whether it decompresses several in a row.
    """

    def __init__(
        self,
        request: Request,
        status: int,
        headers: Mapping[str, str],
        max_bytes: int,
        codings: Collection[str],
        *,
        nests: bool = False,
    ) -> None:
        self._request = request
        self._status = status
        self._max_bytes = max_bytes
        self._size = 0
        self._pieces: list[bytes] = []
        self._coding = headers.get("Content-Encoding", "").strip().lower()
        # An empty body, such as that of a response to HEAD, may declare any coding.
        is_empty = request.method == "HEAD" or headers.get("Content-Length") == "0"
        if self._coding not in ("", "identity") and not is_empty:
            self._check_coding(self._coding.split(",") if nests else [self._coding], codings)

    def add(self, piece: bytes) -> None:
        """Add a decompressed piece. Raises ResponseError where the body becomes too large."""
        self._size += len(piece)
        if self._size > self._max_bytes:
            raise self._too_large()
        self._pieces.append(piece)

    def whole(self) -> bytes:
        """The whole body, after its last piece was added."""
        return self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)

    def unreadable(self) -> ResponseError:
        """Build the error for a body that the library could not decompress."""
        return response_error(
            self._request,
            self._status,
            f"the response body is not valid {self._coding[:40]!r}, the coding it declares.",
            "Retry, or request another coding by the header Accept-Encoding: identity.",
        )

    def _check_coding(self, names: Sequence[str], known: Collection[str]) -> None:
        # The libraries return a body that they cannot decompress unchanged.
        if not all(name.strip() in known for name in names):
            raise response_error(
                self._request,
                self._status,
                f"the response body has the coding {self._coding[:40]!r}, which cannot be "
                "decompressed here.",
                f"Request another one by the header Accept-Encoding: {', '.join(known)}.",
            )

    def _too_large(self) -> ResponseError:
        return response_error(
            self._request,
            self._status,
            f"the response body is larger than {self._max_bytes} bytes.",
            "If you expect that, allow more: ConnectionSettings(max_body_bytes=…).",
        )


def sendable_body(body: bytes | None) -> bytes | BytesIO | None:
    """A request body for the libraries: a large one as a file, which they send in pieces."""
    return body if body is None or len(body) <= _MAX_SENT_AT_ONCE_BYTES else BytesIO(body)
