"""Downloads: bytes as a response, whole or in part."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode

from ..messages import Request, Response, as_headers
from .refusal import Refusal

# RFC 9110 14.1.2: from a byte to another, from a byte on, or the last bytes.
_byte_range = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})").fullmatch


def bytes_response(request: Request, content: bytes, media_type: str) -> Response:
    """The response that has these bytes, or the range of them that a GET asks for (RFC 9110 14.2).

    It has a strong ETag and the checksum of the whole (RFC 9530). Raises Refusal, a 416, for a
    range that has no bytes.

    >>> request = Request("GET", "https://api.example.com/file", {"Range": "bytes=1-"})
    >>> response = bytes_response(request, b"abc", "text/plain")
    >>> response.status, response.headers["Content-Range"], response.body
    (206, 'bytes 1-2/3', b'bc')
    """
    digest = hashlib.sha256(content)
    etag = f'"{digest.hexdigest()[:32]}"'
    headers = {
        "Content-Type": media_type,
        "ETag": etag,
        "Accept-Ranges": "bytes",
        "Repr-Digest": f"sha-256=:{b64encode(digest.digest()).decode()}:",
    }
    given = as_headers(request.headers)
    if etag in map(str.strip, given.get("If-None-Match", "").split(",")):
        return Response(304, headers)
    asked = given.get("Range") if request.method == "GET" else None
    part = None if asked is None or given.get("If-Range", etag) != etag else _range(asked, content)
    status, body = 200, content
    if part is not None:
        status, body = 206, content[part.start : part.stop]
        headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{len(content)}"
    return Response(status, {**headers, "Content-Length": str(len(body))}, body)


def _range(asked: str, content: bytes) -> range | None:
    """The positions of the bytes that a Range header asks for; None where it is ill-formed.

    Raises Refusal, a 416, where there are none (RFC 9110 15.5.17).
    """
    found = _byte_range(asked)
    first, last = found.groups() if found is not None else ("", "")
    if not (first or last) or (first and last and int(first) > int(last)):
        return None
    size = len(content)
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last) + 1, size) if first and last else size
    if start >= end:
        message = f"The range {asked!r} has none of the {size} bytes."
        raise Refusal(416, message, {"Content-Range": f"bytes */{size}"})
    return range(start, end)
