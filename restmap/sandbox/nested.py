"""Nested records: those that a request gives inside of another one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from ..declare.members import is_model
from ..declare.model_serializers import given_members
from ..declare.names import as_written
from ..declare.uri import segment_text
from .bodies import check_arguments
from .decode import WireParameters, read_arguments
from .fitting import fit
from .records import Record, Records
from .refusal import bad_request, invalid_value

if TYPE_CHECKING:
    from ..describe.nodes import Node


def create_nested(records: Records, record: Record, arguments: Mapping[str, Any]) -> None:
    """Create the records that arguments have for the collections of their names.

    Each is an object, or the key of what is added. Raises a 400 for one that cannot be created.
    """
    for name, child in record.node.children.items():
        given = arguments.get(name)
        for each in cast("list[Any]", given) if isinstance(given, list) else ():
            values = _values(records, child, name, each)
            if values is not None:
                records.create(record.below(child), values)


def _values(records: Records, child: Node, name: str, given: Any) -> dict[str, Any] | None:
    """The fields of a record; None for what is only a value, where no record is created."""
    fields = child.plan.fields
    if is_model(type(given)):
        # It was checked by its class, whose members need not be parameters of a create.
        return {each: value for each, value in given_members(given) if each in fields}
    try:
        if isinstance(given, str) and given.startswith("{"):
            given = fit(given, dict, as_written)
        if isinstance(given, dict):
            return _values_of_object(records, child, cast("dict[str, Any]", given))
        if isinstance(given, str | int) and len(child.plan.keys) == 1:
            return {child.plan.keys[0]: segment_text(given)}
    except ValueError as error:
        raise bad_request(invalid_value(name, given, str(error))) from None
    if "create" in child.plan.operations:
        raise bad_request(invalid_value(name, given, "expected an object"))
    return None


def _values_of_object(records: Records, child: Node, given: dict[str, Any]) -> dict[str, Any]:
    creation = child.plan.operations.get("create")
    if creation is None:
        names = {each.wire_name: name for name, each in child.plan.fields.items()}
        return {names[name]: value for name, value in given.items() if name in names}
    parameters: WireParameters = {each.location: given for each in creation.arguments.values()}
    arguments = read_arguments(child.plan, creation, parameters)
    check_arguments(child, records.rules, creation, arguments)
    return arguments
