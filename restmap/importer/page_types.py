"""Page types, recognised by what a document says of the answer of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import attrs

from ..declare.names import snake_case
from .documents import Document, DocumentOperation, Schema


@attrs.frozen
class ListAnswer:
    """The answer of an operation, looked at as a list.

    array: the name of the property that may hold the records; "" where the body is the array.
    properties: those of the body. query: the wire names of what the operation's query takes.
    """

    array: str
    properties: Mapping[str, Schema]
    query: frozenset[str]

    @property
    def arrays(self) -> list[str]:
        """The names of all properties that are arrays."""
        return [name for name, each in self.properties.items() if each.get("type") == "array"]

    @property
    def is_only(self) -> bool:
        """Whether an object has no other array."""
        return self.arrays == [self.array] != [""]


Recognise = Callable[[ListAnswer], str | None]
"""From an answer to its page type as it is written; None where it is not of that type."""


@attrs.frozen
class PageChoice:
    """A page type, and how it is told.

    source: "package.module:Class". hides: the wire names of query parameters that it sends, which
    the operation then does not declare.
    """

    source: str
    recognise: Recognise
    hides: frozenset[str] = frozenset()


@attrs.frozen
class FoundPage:
    """A page type in a declaration. text: as written. records: the schema of one record."""

    choice: PageChoice
    text: str
    records: Schema


def find_page(
    document: Document, operation: DocumentOperation, choices: Sequence[PageChoice]
) -> FoundPage | None:
    """The first page type that fits the answer of an operation."""
    answer = document.resolved(operation.answer)
    if answer.get("type") == "array":
        properties: dict[str, Schema] = {"": answer}
    else:
        properties = {
            name: document.resolved(each) for name, each in document.properties(answer).items()
        }
    query = frozenset(each.name for each in operation.at("query"))
    for choice in choices:
        for name, schema in properties.items():
            if schema.get("type") == "array":
                text = choice.recognise(ListAnswer(name, properties, query))
                if text is not None:
                    return FoundPage(choice, text, schema.get("items", {}))
    return None


def _bare_array(answer: ListAnswer) -> str | None:
    size = '(page_size="per_page")' if "per_page" in answer.query else ""
    return None if answer.array else f"LinkHeaderPage{size}"


def _flagged(answer: ListAnswer) -> str | None:
    return "CursorPage" if answer.array == "data" and "has_more" in answer.properties else None


# By what the query takes: what the body gives for it.
_TOKENS = {"cursor": "next_cursor", "page_token": "next_page_token", "pageToken": "nextPageToken"}


def _tokened(answer: ListAnswer) -> str | None:
    for name, token in _TOKENS.items():
        if answer.is_only and name in answer.query and token in answer.properties:
            return f'TokenPage("{answer.array}", token="{token}", parameter="{name}")'
    return None


# What tells, in snake case, that a list comes in pages.
_PAGED = re.compile("page|.*page_token|.*cursor|offset|skip|(starting_)?after|next.*|has_more")


def _only_array(answer: ListAnswer) -> str | None:
    names = map(snake_case, [*answer.query, *answer.properties])
    is_whole = answer.is_only and not any(map(_PAGED.fullmatch, names))
    return f'ArrayPage("{answer.array}")' if is_whole else None


def _numbered(answer: ListAnswer) -> str | None:
    is_numbered = {"page", "per_page"} <= answer.query
    return f'NumberPage("{answer.array}")' if answer.is_only and is_numbered else None


COMMON_PAGES: Sequence[PageChoice] = (
    PageChoice("restmap:LinkHeaderPage", _bare_array, frozenset({"per_page"})),
    PageChoice("restmap:TokenPage", _tokened, frozenset(_TOKENS)),
    PageChoice("restmap:CursorPage", _flagged, frozenset({"limit", "starting_after"})),
    PageChoice("restmap:NumberPage", _numbered, frozenset({"page", "per_page"})),
    PageChoice("restmap:ArrayPage", _only_array),
)
