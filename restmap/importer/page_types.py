"""Page types, recognised by what a document says of the answer of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from .documents import Document, Schema


@attrs.frozen
class FoundPage:
    """A page type in a declaration. text: as written. records: the schema of one record."""

    text: str
    records: Schema


Properties = Mapping[str, Schema]
Recognise = Callable[[Properties, str], str | None]
"""From the properties of an answer and the name of its array: the page type, as written."""


@attrs.frozen
class PageChoice:
    """A page type, and how it is told. source: "package.module:Class"."""

    source: str
    recognise: Recognise


def find_page(
    document: Document, answer: Schema, choices: Sequence[PageChoice]
) -> tuple[PageChoice, FoundPage] | None:
    """The first page type that fits an answer."""
    answer = document.resolved(answer)
    if answer.get("type") == "array":
        properties: dict[str, Schema] = {"": answer}
    else:
        properties = {
            name: document.resolved(each) for name, each in document.properties(answer).items()
        }
    for choice in choices:
        for name, schema in properties.items():
            if schema.get("type") == "array":
                text = choice.recognise(properties, name)
                if text is not None:
                    return choice, FoundPage(text, schema.get("items", {}))
    return None


def _bare_array(properties: Properties, name: str) -> str | None:
    return "LinkHeaderPage" if name == "" else None


def _flagged(properties: Properties, name: str) -> str | None:
    return "CursorPage" if name == "data" and "has_more" in properties else None


def _only_array(properties: Properties, name: str) -> str | None:
    arrays = [each for each, schema in properties.items() if schema.get("type") == "array"]
    return f'ArrayPage("{name}")' if arrays == [name] and name else None


COMMON_PAGES: Sequence[PageChoice] = (
    PageChoice("restmap:LinkHeaderPage", _bare_array),
    PageChoice("restmap:CursorPage", _flagged),
    PageChoice("restmap:ArrayPage", _only_array),
)
