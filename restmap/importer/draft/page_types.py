"""Page types: recognised by the schema of a response and the parameters of its operation."""

from __future__ import annotations

import functools
import importlib
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from ..read.documents import Document
from ..read.nodes import Schema
from ..read.operations import DocumentOperation, Location
from .expressions import Constant, Expression, Name, Source, call
from .results import FoundRecords, scalars_of
from .schemas import kinds_of

Argument: TypeAlias = "str | int | Expression | None"


@attrs.frozen
class ListResponse:
    """The response of an operation, seen as a list.

    array: the dotted path of the array that may hold the records; "" if the body itself is the
    array. properties: the properties of the body. query: the parameters of the operation in its
    query, or those in its JSON body, by wire name or dotted path. scalars: the members
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
        if positional == [None] and defaults.get("key") is None:
            positional = []
        if not positional and not named:
            return Name.at(self.source)
        return call(self.source, *positional, **named)

    def takes(self, argument: str) -> bool:
        """Whether the page type has an optional argument."""
        return argument in self._defaults()

    def _defaults(self) -> Mapping[str, object]:
        module, _, name = self.source.partition(":")
        return _defaults_of(module, name)


@functools.cache
def _defaults_of(module: str, name: str) -> Mapping[str, object]:
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
    schema of one record. hidden: the parameters that the page type sends. location: where they are
    sent. is_sure: whether more pages cannot be missed.
    """

    page: Expression
    array: str
    records: Any
    hidden: frozenset[str]
    location: Location = "query"
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
    arrays = {
        name: each.get("items", {})
        for name, each in properties.items()
        if each.get("type") == "array"
    }
    if found is not None:
        arrays = {found.path: found.schema}
    scalars = scalars_of(document, body)
    search = _Search(document, operation, choices, arrays, properties, scalars)
    matches = [search.match_in(each) for each in _locations(operation)]
    match = next((each for each in matches if each is not None and each.hidden), matches[0])
    if match is not None and (match.hidden or None not in matches):
        return match
    if found is None:
        return None
    one_page = PageChoice("restmap:ArrayPage", lambda _: None)
    given = arguments(found.path or None, **search.absence_of(one_page, found.path))
    page = one_page.expression(given)
    return PageMatch(page, found.path, found.schema, frozenset(), is_sure=False)


def _locations(operation: DocumentOperation) -> Sequence[Location]:
    """Where the parameters of a page may be sent, the most likely place first."""
    places: Sequence[Location] = ("query", "json")
    if operation.method != "GET":
        places = ("json", "query")
    return [each for each in places if operation.parameters_in(each)] or places[:1]


@attrs.frozen(eq=False)
class _Search:
    """The search for the page type of an operation.

    arrays: the schema of one record, by the dotted path of the array that may hold the records.
    properties, scalars: as in ListResponse.
    """

    document: Document
    operation: DocumentOperation
    choices: Sequence[PageChoice]
    arrays: Mapping[str, Any]
    properties: Mapping[str, Schema]
    scalars: Mapping[str, Schema]

    def match_in(self, location: Location) -> PageMatch | None:
        """The first page type that fits, if its parameters are sent in a location."""
        query = _parameters(self.document, self.operation, location)
        required = {each.name for each in self.operation.parameters_in(location) if each.required}
        for choice in self.choices:
            for name, records in self.arrays.items():
                response = ListResponse(
                    array=name,
                    properties=self.properties,
                    query=query,
                    scalars=self.scalars,
                    headers=self.operation.response_headers,
                    record=self.document.properties(records),
                    is_in_json=location == "json",
                )
                matched = choice.recognise(response)
                if matched is None:
                    continue
                sent = {str(matched.named.get(each)) for each in ("parameter", "page_size")}
                hidden = choice.hidden_parameters | (sent & query.keys())
                if hidden & required:
                    continue  # the first request would lack it
                named = {**matched.named, **self.absence_of(choice, name)}
                page = choice.expression(attrs.evolve(matched, named=named))
                return PageMatch(page, name, records, hidden, location)
        return None

    def absence_of(self, choice: PageChoice, path: str) -> dict[str, Argument]:
        """The argument that says that a response may lack the array of its records."""
        may_lack = choice.takes("absent_if_empty") and self._may_lack(path)
        return {"absent_if_empty": Constant(True)} if may_lack else {}

    def _may_lack(self, path: str) -> bool:
        """Whether a successful response may lack the array at a dotted path, or have null there."""
        schema: Any = self.operation.response
        for name in path.split(".") if path else ():
            view = self.document.merged(schema)
            schema = self.document.properties(schema).get(name, {})
            is_nullable = kinds_of(self.document.merged(schema))[1]
            if name not in view.get("required", ()) or is_nullable:
                return True
        return False


def _parameters(
    document: Document, operation: DocumentOperation, location: Location
) -> dict[str, Schema]:
    """The parameters in a location that may be those of a page, by wire name.

    Some of those in a request body are in an object there: then the name is a dotted path.
    """
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
