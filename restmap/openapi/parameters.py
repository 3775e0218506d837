"""Parameters in the path, the query and the headers of an operation."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping, Sequence, Set
from enum import Enum
from typing import Any

from ..declare.annotations import is_union, plain_type
from ..declare.members import is_structured
from ..declare.parameter import Parameter
from ..declare.unset import UNSET
from ..describe.nodes import kind_of_path_value
from ..describe.routes import Route
from ..plan.operation import Argument
from .components import JsonSchema, Part
from .schemas import SchemaWriter


def parameters_of(route: Route, writer: SchemaWriter, path_names: Sequence[str]) -> list[Part]:
    """The parameters of an operation.

    path_names: the names that the placeholders have in the document, in order.
    """
    return [
        *_path_parameters(route, writer, path_names),
        *_query_and_headers(route, writer),
        *_page_parameters(route),
    ]


def _path_parameters(
    route: Route, writer: SchemaWriter, path_names: Sequence[str]
) -> Iterator[Part]:
    operation = route.operation
    for name, written in zip(operation.path_names, path_names, strict=True):
        if name in operation.arguments and operation.arguments[name].location == "path":
            kind: Any = operation.arguments[name].kind
        else:
            kind = kind_of_path_value(route.node, operation.target_names.index(name))
        schema = writer.of(plain_type(kind)[0])
        yield {"name": written, "in": "path", "required": True, "schema": schema}


def _query_and_headers(route: Route, writer: SchemaWriter) -> Iterator[Part]:
    for argument in route.operation.arguments.values():
        if argument.location not in ("query", "header"):
            continue
        declared = route.operation.parameters[argument.name]
        schema = schema_of_argument(argument, declared, writer)
        part: Part = {"name": argument.wire_name, "in": argument.location}
        if argument.required:
            part["required"] = True
        if argument.location == "query" and is_json_text(argument, declared):
            part["content"] = {"application/json": {"schema": schema}}
        else:
            part |= {"schema": schema, **style_of_argument(argument)}
        yield part


def schema_of_argument(argument: Argument, declared: Parameter, writer: SchemaWriter) -> JsonSchema:
    """The schema of the values of a parameter.

    null is sent in JSON alone; elsewhere a parameter that is None is left out.
    """
    kind = argument.kind if argument.location in ("json", "body") else plain_type(argument.kind)[0]
    serializer = None if declared.is_inferred else declared.serializer
    schema = writer.of_serialized(kind, serializer, declared.tagged_by)
    default = argument.default
    if default is ... or default is UNSET or default is None:
        return schema
    wire = argument.serializer.dump(default)
    return {**schema, "default": wire} if isinstance(wire, str | int | float | list) else schema


def is_json_text(argument: Argument, declared: Parameter) -> bool:
    """Whether a value in a query or a form is JSON text: an object without another style."""
    if argument.style is not None:
        return argument.style.name == "json"
    if declared.is_file:
        return False
    if not declared.is_inferred:
        return declared.serializer.prefix is None and _is_object(argument.kind)
    return _is_object(argument.kind)


def _is_object(kind: Any) -> bool:
    """Whether the values of a type are objects, or lists of them."""
    plain, _ = plain_type(kind)
    if is_union(plain):
        return any(map(_is_object, typing.get_args(plain)))
    origin: Any = typing.get_origin(plain) or plain
    if not isinstance(origin, type):
        return False
    if issubclass(origin, Sequence | Set) and not issubclass(origin, str | bytes):
        return any(map(_is_object, typing.get_args(plain)))
    return issubclass(origin, Mapping) or (is_structured(origin) and not issubclass(origin, Enum))


def style_of_argument(argument: Argument) -> Part:
    """How a list or an object is written (https://spec.openapis.org/oas/v3.1.1.html#style-values).

    Without a style of its own, a list has its key repeated, which is the default of OpenAPI.
    """
    style = argument.style
    if style is None or style.name == "json":
        return {}
    part: Part = {"style": style.name, "explode": style.explode or style.name == "deepObject"}
    return {**part, "allowReserved": True} if style.allow_reserved else part


def _page_parameters(route: Route) -> Iterator[Part]:
    if route.operation.paging_location == "query":
        for name, schema in page_schemas(route).items():
            yield {"name": name, "in": "query", "schema": schema}


def page_schemas(route: Route) -> Mapping[str, JsonSchema]:
    """The parameters of a page, by wire name; none of an operation that is not a list."""
    page = route.operation.page_type
    if route.operation.result != "page" or page is None:
        return {}
    size: JsonSchema = {"type": "integer", "minimum": 1, "maximum": page.max_page_size}
    token: JsonSchema = {"type": "integer" if page.token_type is int else "string"}
    number: JsonSchema = {"type": "integer", "minimum": page.first, "default": page.first}
    found = {
        page.page_size: size,
        page.page_token: token,
        page.page_number: number,
        page.page_offset: number,
    }
    taken = {each.wire_name for each in route.operation.arguments.values()}
    return {name: each for name, each in found.items() if name is not None and name not in taken}
