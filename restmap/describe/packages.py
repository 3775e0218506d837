"""Descriptions of packages: all operations, and the models of what they send and return."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from ..declare.members import is_model, is_resource, members_of
from ..declare.names import Naming
from ..display.types import type_text
from .declared import Declared
from .operations import OperationDescription, describe_operation
from .routes import Route, find_routes


@attrs.frozen
class MemberDescription:
    """One member of a model.

    type: as an annotation writes it. required: whether the model cannot be made without it.
    models: the keys of the models in its type.
    """

    name: str
    wire_name: str
    type: str
    required: bool
    models: tuple[str, ...]


@attrs.frozen
class ModelDescription:
    """A class of nested objects. name: of the class, without its module."""

    name: str
    members: tuple[MemberDescription, ...]


@attrs.frozen
class CallDescription:
    """An operation, with the keys of the models in the types of what it sends and returns."""

    operation: OperationDescription
    sent: tuple[str, ...]
    returned: tuple[str, ...]


@attrs.frozen
class PackageDescription:
    """What a package declares. models: by "module:Class"."""

    calls: tuple[CallDescription, ...]
    models: Mapping[str, ModelDescription]


def describe_package(declared: Declared) -> PackageDescription:
    """Describe a package, a module or a client.

    Raises ConfigurationError for a name that is not that of a module.
    """
    models: dict[str, ModelDescription] = {}
    calls: list[CallDescription] = []
    for route in find_routes(declared):
        naming = route.node.plan.options.field_names
        sent = list(dict.fromkeys(_models_in(_sent_types(route))))
        returned = list(dict.fromkeys(_models_in(_returned_types(route))))
        _describe_models([*sent, *returned], naming, models)
        calls.append(
            CallDescription(
                describe_operation(route), tuple(map(_key, sent)), tuple(map(_key, returned))
            )
        )
    return PackageDescription(tuple(calls), models)


def _sent_types(route: Route) -> list[Any]:
    operation = route.operation
    types = [each.kind for each in operation.arguments.values()]
    if operation.whole_body is not None:
        types.append(operation.parameters[operation.whole_body].kind)
    return types


def _returned_types(route: Route) -> list[Any]:
    """The type that is returned or, of a record, the types of its fields."""
    operation = route.operation
    if operation.result in ("nothing", "download"):
        return []
    if operation.result == "value":
        return [operation.returns]
    record: Any = operation.returns or route.node.resource
    return [each.kind for each in record._plan.fields.values()]


def _describe_models(
    classes: list[Any], naming: Naming, found: dict[str, ModelDescription]
) -> None:
    """Describe models, and those in the types of their members, unless they are described."""
    pending = list(classes)
    while pending:
        model = pending.pop()
        if _key(model) not in found:
            members = members_of(model)
            found[_key(model)] = ModelDescription(
                model.__name__,
                tuple(
                    MemberDescription(
                        each.name,
                        each.wire_name(naming),
                        type_text(each.kind),
                        not each.has_default,
                        tuple(map(_key, _models_in([each.kind]))),
                    )
                    for each in members
                ),
            )
            pending += _models_in(each.kind for each in members)


def _models_in(types: Iterable[Any]) -> Iterator[Any]:
    """The models in types, at any depth of their arguments."""
    for kind in types:
        origin = typing.get_origin(kind)
        if is_model(origin or kind) and not is_resource(kind):
            yield origin or kind
        if origin is not typing.Literal:
            yield from _models_in(typing.get_args(kind))


def _key(model: Any) -> str:
    return f"{model.__module__}:{model.__qualname__}"
