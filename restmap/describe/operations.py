"""Descriptions of operations: what is called, sent and returned, in plain values."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any, cast

import attrs

from ..declare.annotations import plain_type
from ..declare.members import is_model, members_of
from ..display.operations import returned_type
from ..display.types import type_text
from ..plan.operation import PAGING_NAMES, Operation
from .nodes import kind_of_path_value
from .routes import Route, key_name


@attrs.frozen
class ParameterDescription:
    """One parameter of an operation.

    name: of the argument, or of the key in the expression of the call. wire_name: None for a
    parameter that is the whole request body, and for a key that the path does not have. location:
    path, query, header, form, json, multipart or body. type: as an annotation writes it.
    """

    name: str
    wire_name: str | None
    location: str
    required: bool
    type: str


@attrs.frozen
class FieldDescription:
    """One field of a record, or one member of a model. type: as an annotation writes it."""

    name: str
    wire_name: str
    type: str


@attrs.frozen
class PageDescription:
    """The pages of a list.

    type: the name of the page type. page_size, page_token, page_number, page_offset: the wire
    names of the parameters; None where the API does not have one.
    """

    type: str
    page_size: str | None
    page_token: str | None
    page_number: str | None
    page_offset: str | None


@attrs.frozen
class OperationDescription:
    """One operation.

    call: the expression on a client, such as `client.desk.v1.tickets(id).fetch`; it is called with
    the parameters that are not keys in it. method, url: of the request, with the placeholders of
    the path. operation: the name of the verb or action. returns: the type of the result. fields:
    of the record or model that is returned, or that is listed. page: for a list. client: the
    class of the client, as "module:Class"; None if it may be any.
    """

    call: str
    method: str
    url: str
    operation: str
    parameters: tuple[ParameterDescription, ...]
    returns: str
    fields: tuple[FieldDescription, ...]
    page: PageDescription | None
    client: str | None


def describe_operation(route: Route) -> OperationDescription:
    """Describe the operation that a route leads to."""
    operation, client = route.operation, route.node.site.client
    return OperationDescription(
        call=route.call,
        method=operation.method,
        url=route.url,
        operation=operation.name,
        parameters=(*_keys(route), *_arguments(operation), *_page_parameters(operation)),
        returns=returned_type(operation, route.node.resource),
        fields=_fields(route),
        page=_page(operation),
        client=f"{client.__module__}:{client.__qualname__}" if client is not None else None,
    )


# -- parameters ---------------------------------------------------------------------------------


def _keys(route: Route) -> Iterator[ParameterDescription]:
    """The keys in the expression of the call, which are in the path."""
    for name in route.keys:
        position = route.operation.target_names.index(name)
        kind = type_text(plain_type(kind_of_path_value(route.node, position))[0])
        wire_name = name if name in route.operation.path_names else None
        yield ParameterDescription(key_name(name), wire_name, "path", True, kind)


def _arguments(operation: Operation) -> Iterator[ParameterDescription]:
    for each in operation.arguments.values():
        wire_name = each.wire_name if each.location != "body" else None
        kind = type_text(each.kind)
        yield ParameterDescription(each.name, wire_name, each.location, each.required, kind)
    if operation.whole_body is not None:
        kind = type_text(operation.parameters[operation.whole_body].kind)
        yield ParameterDescription(operation.whole_body, None, "body", False, kind)


def _page_parameters(operation: Operation) -> Iterator[ParameterDescription]:
    """The parameters of a page that the API has; the others of Paging are not sent."""
    if operation.result != "page":
        return
    for name, parameter in operation.parameters.items():
        wire_name = getattr(operation.page_type, name, None) if name in PAGING_NAMES else None
        if wire_name is not None:
            kind = type_text(parameter.kind)
            yield ParameterDescription(name, wire_name, operation.paging_location, False, kind)


def _page(operation: Operation) -> PageDescription | None:
    page = operation.page_type
    if operation.result != "page" or page is None:
        return None
    return PageDescription(
        type(page).__name__, page.page_size, page.page_token, page.page_number, page.page_offset
    )


# -- the result ---------------------------------------------------------------------------------


def _record(route: Route) -> type[Any]:
    """The resource whose records are returned."""
    return cast("type[Any]", route.operation.returns or route.node.resource)


def _fields(route: Route) -> tuple[FieldDescription, ...]:
    operation = route.operation
    if operation.result in ("nothing", "download"):
        return ()
    if operation.result == "value":
        naming = route.node.plan.options.field_names
        return tuple(
            FieldDescription(each.name, each.wire_name(naming), type_text(each.kind))
            for each in _members(operation.returns)
        )
    return tuple(
        FieldDescription(name, each.wire_name, type_text(each.kind))
        for name, each in _record(route)._plan.fields.items()
    )


def _members(kind: Any) -> Any:
    """The members of a model, or of those in a list; none of any other type."""
    plain, _ = plain_type(kind)
    if typing.get_origin(plain) is list:
        plain, _ = plain_type(typing.get_args(plain)[0])
    return members_of(plain) if is_model(plain) else ()
