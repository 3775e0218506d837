"""The body of a response: which codings it may have, and how large it may become."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from io import BytesIO

from ..errors import ResponseError
from ..messages import Request
from .failures import response_error

# How much is decompressed at once: what a decompression bomb can cost beyond the limit.
PIECE_BYTES = 64 * 1024

# A request body that is larger goes out in pieces, which the libraries take from a file.
_MAX_SENT_AT_ONCE_BYTES = 1024 * 1024


class BodyLimit:
    """Collects the body of a response, and refuses it where it cannot be read or is too large.

    request, status, headers: of the exchange. max_bytes: how large the body may be, decompressed.
    codings: those that the library decompresses. nests: whether it does so with one over the other.
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
        # An empty body is one in any coding, as responses to HEAD have it.
        is_empty = request.method == "HEAD" or headers.get("Content-Length") == "0"
        if self._coding not in ("", "identity") and not is_empty:
            self._check_coding(self._coding.split(",") if nests else [self._coding], codings)

    def add(self, piece: bytes) -> None:
        """Take a piece, decompressed. Raises ResponseError where that is too much."""
        self._size += len(piece)
        if self._size > self._max_bytes:
            raise self._too_large()
        self._pieces.append(piece)

    def whole(self) -> bytes:
        """The body, when all of its pieces were added."""
        return self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)

    def unreadable(self) -> ResponseError:
        """The error for what the library could not decompress."""
        return response_error(
            self._request,
            self._status,
            f"the body of the response is not what its coding {self._coding[:40]!r} says.",
            "The server, or something on the way, damaged it.",
        )

    def _check_coding(self, names: Sequence[str], known: Collection[str]) -> None:
        # A library hands over what it cannot decompress as if it were the body.
        if not all(name.strip() in known for name in names):
            raise response_error(
                self._request,
                self._status,
                f"the body of the response has the coding {self._coding[:40]!r}, which cannot be "
                "read here.",
                f"Ask for another one: Accept-Encoding: {', '.join(known)}.",
            )

    def _too_large(self) -> ResponseError:
        return response_error(
            self._request,
            self._status,
            f"the body of the response is larger than {self._max_bytes} bytes.",
            "If that is right, allow more: max_body_bytes=….",
        )


def as_sent(body: bytes | None) -> bytes | BytesIO | None:
    """A request body as the libraries want it: a large one as a file, which they send in pieces."""
    return body if body is None or len(body) <= _MAX_SENT_AT_ONCE_BYTES else BytesIO(body)
