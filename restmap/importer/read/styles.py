"""Styles: how a parameter of a query or a form is written, where its type alone does not say."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl

import attrs

from .nodes import Node

_STYLES = ("form", "spaceDelimited", "pipeDelimited", "deepObject")


@attrs.frozen
class WireStyle:
    """The style of a parameter, as OpenAPI names it.

    name: None where the document gives none. explode: None for the default of the style.
    """

    name: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False


NO_STYLE = WireStyle()
"""The style of a parameter whose type alone says how it is written."""


def style_of_parameter(parameter: Node) -> WireStyle:
    """The style of a query parameter (https://spec.openapis.org/oas/v3.0.3#style-values).

    Raises IllFormedError for a style that a query cannot have.
    """
    content = parameter.member("content").mapping()
    if content and parameter.member("schema").is_absent:
        return WireStyle("json")
    return _style_in(parameter)


def style_of_field(encoding: Node) -> WireStyle:
    """The style of a field of a form, by its `encoding`; by default that of its type."""
    media_type = encoding.member("contentType").text()
    given = _style_in(encoding)
    if given == NO_STYLE and media_type.partition(";")[0].endswith(("/json", "+json")):
        return WireStyle("json")
    return given


def _style_in(node: Node) -> WireStyle:
    name = node.member("style").text() or None
    if name == "simple":  # the style of paths and headers, which is a list with commas
        return WireStyle("form", False)
    if name is not None and name not in _STYLES:
        raise node.refuse(f"a query cannot have the style {name!r:.60}")
    explode = None if node.member("explode").is_absent else node.member("explode").flag()
    if explode == (name in ("form", None)) or name == "deepObject":
        explode = None  # the default of the style
    return WireStyle(name, explode, node.member("allowReserved").flag())


def split_variant(path: str) -> tuple[str, str]:
    """A path without its query and its fragment, and these as they stand in the document.

    Some documents tell several operations of one URL apart by them.

    >>> split_variant("/files/{id}#share"), split_variant("/answers?beta=true")
    (('/files/{id}', '#share'), ('/answers', '?beta=true'))
    """
    for index, character in enumerate(path):
        if character in "?#":
            return path[:index], path[index:]
    return path, ""


def query_of(variant: str) -> Iterator[tuple[str, str]]:
    """The parameters in the query that a path has in the document.

    >>> list(query_of("?beta=true#share"))
    [('beta', 'true')]
    """
    if variant.startswith("?"):
        yield from parse_qsl(variant[1:].partition("#")[0], keep_blank_values=True)


def fragment_of(variant: str) -> str:
    """The fragment that a path has in the document.

    >>> fragment_of("#share"), fragment_of("?beta=true")
    ('share', '')
    """
    return variant.partition("#")[2]
