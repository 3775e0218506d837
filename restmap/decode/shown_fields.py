"""The fields of a resource in the order in which they are shown, and which of them are masked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..sensitive import folded, is_sensitive
from ..short_repr import Members, names_that_tell_apart

if TYPE_CHECKING:
    from .source import RecordProtocol


def fields_to_show(resource: type[RecordProtocol], names: Iterable[str]) -> Members:
    """The fields of a record, or the columns of a table of records.

    A field is masked if its name says that it is a secret, and if a parameter of its name is
    sensitive in an operation of the resource. What a client masks in its log beside these, such as
    phone numbers, is what a record is looked at for.
    """
    plan = resource._plan
    above = plan.path_names[: plan.path_length_above]
    marked = {each for operation in plan.operations.values() for each in operation.sensitive}
    plain = frozenset(map(folded, marked))

    def is_masked(name: str) -> bool:
        field = plan.fields.get(name)
        wire_name = field.wire_name if field is not None else name
        return is_sensitive(name, plain) or is_sensitive(wire_name, plain)

    return Members(names_that_tell_apart(names, plan.keys, above), is_masked)


def fields_of_record(record: RecordProtocol) -> Members:
    """The fields that the response of a record had; those without a value come last."""
    values, positions = record._values, record._source.positions
    members = fields_to_show(type(record), positions)
    members.names = sorted(members.names, key=lambda name: values[positions[name]] is None)
    return members
