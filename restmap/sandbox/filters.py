"""Filters: which records the parameters of a list select."""

from __future__ import annotations

import logging
import operator
import re
import typing
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, TypeAlias

from ..declare.annotations import plain_type
from ..declare.json_paths import value_at
from ..declare.scalar_readers import read_datetime
from .bodies import to_selected
from .fitting import member_named
from .refusal import bad_request, invalid_value

if TYPE_CHECKING:
    from ..describe.nodes import Node
    from ..plan.operation import Argument, Operation
    from .rules import Rules

_log = logging.getLogger(__name__)

FilterTest: TypeAlias = Callable[[Mapping[str, Any], Any], bool]
"""Whether a record, by wire names, is selected by the argument of a list parameter."""

Selection: TypeAlias = Callable[[Mapping[str, Any]], bool]
"""Whether a record, by wire names, is selected by a request."""

Compare: TypeAlias = Callable[[Any, Any], bool]

# What the name of a parameter adds to that of a field; ranges include their ends, unless the name
# says otherwise.
_COMPARISONS: Mapping[str, Compare] = {
    "before": operator.le,
    "on_or_before": operator.le,
    "until": operator.le,
    "to": operator.le,
    "max": operator.le,
    "lte": operator.le,
    "lt": operator.lt,
    "after": operator.ge,
    "on_or_after": operator.ge,
    "since": operator.ge,
    "from": operator.ge,
    "min": operator.ge,
    "gte": operator.ge,
    "gt": operator.gt,
    "starts_with": lambda found, given: isinstance(found, str) and found.startswith(given),
    "prefix": lambda found, given: isinstance(found, str) and found.startswith(given),
    "contains": lambda found, given: given in found,
    "ne": operator.ne,
    "not": operator.ne,
}


def equal_to(field: str) -> FilterTest:
    """Select the records with the argument in a field. field: by wire name.

    >>> equal_to("owner")({"owner": "Ann"}, "Ann")
    True
    """
    return lambda record, given: _equals(value_at(record, field, None), given)


def at_least(field: str) -> FilterTest:
    """Select the records whose field has the argument or more, or is of its time or later.

    >>> at_least("opened_at")({"opened_at": "2027-01-02T00:00:00Z"}, date(2027, 1, 2))
    True
    """
    return lambda record, given: _compares(operator.ge, value_at(record, field, None), given)


def at_most(field: str) -> FilterTest:
    """Select the records whose field has the argument or less, or is of its time or earlier."""
    return lambda record, given: _compares(operator.le, value_at(record, field, None), given)


def select_all(record: Mapping[str, Any], given: Any) -> bool:
    """Select all records: for parameters that say how records are shown, not which ones."""
    return True


def selection_of(
    node: Node,
    operation: Operation,
    arguments: Mapping[str, Any],
    rules: Rules,
    find_filter: Callable[[str], FilterTest | None],
) -> list[Selection]:
    """What the arguments of a list select: the records that all of the tests hold for.

    find_filter: the test of a parameter that was said by its name. Raises Refusal, a 400, for a
    parameter whose meaning is not known.
    """
    selections: list[Selection] = []
    for name, given in arguments.items():
        argument, test = operation.arguments[name], find_filter(name)
        is_in_path = argument.location == "path" and name not in node.plan.fields
        if test is None and (is_in_path or argument.location == "header" or _is_order(argument)):
            continue
        if test is not None:
            selections.append(_bind(test, given))
        else:
            is_read = operation.result == "page" or operation.method == "GET"
            selections.append(_selection(node, argument, given, rules, is_read=is_read))
    return selections


def is_descending(operation: Operation, arguments: Mapping[str, Any]) -> bool:
    """Whether a list is asked for in the opposite order, by a parameter such as `order="desc"`."""
    return any(
        str(given).lower() == "desc" and _is_order(operation.arguments[name])
        for name, given in arguments.items()
    )


def _is_order(argument: Argument) -> bool:
    """Whether a parameter has just the values asc and desc."""
    kind, _ = plain_type(argument.kind)
    values = typing.get_args(kind) if typing.get_origin(kind) is typing.Literal else ()
    return {str(each).lower() for each in values} == {"asc", "desc"}


def _bind(test: FilterTest, given: Any) -> Selection:
    return lambda record: test(record, given)


def _selection(
    node: Node, argument: Argument, given: Any, rules: Rules, *, is_read: bool
) -> Selection:
    """What a parameter selects by its name. Raises Refusal, a 400, where the name says nothing.

    One that a list requires selects all then. is_read: whether nothing is deleted by it.
    """
    fields = node.plan.fields
    name = argument.name
    if name not in fields:
        name = rules.filter_names.get(name, name)
    try:
        if equal := _equal_field(node, name, given):
            field, value = equal
            wire = to_selected(node, rules, field, value)
            return _bind(equal_to(fields[field].wire_name), wire)
    except ValueError as error:
        if not (argument.required and is_read):
            raise bad_request(invalid_value(argument.wire_name, given, str(error))) from None
    found = _comparison(name, set(fields), rules)
    if found is None and argument.required and is_read:
        # Without the parameter the list cannot be asked for at all.
        _log.warning(
            "the sandbox does not know what the parameter %s selects, and lists all. Say it by "
            "sandbox.filters(%s, %s=…)",
            argument.wire_name,
            node.resource.__name__,
            argument.name,
        )
        return lambda record: True
    if found is None:
        raise bad_request(
            f"The sandbox does not know what the parameter {argument.wire_name} selects. Say it "
            f"by sandbox.filters({node.resource.__name__}, {argument.name}=…)."
        )
    compare, field = found
    wire_name = fields[field].wire_name
    return lambda record: _compares(compare, value_at(record, wire_name, None), given)


def _equal_field(node: Node, name: str, given: Any) -> tuple[str, Any] | None:
    """The field whose value a parameter says, and the value; None if its name says none.

    `ids` says several of the field `id`, `tag` one of the list `tags`, and `owner_id` the member
    `id` of an object `owner`.
    """
    fields = node.plan.fields
    if name in fields:
        return name, given
    if f"{name}s" in fields:
        return f"{name}s", given
    if name.endswith("s") and name[:-1] in fields:
        return name[:-1], _values_of(given)
    field, _, key = name.rpartition("_")
    member = member_named(plain_type(fields[field].kind)[0], key) if field in fields else None
    if member is None:
        return None
    return field, {member.wire_name(node.plan.options.field_names): given}


def _values_of(given: Any) -> list[Any]:
    """Several values that were given as a list, or as text with commas."""
    values = given.split(",") if isinstance(given, str) else given
    return typing.cast("list[Any]", values) if isinstance(values, list) else [values]


def _comparison(name: str, fields: set[str], rules: Rules) -> tuple[Compare, str] | None:
    """The comparison and the field that the name of a parameter says: `created_at_before`."""
    aliases = {"created": rules.created_fields, "updated": rules.updated_fields}
    for words, compare in _COMPARISONS.items():
        for text in (f"(.+)_{words}", f"{words}_(.+)"):
            if found := re.fullmatch(text, name.rstrip("_")):
                for field in (found[1], *aliases.get(found[1], ())):
                    if field in fields:
                        return compare, field
    return None


# -- comparing ------------------------------------------------------------------------------


def _equals(found: Any, given: Any) -> bool:
    """Whether a wire value is what was asked for: one of several values, or a part of a list."""
    if isinstance(given, list):
        return any(_equals(found, each) for each in typing.cast("list[Any]", given))
    if isinstance(found, list):
        return any(_equals(each, given) for each in typing.cast("list[Any]", found))
    if isinstance(given, dict):
        return isinstance(found, dict) and _has_members(
            typing.cast("dict[str, Any]", found), typing.cast("dict[str, Any]", given)
        )
    if isinstance(given, datetime):
        return _compares(operator.eq, found, given)
    if isinstance(given, date):
        moment = _moment(found)
        return moment is not None and moment.date() == given
    return bool(found == given)


def _has_members(found: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    """Whether an object has the members that were asked for."""
    return all(name in found and _equals(found[name], each) for name, each in given.items())


def _compares(compare: Compare, found: Any, given: Any) -> bool:
    """Whether a wire value compares with an argument; one that is missing does not.

    A date is the moment at which it begins, in UTC.
    """
    if found is None:
        return False
    if isinstance(given, date):
        left, right = _moment(found), _moment(given)
        return left is not None and right is not None and compare(left, right)
    if isinstance(given, str) and isinstance(found, str):
        left, right = _moment(found), _moment(given)
        if left is not None and right is not None:
            return compare(left, right)
    try:
        return compare(_number(found), _number(given))
    except TypeError:
        return False


def _moment(value: Any) -> datetime | None:
    """A wire value or a date as a moment; None for other values."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime.combine(value, time(), UTC)
    try:
        return read_datetime(value)
    except ValueError:
        return None


def _number(value: Any) -> Any:
    """A number that is written as text, as some APIs do, as a number; other values unchanged."""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}(\.[0-9]{1,18})?", value, re.ASCII):
        return float(value)
    return value
