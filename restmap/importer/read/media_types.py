"""Media types of bodies: which of several is used, and where the properties of a body are sent."""

from __future__ import annotations

import re

from .nodes import Node
from .operations import Location

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

# RFC 9110 8.3.1
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+*-]+/[\w!#$&^.+*-]+( *; *[\w!#$&^.+-]+=[\w!#$&^.+-]+)*", re.A)


def media_types(content: Node) -> list[str]:
    """The media types of a body. Raises IllFormedError if it has keys, and none is a media type."""
    types = [each for each in content.mapping() if _MEDIA_TYPE.fullmatch(each)]
    for each in content.mapping():
        if not types:
            raise content.refuse(f"{each!r:.100} is not a media type")
    return types


def is_json_type(content_type: str) -> bool:
    """Whether a media type is JSON, or may be."""
    plain = content_type.partition(";")[0].strip()
    return plain.endswith(("/json", "+json", "*/*")) or plain == "application/*"


def is_other_json(content_type: str) -> bool:
    """Whether a media type is JSON, but has another name than that of plain JSON."""
    plain = content_type.partition(";")[0].strip()
    return is_json_type(plain) and plain != "application/json" and "*" not in plain


def preference(content_type: str) -> int:
    """The rank of a media type among several of one body; the lowest is the best.

    A patch of JSON (RFC 6902) is a list of changes, where others take the members to change.
    """
    plain = content_type.partition(";")[0].strip().lower()
    if plain == "application/json-patch+json":
        return 1
    if is_json_type(content_type) or plain == FORM:
        return 0
    return 2 if plain == MULTIPART else 3


def location_of_fields(content_type: str | None) -> Location | None:
    """Where the properties of a request body are sent; None if the body is sent as it is."""
    if content_type is None or is_json_type(content_type):
        return "json"
    plain = content_type.partition(";")[0].strip().lower()
    if plain == FORM:
        return "form"
    return "multipart" if plain == MULTIPART else None
