"""Request bodies of files: what the sandbox reads of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.parser import BytesParser
from email.policy import HTTP
from typing import TYPE_CHECKING, Any, cast

from ..declare.files import File
from ..errors import ParameterError
from ..messages import Request, as_headers
from ..streamed_body import body_bytes
from .refusal import bad_request

if TYPE_CHECKING:
    from ..plan.operation import Argument


def read_multipart(request: Request) -> Iterator[tuple[str, str | File]]:
    """The fields of a multipart form by name: text, or a File where the part has a file name.

    Raises Refusal, a 400, for a body that is not such a form (RFC 7578).
    """
    content_type = as_headers(request.headers).get("Content-Type", "")
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    body = body_bytes(request.body)
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    if body.strip() == f"--{message.get_boundary()}--".encode():
        return  # a form without fields, which the parser takes for a defect
    if not message.is_multipart() or message.defects:
        raise bad_request("The body is not a multipart form with the boundary of its header.")
    for part in message.iter_parts():
        given: Mapping[str, str] = getattr(part["Content-Disposition"], "params", {})
        content = cast("bytes", part.get_payload(decode=True) or b"")
        if "name" not in given:
            raise bad_request("A part of the multipart form has no name.")
        yield given["name"], _field(content, given.get("filename"), part.get_content_type())


def _field(content: bytes, file_name: str | None, media_type: str) -> str | File:
    try:
        if file_name is None:
            return content.decode()
        return File(content, name=file_name or None, media_type=media_type)
    except ValueError as error:
        found = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        raise bad_request(f"A part of the multipart form cannot be read: {found}.") from None


def read_whole(request: Request, argument: Argument) -> Any:
    """The whole request body: as text where the parameter is text, else as a File."""
    content = body_bytes(request.body)
    if argument.kind is str:
        try:
            return content.decode()
        except UnicodeDecodeError:
            raise bad_request("The body is not UTF-8.") from None
    media_type = as_headers(request.headers).get("Content-Type")
    try:
        return File(content, media_type=media_type)
    except ParameterError:
        raise bad_request(f"The content type {media_type!r} is not a media type.") from None


def holds_file(value: Any) -> bool:
    """Whether a value is a file or a list with one."""
    if isinstance(value, list):
        return any(map(holds_file, cast("list[Any]", value)))
    return isinstance(value, File)


def facts_of(value: Any) -> Any:
    """What a record keeps of a file: its name, size and media type. Other values are unchanged."""
    if isinstance(value, list):
        return [facts_of(each) for each in cast("list[Any]", value)]
    if not isinstance(value, File):
        return value
    return {
        "name": value.shown_name,
        "size": value.source().length,
        "media_type": value.media_type or value.guessed_media_type,
    }
