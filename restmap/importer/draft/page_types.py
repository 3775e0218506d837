"""Page types, recognised by what a document says of the answer of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from ...declare.names import snake_case
from ..read.document_operations import DocumentOperation
from ..read.documents import Document
from ..read.nodes import Schema
from .expressions import Expression, Name, Source, call


@attrs.frozen
class ListAnswer:
    """The answer of an operation, looked at as a list.

    array: the name of the property that may hold the records; "" where the body is the array.
    properties: those of the body. query: what the operation's query takes, by wire name.
    """

    array: str
    properties: Mapping[str, Schema]
    query: Mapping[str, Schema]

    @property
    def arrays(self) -> list[str]:
        """The names of all properties that are arrays."""
        return [name for name, each in self.properties.items() if each.get("type") == "array"]

    @property
    def is_only(self) -> bool:
        """Whether an object has no other array."""
        return self.arrays == [self.array] != [""]


@attrs.frozen
class Arguments:
    """What a page type is made with, in a declaration."""

    positional: tuple[str | int, ...] = ()
    named: Mapping[str, str | int] = attrs.field(factory=dict[str, str | int])


ITEM_KEY = "{key}"
"""As a named argument: the wire name of the field that addresses an item."""


def arguments(*positional: str | int, **named: str | int) -> Arguments:
    """The arguments of a page type: `arguments("data", token="next_cursor")`."""
    return Arguments(positional, named)


Recognise: TypeAlias = Callable[[ListAnswer], Arguments | None]
"""From a response to what its page type is made with; None where it is not of that type."""


@attrs.frozen
class PageChoice:
    """A page type, and how it is told.

    source: "package.module:Class". hides: the wire names of query parameters that it sends, which
    the operation then does not declare.
    """

    source: Source
    recognise: Recognise
    hides: frozenset[str] = frozenset()

    def made_with(self, given: Arguments) -> Expression:
        """The page type as it is declared: the class alone, or with its arguments."""
        if given == Arguments():
            return Name.at(self.source)
        return call(self.source, *given.positional, **given.named)


@attrs.frozen
class FoundPage:
    """A page type in a declaration. page: as it is declared. records: the schema of one record."""

    choice: PageChoice
    page: Expression
    records: Any


def find_page(
    document: Document, operation: DocumentOperation, choices: Sequence[PageChoice]
) -> FoundPage | None:
    """The first page type that fits the answer of an operation."""
    answer = document.resolved(operation.answer)
    if answer.get("type") == "array":
        properties: dict[str, Schema] = {"": answer}
    else:
        properties = {
            name: _with_parts(document, each) for name, each in document.properties(answer).items()
        }
    query = {each.name: document.resolved(each.schema) for each in operation.at("query")}
    for choice in choices:
        for name, schema in properties.items():
            if schema.get("type") == "array":
                given = choice.recognise(ListAnswer(name, properties, query))
                if given is not None:
                    return FoundPage(choice, choice.made_with(given), schema.get("items", {}))
    return None


def _with_parts(document: Document, schema: Any) -> Schema:
    """A schema with what it refers to: its items, the properties that it is put together of."""
    resolved = document.resolved(schema)
    if "allOf" in resolved:
        return {**resolved, "properties": document.properties(resolved)}
    if "items" in resolved:
        return {**resolved, "items": document.resolved(resolved["items"])}
    return resolved


def _bare_array(answer: ListAnswer) -> Arguments | None:
    if answer.array:
        return None
    return arguments(page_size="per_page") if "per_page" in answer.query else arguments()


def _flagged(answer: ListAnswer) -> Arguments | None:
    return arguments() if answer.array == "data" and "has_more" in answer.properties else None


# By what the query takes: what the body gives for it.
_TOKENS = {"cursor": "next_cursor", "page_token": "next_page_token", "pageToken": "nextPageToken"}


def _tokened(answer: ListAnswer) -> Arguments | None:
    for name, token in _TOKENS.items():
        if answer.is_only and name in answer.query and token in answer.properties:
            return arguments(answer.array, token=token, parameter=name)
    return None


# What tells, in snake case, that a list comes in pages.
_PAGED = re.compile("page|.*page_token|.*cursor|offset|skip|(starting_)?after|next.*|has_more")


def _only_array(answer: ListAnswer) -> Arguments | None:
    names = map(snake_case, [*answer.query, *answer.properties])
    is_whole = answer.is_only and not any(map(_PAGED.fullmatch, names))
    return arguments(answer.array) if is_whole else None


def _numbered(answer: ListAnswer) -> Arguments | None:
    is_numbered = {"page", "per_page"} <= set(answer.query)
    return arguments(answer.array) if answer.is_only and is_numbered else None


COMMON_PAGES: Sequence[PageChoice] = (
    PageChoice("restmap:LinkHeaderPage", _bare_array, frozenset({"per_page"})),
    PageChoice("restmap:TokenPage", _tokened, frozenset(_TOKENS)),
    PageChoice("restmap:CursorPage", _flagged, frozenset({"limit", "starting_after"})),
    PageChoice("restmap:NumberPage", _numbered, frozenset({"page", "per_page"})),
    PageChoice("restmap:ArrayPage", _only_array),
)
