"""Bodies: the fields of a record as they are stored, by wire name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from ..declare.annotations import plain_type
from ..declare.json_paths import value_at
from ..declare.unset import UNSET
from ..declare.uri import segment_text
from .files import facts_of
from .fitting import complete, declared_only, fit, has_models, literal_member
from .refusal import bad_request, invalid_value
from .values import default_maker, default_value, is_whole_number, put, wire_value

if TYPE_CHECKING:
    from datetime import datetime

    from ..describe.nodes import Node
    from ..plan.operation import Operation
    from .rules import Rules


def new_body(
    node: Node,
    rules: Rules,
    sources: Sequence[Mapping[str, Any]],
    computed: Mapping[str, Any],
    now: datetime,
) -> dict[str, Any]:
    """The fields of a new record: from the first source that has them, or their defaults.

    sources: values by Python name. computed: what the rules compute for each response; None stands
    for such a field.
    """
    body: dict[str, Any] = {}
    fields, naming = node.plan.fields, node.plan.options.field_names
    format_datetime = rules.datetime_format(node.resource)
    for name in sorted(fields, key=lambda each: fields[each].spec.inside is not None):
        field = fields[name]
        value = next((each[name] for each in sources if name in each), field.spec.initial)
        if name in computed and value in (UNSET, computed[name]):
            value = None
        elif value is UNSET:
            value = default_value(field.kind, now, format_datetime, naming)
        else:
            value = to_stored(node, rules, name, value, now)
        put(body, field, value)
    return body


def to_stored(node: Node, rules: Rules, name: str, value: Any, now: datetime) -> Any:
    """A value as a field stores it, whose objects have all members that their models require."""
    wire, kind = to_wire(node, rules, name, value), node.plan.fields[name].kind
    if not has_models(kind):
        return wire
    naming = node.plan.options.field_names
    make_default = default_maker(now, rules.datetime_format(node.resource))
    return complete(wire, kind, naming, make_default)


def to_wire(node: Node, rules: Rules, name: str, value: Any) -> Any:
    """A value as a field stores it.

    Raises TypeError if JSON cannot hold it, ValueError or OverflowError if the field cannot.
    """
    plan = node.plan
    field = plan.fields[name]
    if is_whole_number(field.kind) and isinstance(value, str):
        return _whole_number(field.wire_name, value)
    wire = _written(node, rules, name, value)
    if field.spec.own_reader is not None:
        return wire
    return fit(wire, field.kind, plan.options.field_names, plan.keys[-1:])


def _written(node: Node, rules: Rules, name: str, value: Any) -> Any:
    plan = node.plan
    try:
        format_datetime = rules.datetime_format(node.resource)
        return wire_value(value, plan.fields[name].kind, format_datetime, plan.options.field_names)
    except TypeError:
        # A type of the user's own: the serializer of its parameter can write it.
        for operation in plan.operations.values():
            if name in operation.arguments:
                return operation.arguments[name].serializer.dump(value)
        raise


def to_selected(node: Node, rules: Rules, name: str, value: Any) -> Any:
    """A value by which a list selects records, as a field stores it; of several, each of them."""
    if isinstance(value, date):
        return value
    if isinstance(value, list):
        return [to_selected(node, rules, name, each) for each in cast("list[Any]", value)]
    wire: Any = to_wire(node, rules, name, value)
    if isinstance(wire, list):  # a single value has become a list of one
        items = cast("list[Any]", wire)
        return items[0] if items else items
    return wire


def _whole_number(name: str, text: str) -> int:
    """A numeric key, from the text that a path has of it. Raises a 400 if it is not a number."""
    if not re.fullmatch("-?[0-9]{1,18}", text, re.ASCII):
        raise bad_request(invalid_value(name, text, "expected a whole number"))
    return int(text)


def given_key(node: Node, rules: Rules, name: str, given: Mapping[str, Any]) -> Any:
    """The key in the arguments of a request; None if they do not have it."""
    fields = node.plan.fields
    if name not in fields or fields[name].spec.inside is None or name in given:
        return given.get(name)
    body = {
        fields[each].wire_name: to_wire(node, rules, each, value)
        for each, value in given.items()
        if each in fields
    }
    return value_at(body, fields[name].wire_name, None)


def check_arguments(
    node: Node, rules: Rules, operation: Operation, arguments: Mapping[str, Any]
) -> None:
    """Raise a 400 for an argument of a request that a record cannot have."""
    for name, value in arguments.items():
        try:
            if name in node.plan.keys and value is not None and operation.result != "page":
                segment_text(value)
            if name in node.plan.fields and operation.result != "page":
                to_wire(node, rules, name, facts_of(value))
        except (ValueError, OverflowError) as error:
            wire_name = operation.arguments[name].wire_name
            raise bad_request(invalid_value(wire_name, value, str(error))) from None


def stored_arguments(
    node: Node, rules: Rules, operation: Operation, arguments: Mapping[str, Any]
) -> dict[str, Any]:
    """The arguments as a record keeps them: of a file, its name, size and media type.

    Text for a field with a Literal is one of its members, and objects of another model have the
    members that the field declares. Raises a 400 for text that is no member.
    """
    stored = {name: facts_of(value) for name, value in arguments.items()}
    naming = node.plan.options.field_names
    for name in stored.keys() & node.plan.fields.keys() & operation.arguments.keys():
        argument, kind = operation.arguments[name], node.plan.fields[name].kind
        given, _ = plain_type(argument.kind)
        if given == plain_type(kind)[0]:
            continue
        try:
            stored[name] = literal_member(stored[name], kind, is_free=given is str)
        except ValueError as error:
            text = invalid_value(argument.wire_name, stored[name], str(error))
            raise bad_request(text) from None
        if has_models(kind):
            stored[name] = declared_only(to_wire(node, rules, name, stored[name]), kind, naming)
    return stored


def field_value(node: Node, name: str, body: Mapping[str, Any]) -> Any:
    """The stored value of a field; None if the record has none. name: in Python."""
    return value_at(body, node.plan.fields[name].wire_name, None)


def unique_fields(node: Node) -> list[str]:
    """The wire names of the fields whose values are unique."""
    return [each.wire_name for each in node.plan.fields.values() if each.spec.unique]
