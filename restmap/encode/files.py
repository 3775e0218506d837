"""Request bodies of files: a multipart form (RFC 7578), or one file as the whole body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from urllib3.fields import RequestField
from urllib3.filepost import choose_boundary

from ..body_sources import BytesSource, Source
from ..declare.files import Upload
from ..declare.json_text import wire_text
from ..streamed_body import StreamedBody, shown_length


def encode_multipart(wire: Mapping[str, Any], media_type: str) -> tuple[StreamedBody, str]:
    """The body of a multipart form, and its Content-Type with the boundary.

    wire: text and files by the name of their field; a list repeats its name. media_type: without
    the boundary.
    """
    boundary = choose_boundary()
    fields = [
        (name, each)
        for name, value in wire.items()
        for each in (cast("list[Any]", value) if isinstance(value, list) else [value])
    ]
    sources = [source for name, value in fields for source in _part(name, value, boundary)]
    end = BytesSource(f"--{boundary}--\r\n".encode())
    body = StreamedBody([*sources, end], [(name, _shown(value)) for name, value in fields])
    return body, f"{media_type}; boundary={boundary}"


def _shown(value: Any) -> str:
    """The value of a field as the log shows it."""
    if isinstance(value, Upload):
        return f"<file of {shown_length(value.source.length)}>"
    return wire_text(value)


def _part(name: str, value: Any, boundary: str) -> Iterator[Source]:
    """One field: the headers, the content, and the end of its line."""
    if isinstance(value, Upload):
        file, source = value.file, value.source
        field = RequestField(name, b"", filename=file.shown_name or name)
        field.make_multipart(content_type=file.media_type or file.guessed_media_type)
    else:
        source = BytesSource(wire_text(value).encode())
        field = RequestField(name, b"")
        # The default of OpenAPI for what is not a single value (3.0.3, "Encoding Object").
        is_json = isinstance(value, dict | list)
        field.make_multipart(content_type="application/json" if is_json else None)
    yield BytesSource(f"--{boundary}\r\n{field.render_headers()}".encode())
    yield source
    yield BytesSource(b"\r\n")


def encode_whole(value: Any, declared: str | None) -> tuple[bytes | StreamedBody, str]:
    """A file, bytes or text as the whole body, and its Content-Type.

    declared: the media type of the declaration; that of a File is more exact.
    """
    if not isinstance(value, Upload):
        return wire_text(value).encode(), declared or "text/plain; charset=utf-8"
    media_type = value.file.media_type or declared or value.file.guessed_media_type
    if isinstance(value.source, BytesSource):
        return value.source.content, media_type
    return StreamedBody([value.source]), media_type
