"""What a library is given of a request: its body, and all of its headers."""

from __future__ import annotations

from ..messages import Request, merged_headers
from ..streamed_body import RequestBody, StreamedBody, body_length
from .decompression import ACCEPT_ENCODING

# A larger request body is sent in pieces.
_MAX_SENT_AT_ONCE_BYTES = 1024 * 1024


def sendable_body(body: RequestBody) -> RequestBody:
    """A request body for the libraries: many bytes as a StreamedBody, which they send in pieces."""
    if not isinstance(body, bytes) or len(body) <= _MAX_SENT_AT_ONCE_BYTES:
        return body
    from ..body_sources import BytesSource  # for few requests

    return StreamedBody([BytesSource(body)])


def complete_headers(request: Request) -> dict[str, str]:
    """The headers of a request, with the codings of the response and the length of the body.

    The libraries would list the codings that they decompress themselves, and do not know the length
    of a file.
    """
    added = {"Accept-Encoding": ACCEPT_ENCODING}
    length = body_length(request.body)
    if request.body and length is not None:
        added["Content-Length"] = str(length)
    return merged_headers(added, request.headers)
