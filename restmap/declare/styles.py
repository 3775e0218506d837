"""Styles: how lists and objects are written in a query or a form.

The names are those of OpenAPI: https://spec.openapis.org/oas/v3.1.1.html#style-values
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

import attrs

from .place import Place, known_names, mistake

StyleName: TypeAlias = Literal["form", "spaceDelimited", "pipeDelimited", "deepObject", "json"]

DELIMITERS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}

_NAMES = (*DELIMITERS, "deepObject", "json")


@attrs.frozen(eq=False, repr=False)
class Style:
    """How the wire value of one parameter is written.

    explode: whether each item of a list, and each member of an object, has a key of its own.
    allow_reserved: whether reserved characters are sent as they are.
    """

    name: StyleName
    explode: bool
    allow_reserved: bool


def style_of(
    name: StyleName | None,
    explode: bool | None,
    allow_reserved: bool,
    parameter: str,
    place: Place,
) -> Style:
    """The style that `param()` declares.

    Raises DeclarationError for a style that does not exist or cannot explode.
    """
    chosen = name or "form"
    if chosen not in _NAMES:
        raise mistake(
            f"the parameter {parameter!r} has the style {chosen!r}, which does not exist.",
            place.at(parameter),
            known_names(chosen, _NAMES, "Styles"),
        )
    if explode is not None and chosen in ("deepObject", "json"):
        raise mistake(
            f"the parameter {parameter!r} has explode={explode}, which means nothing for the style "
            f"{chosen!r}.",
            place.at(parameter),
            "Leave explode= out.",
        )
    return Style(chosen, chosen == "form" if explode is None else explode, allow_reserved)


def enveloped_key(path: str, key: str) -> str:
    """The key of a form field in an envelope, as Rails, PHP and others read it.

    path: that of the envelope, with dots.

    >>> enveloped_key("data.ticket", "subject"), enveloped_key("ticket", "tags[0]")
    ('data[ticket][subject]', 'ticket[tags][0]')
    """
    first, *others = path.split(".")
    own, bracket, rest = key.partition("[")
    return first + "".join(f"[{each}]" for each in (*others, own)) + bracket + rest


def key_in_envelope(path: str, key: str) -> str | None:
    """The key of a form field without its envelope; None where it is not in the envelope.

    >>> key_in_envelope("ticket", "ticket[tags][0]"), key_in_envelope("ticket", "subject")
    ('tags[0]', None)
    """
    found = re.fullmatch(re.escape(enveloped_key(path, ""))[:-2] + r"([^\[\]]+)\](.*)", key)
    return found[1] + found[2] if found else None
