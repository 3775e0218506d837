"""Page types: recognised by the schema of a response and the parameters of its operation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from ...declare.names import snake_case
from ..read.documents import Document
from ..read.nodes import Schema
from ..read.operations import DocumentOperation
from .expressions import Expression, Name, Source, call


@attrs.frozen
class ListResponse:
    """The response of an operation, seen as a list.

    array: the property that may hold the records; "" if the body itself is the array. properties:
    the properties of the body. query: the query parameters of the operation, by wire name.
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
        """Whether the body is an object with no other array."""
        return self.arrays == [self.array] != [""]


@attrs.frozen
class Arguments:
    """The arguments of a page type in a declaration."""

    positional: tuple[str | int, ...] = ()
    named: Mapping[str, str | int] = attrs.field(factory=dict[str, str | int])


ITEM_KEY = "{key}"
"""As a named argument: the wire name of the field that addresses an item."""


def arguments(*positional: str | int, **named: str | int) -> Arguments:
    """The arguments of a page type: `arguments("data", token="next_cursor")`."""
    return Arguments(positional, named)


Recognise: TypeAlias = Callable[[ListResponse], Arguments | None]
"""A function that returns the arguments of a page type for a response; None if it does not fit."""


@attrs.frozen
class PageChoice:
    """A page type, and the function that recognises it.

    source: "package.module:Class". recognise: returns the arguments of the page type for a response
    that it fits. hidden_parameters: the wire names of the query parameters that the page type
    sends itself, so that the operation does not declare them.
    """

    source: Source
    recognise: Recognise
    hidden_parameters: frozenset[str] = frozenset()

    def expression(self, page_arguments: Arguments) -> Expression:
        """The expression of the page type: the class, or a call of it with arguments."""
        if page_arguments == Arguments():
            return Name.at(self.source)
        return call(self.source, *page_arguments.positional, **page_arguments.named)


@attrs.frozen
class PageMatch:
    """The page type of an operation. page: its expression. records: the schema of one record."""

    choice: PageChoice
    page: Expression
    records: Any


def find_page(
    document: Document, operation: DocumentOperation, choices: Sequence[PageChoice]
) -> PageMatch | None:
    """The first page type that fits the response of an operation."""
    body = document.resolved(operation.response)
    if body.get("type") == "array":
        properties: dict[str, Schema] = {"": body}
    else:
        properties = {
            name: _with_properties(document, each)
            for name, each in document.properties(body).items()
        }
    query = {each.name: document.resolved(each.schema) for each in operation.parameters_in("query")}
    for choice in choices:
        for name, schema in properties.items():
            if schema.get("type") == "array":
                matched = choice.recognise(ListResponse(name, properties, query))
                if matched is not None:
                    return PageMatch(choice, choice.expression(matched), schema.get("items", {}))
    return None


def _with_properties(document: Document, schema: Any) -> Schema:
    """A schema with the references of its items resolved, and the properties of its `allOf`."""
    resolved = document.resolved(schema)
    if "allOf" in resolved:
        return {**resolved, "properties": document.properties(resolved)}
    if "items" in resolved:
        return {**resolved, "items": document.resolved(resolved["items"])}
    return resolved


def _recognise_link_header(response: ListResponse) -> Arguments | None:
    if response.array:
        return None
    return arguments(page_size="per_page") if "per_page" in response.query else arguments()


def _recognise_cursor(response: ListResponse) -> Arguments | None:
    return arguments() if response.array == "data" and "has_more" in response.properties else None


# The property of the body that holds the value of each query parameter.
_TOKENS = {"cursor": "next_cursor", "page_token": "next_page_token", "pageToken": "nextPageToken"}


def _recognise_token(response: ListResponse) -> Arguments | None:
    for name, token in _TOKENS.items():
        if response.is_only and name in response.query and token in response.properties:
            return arguments(response.array, token=token, parameter=name)
    return None


# Names, in snake case, that show that a list is paged.
_PAGED = re.compile("page|.*page_token|.*cursor|offset|skip|(starting_)?after|next.*|has_more")


def _recognise_array(response: ListResponse) -> Arguments | None:
    names = map(snake_case, [*response.query, *response.properties])
    is_complete = response.is_only and not any(map(_PAGED.fullmatch, names))
    return arguments(response.array) if is_complete else None


def _recognise_number(response: ListResponse) -> Arguments | None:
    is_recognise_number = {"page", "per_page"} <= set(response.query)
    return arguments(response.array) if response.is_only and is_recognise_number else None


COMMON_PAGES: Sequence[PageChoice] = (
    PageChoice("restmap:LinkHeaderPage", _recognise_link_header, frozenset({"per_page"})),
    PageChoice("restmap:TokenPage", _recognise_token, frozenset(_TOKENS)),
    PageChoice("restmap:CursorPage", _recognise_cursor, frozenset({"limit", "starting_after"})),
    PageChoice("restmap:NumberPage", _recognise_number, frozenset({"page", "per_page"})),
    PageChoice("restmap:ArrayPage", _recognise_array),
)
