"""Page types: recognised by the schema of a response and the parameters of its operation."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from ..read.documents import Document
from ..read.nodes import Schema
from ..read.operations import DocumentOperation, Location
from .expressions import Expression, Name, Source, call
from .results import FoundRecords, scalars_of

Argument: TypeAlias = "str | int | Expression | None"


@attrs.frozen
class ListResponse:
    """The response of an operation, seen as a list.

    array: the dotted path of the array that may hold the records; "" if the body itself is the
    array. properties: the properties of the body. query: the parameters of the operation in its
    query, or in the JSON body of a list by POST, by wire name or dotted path. scalars: the members
    of the body that are no arrays, by dotted path. headers: the names of the response's headers.
    record: the properties of a record in the array. is_in_json: whether the parameters are sent in
    a JSON body.
    """

    array: str
    properties: Mapping[str, Schema]
    query: Mapping[str, Schema]
    scalars: Mapping[str, Schema] = attrs.field(factory=dict[str, Schema])
    headers: Sequence[str] = ()
    record: Mapping[str, Schema] = attrs.field(factory=dict[str, Schema])
    is_in_json: bool = False

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

    positional: tuple[Argument, ...] = ()
    named: Mapping[str, Argument] = attrs.field(factory=dict[str, Argument])


ITEM_KEY = "{key}"
"""As a named argument: the wire name of the field that addresses an item."""


def arguments(*positional: Argument, **named: Argument) -> Arguments:
    """The arguments of a page type: `arguments("data", token="next_cursor")`."""
    return Arguments(positional, named)


PARAMETER_OBJECTS = frozenset({"options", "pagination", "paging"})
"""Objects in the request body of a list that hold the parameters of a page."""


Recognise: TypeAlias = Callable[[ListResponse], Arguments | None]
"""A function that returns the arguments of a page type for a response; None if it does not fit."""


@attrs.frozen
class PageChoice:
    """A page type, and the function that recognises it.

    source: "package.module:Class". recognise: returns the arguments of the page type for a response
    that it fits. hidden_parameters: the wire names of the query parameters that the page type
    sends itself, so that the operation does not declare them; those that are arguments of the page
    type are hidden as well.
    """

    source: Source
    recognise: Recognise
    hidden_parameters: frozenset[str] = frozenset()

    def expression(self, page_arguments: Arguments) -> Expression:
        """The expression of the page type: the class, or a call of it with arguments.

        An argument that is the default of the page type is left out.
        """
        positional = [*page_arguments.positional]
        defaults = self._defaults()
        named = {
            name: value
            for name, value in page_arguments.named.items()
            if name not in defaults or defaults[name] != value
        }
        if positional == [None]:
            positional = []
        if not positional and not named:
            return Name.at(self.source)
        return call(self.source, *positional, **named)

    def _defaults(self) -> Mapping[str, object]:
        module, _, name = self.source.partition(":")
        parameters = inspect.signature(getattr(importlib.import_module(module), name)).parameters
        return {
            each.name: each.default
            for each in parameters.values()
            if each.default is not inspect.Parameter.empty
        }


@attrs.frozen
class PageMatch:
    """The page type of an operation.

    page: its expression. array: the dotted path of the records in the response body. records: the
    schema of one record. hidden: the query parameters that the page type sends. is_sure: whether
    more pages cannot be missed.
    """

    page: Expression
    array: str
    records: Any
    hidden: frozenset[str]
    is_sure: bool = True


def find_page(
    document: Document,
    operation: DocumentOperation,
    choices: Sequence[PageChoice],
    found: FoundRecords | None = None,
) -> PageMatch | None:
    """The first page type that fits the response of an operation.

    found: the records of the response, if it is a list whatever its page type is. Without a page
    type that fits, it is then a list of one page, which is not sure.
    """
    body = document.merged(operation.response)
    if body.get("type") == "array":
        properties: dict[str, Schema] = {"": body}
    else:
        properties = {
            name: _with_properties(document, each)
            for name, each in document.properties(body).items()
        }
    query = _parameters(document, operation)
    required = {each.name for each in operation.parameters if each.required}
    arrays = {
        name: each.get("items", {})
        for name, each in properties.items()
        if each.get("type") == "array"
    }
    if found is not None:
        arrays = {found.path: found.schema}
    scalars = scalars_of(document, body)
    for choice in choices:
        for name, records in arrays.items():
            response = ListResponse(
                array=name,
                properties=properties,
                query=query,
                scalars=scalars,
                headers=operation.response_headers,
                record=document.properties(records),
                is_in_json=operation.method != "GET",
            )
            matched = choice.recognise(response)
            if matched is not None:
                sent = {str(matched.named.get(each)) for each in ("parameter", "page_size")}
                hidden = choice.hidden_parameters | (sent & query.keys())
                if hidden & required:
                    continue  # the first request would lack it
                return PageMatch(choice.expression(matched), name, records, hidden)
    if found is None:
        return None
    one_page = PageChoice("restmap:ArrayPage", lambda _: None)
    page = one_page.expression(arguments(found.path or None))
    return PageMatch(page, found.path, found.schema, frozenset(), is_sure=False)


def _parameters(document: Document, operation: DocumentOperation) -> dict[str, Schema]:
    """The parameters that may be those of a page, by wire name.

    Those of a list by POST are in its request body, some of them in an object there: then the name
    is a dotted path.
    """
    location: Location = "query" if operation.method == "GET" else "json"
    parameters: dict[str, Schema] = {}
    for each in operation.parameters_in(location):
        schema = document.resolved(each.schema)
        description = each.description or schema.get("description", "")
        parameters[each.name] = {**schema, "description": description}
        if location == "json" and each.name in PARAMETER_OBJECTS:
            for name, part in document.properties(each.schema).items():
                parameters[f"{each.name}.{name}"] = document.resolved(part)
    return parameters


def _with_properties(document: Document, schema: Any) -> Schema:
    """A schema with the references of its items resolved, and the properties of its `allOf`."""
    resolved = document.resolved(schema)
    if "allOf" in resolved:
        return {**resolved, "properties": document.properties(resolved)}
    if "items" in resolved:
        return {**resolved, "items": document.resolved(resolved["items"])}
    return resolved
