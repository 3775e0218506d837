"""What is received of a response body in pieces, over all attempts of a call."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..errors import ResponseError
from ..messages import Request, Response, has_header, request_error
from ..transports.failures import INCOMPLETE, transport_error
from .body_flow import Receive

if TYPE_CHECKING:
    from .body_flow import BodyFlow

# RFC 9110 15.3: a response with one of these status codes has nothing that was asked for.
_STATUSES_WITHOUT_CONTENT = frozenset({202, 204, 205})
_PARTIAL = 206

# RFC 9110 14.4: the range of a part, and the length of the whole.
_content_range = re.compile(r"bytes ([0-9]+)-[0-9]+/([0-9]+|\*)").fullmatch

# RFC 9110 8.8.3, in ASCII: it is sent back in a header.
_is_strong_etag = re.compile(r'"[!#-~]*"').fullmatch


class Receiver:
    """Receives a response body in pieces; the attempt after a failure goes on where it ended.

    restarts: whether the body may begin again with its first byte, where the server cannot send the
        rest alone: a file can be overwritten, and what the caller was given cannot be taken back.
    max_bytes: the maximum size of the body; None for no limit.
    received: the number of bytes so far. total: that of the whole; None where it is not known.
    response: the status and the headers of the first response.
    """

    def __init__(self, *, restarts: bool, max_bytes: int | None = None) -> None:
        self._restarts = restarts
        self._max_bytes = max_bytes
        self.response: Response | None = None
        self.received = 0
        self.total: int | None = None
        self._etag: str | None = None
        self._checksum: Checksum | None = None
        self._asks_for_part = False

    @property
    def can_go_on(self) -> bool:
        """Whether another attempt makes sense."""
        return self._restarts or self.received == 0 or self._etag is not None

    def next_request(self, request: Request) -> Request:
        """The request of the next attempt: for the rest of the body, if it is known to be the same.

        RFC 9110 13.1.5: with If-Range, the server sends the whole if it has changed.
        """
        self._asks_for_part = has_header(request.headers, "Range")
        if self._etag is None or self.received == 0:
            return request
        return request.with_headers({"Range": f"bytes={self.received}-", "If-Range": self._etag})

    def receive(self, request: Request, response: Response) -> BodyFlow[None]:
        """Receive the body of a response.

        Raises TransportError where it is incomplete, and ResponseError where it is not what the
        request asked for, or differs from what its headers say.
        """
        if self._etag is not None and self.received and response.status == _PARTIAL:
            self._refuse_other_part(request, response)
        else:
            self._begin(request, response)
        yield Receive(response, lambda piece: self._add(piece, request, response))
        if self.total is not None and self.received < self.total:
            raise transport_error(request, INCOMPLETE, maybe_sent=True)
        if self._checksum is not None and not self._checksum.fits():
            header = self._checksum.header
            found = f"the response body does not have the checksum of its header {header!r}."
            raise _unusable(request, response, found, "Download it again: it was damaged.")

    def _begin(self, request: Request, response: Response) -> None:
        if response.status in _STATUSES_WITHOUT_CONTENT or response.status >= 300:
            found = f"the response with status code {response.status} has nothing to download."
            remedy = "See its headers; with a 202 the file may be ready later."
            raise _unusable(request, response, found, remedy)
        if response.status == _PARTIAL and not self._asks_for_part:
            found = "the response is a part of the file, and not the whole."
            raise _unusable(request, response, found, "The request did not ask for a part.")
        if self.received and not self._restarts:
            found = f"the file changed after {self.received} bytes of it were received."
            raise _unusable(request, response, found, "Download it again from its beginning.")
        self.received = 0
        self.response = Response(response.status, response.headers)
        headers = response.headers
        self.total, self._etag, self._checksum = None, None, None
        if headers.get("Content-Encoding", "identity").lower() != "identity":
            return  # length and checksums are those of the encoded bytes (RFC 9110 8.6, RFC 9530 2)
        length, etag = headers.get("Content-Length", ""), headers.get("ETag", "")
        self.total = int(length) if re.fullmatch("[0-9]{1,18}", length) else None
        self._checksum = find_checksum(headers, is_part=response.status == _PARTIAL)
        sends_parts = headers.get("Accept-Ranges", "bytes") != "none" and not self._asks_for_part
        if request.method == "GET" and self.total is not None and sends_parts:
            self._etag = etag if _is_strong_etag(etag) else None

    def _refuse_other_part(self, request: Request, response: Response) -> None:
        """Raise ResponseError for a part that does not continue what was received."""
        headers = response.headers
        found = _content_range(headers.get("Content-Range", ""))
        follows = found is not None and int(found[1]) == self.received
        is_same = found is not None and found[2] in ("*", str(self.total))
        is_same = is_same and headers.get("ETag", self._etag) == self._etag
        if not (follows and is_same and "Content-Encoding" not in headers):
            wrong = f"the response is not the rest of the file from byte {self.received} on."
            raise _unusable(request, response, wrong, "Download it again from its beginning.")

    def _add(self, piece: bytes, request: Request, response: Response) -> None:
        self.received += len(piece)
        if self._max_bytes is not None and self.received > self._max_bytes:
            found = f"the response body is larger than {self._max_bytes} bytes."
            raise _unusable(request, response, found, "Allow more: max_bytes=….")
        if self.total is not None and self.received > self.total:
            found = f"the response body is longer than {self.total} bytes, as its headers say."
            raise _unusable(request, response, found, "Download it again: it was damaged.")
        if self._checksum is not None:
            self._checksum.update(piece)


def _unusable(request: Request, response: Response, found: str, remedy: str) -> ResponseError:
    return request_error(ResponseError, request, found, remedy, status=response.status)


class Checksum:
    """The checksum that a header of a response states, and that of what is received.

    header: its name. expected: in base64.
    """

    def __init__(self, header: str, algorithm: str, expected: str) -> None:
        self.header = header
        self._expected = expected
        self._hash = hashlib.new(algorithm, usedforsecurity=False)

    def update(self, piece: bytes) -> None:
        """Add a piece."""
        self._hash.update(piece)

    def fits(self) -> bool:
        """Whether the checksum is that of the header."""
        return b64encode(self._hash.digest()).decode() == self._expected


def find_checksum(headers: Mapping[str, str], *, is_part: bool) -> Checksum | None:
    """The best checksum among the headers of a response; None where there is none.

    is_part: whether the content is a part of the whole, for which Repr-Digest is (RFC 9530 3).

    >>> find_checksum({"Content-MD5": "rL0Y20zC+Fzt72VPzMSk2A=="}, is_part=False).header
    'Content-MD5'
    """
    for header in ("Content-Digest",) if is_part else ("Repr-Digest", "Content-Digest"):
        for algorithm in ("sha-512", "sha-256"):
            stated = rf"(?:^|,)\s*{algorithm}=:([A-Za-z0-9+/=]+):"
            if found := re.search(stated, headers.get(header, "")):
                return Checksum(header, algorithm.replace("-", ""), found[1])
    md5 = headers.get("Content-MD5")  # RFC 1864 2
    return Checksum("Content-MD5", "md5", md5.strip()) if md5 else None
