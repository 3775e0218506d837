"""Where files may be among the parameters of an operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_origin

from ..declare.annotations import plain_type
from ..declare.file_types import is_list_of_files
from ..declare.parameter import Parameter
from ..declare.place import Place, mistake
from ..messages import is_json, is_json_lines, media_type
from .operation import Argument, BodyEncoding


def is_raw(
    arguments: Mapping[str, Argument],
    parameters: Mapping[str, Parameter],
    content_type: str | None,
) -> bool:
    """Whether the whole request body is sent as it is: a file, or text that is not JSON."""
    whole = [name for name, each in arguments.items() if each.location == "body"]
    is_other = content_type is not None and not is_json(media_type({"Content-Type": content_type}))
    return any(
        parameters[name].is_file or (is_other and _is_text(name, arguments)) for name in whole
    )


def is_in_lines(arguments: Mapping[str, Argument], content_type: str | None, place: Place) -> bool:
    """Whether the request body is one JSON value in each line: the items of a list.

    Raises DeclarationError if the media type says so, and the body is no list.
    """
    if content_type is None or not is_json_lines(media_type({"Content-Type": content_type})):
        return False
    whole = [each for each in arguments.values() if each.location == "body"]
    if not whole or get_origin(plain_type(whole[0].kind)[0]) is not list:
        raise mistake(
            f"content_type={content_type!r} is one JSON value in each line, and the request body "
            "is no list.",
            place,
            "Write one parameter for it: `lines: list[dict[str, Any]] = param(location='body')`, "
            "or `lines: str = param(location='body')` for text that is sent as it is.",
        )
    return True


def _is_text(name: str, arguments: Mapping[str, Argument]) -> bool:
    return arguments[name].kind is str


def refuse_misplaced_files(
    arguments: Mapping[str, Argument], parameters: Mapping[str, Parameter], place: Place
) -> None:
    """Refuse a file that is sent where only text or JSON can be."""
    for name, argument in arguments.items():
        is_single = not is_list_of_files(argument.kind)
        if not parameters[name].is_file or argument.location == "multipart":
            continue
        if argument.location == "body" and is_single:
            continue
        found = f"the parameter {name!r} is a file, but is sent in the location"
        if argument.location == "body":
            found = f"the parameter {name!r} is a list of files, but is the whole request body"
            raise mistake(f"{found}.", place.at(name), "Declare it as a single File.")
        raise mistake(
            f"{found} {argument.location!r}.",
            place.at(name),
            "Write body='multipart' for the operation, or location='body' for a file that is the "
            "whole request body.",
        )


def refuse_media_type_of_multipart(
    encoding: BodyEncoding | None, content_type: str | None, place: Place
) -> None:
    """Refuse a media type that says that the parts of a multipart body are something else."""
    if encoding != "multipart" or content_type is None:
        return
    if not content_type.startswith("multipart/") or ";" in content_type:
        raise mistake(
            f"a multipart body cannot have content_type={content_type!r}.",
            place,
            "Leave it out: it is 'multipart/form-data' with a boundary.",
        )
