"""Results: what an operation returns that is not the record of its resource."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from ..api.resource import Resource
from ..declare.annotations import is_union, plain_type
from ..declare.json_paths import with_value_at
from ..declare.members import has_members, members_of, naming_inside
from ..declare.misfits import Drift
from ..declare.readers import reader_for
from .call import HandlerResult, SandboxCall
from .rules import json_response
from .values import MakeDefault, default_maker, default_record, default_value

if TYPE_CHECKING:
    from ..declare.names import Naming
    from ..plan.operation import Operation


def default_response(call: SandboxCall, shown: Mapping[str, Any] | None = None) -> HandlerResult:
    """A default of the type that an operation returns.

    shown: the record that the operation is about, which may be inside of an object that it returns
    or have members of the same names.
    """
    operation = call._operation
    returns = operation.returns or call.resource
    if operation.result == "records":
        return json_response(200, in_envelope(operation, _records_of(call)))
    if operation.result == "download" or returns in (str, bytes):
        return b""
    if shown is None and _is_current(call):
        listing = call.listing()
        for row in listing.before(listing.end()):
            return dict(listing.show([row])[0])
    result = _default_result(returns, call)
    if shown is not None and isinstance(result, dict):
        result = _with_record(cast("dict[str, Any]", result), returns, call, shown)
    return json_response(success_status(operation), in_envelope(operation, result))


def success_status(operation: Operation) -> int:
    """The status code of the response to an operation that has done what was asked for."""
    if operation.method == "GET" and not operation.follows_redirects:
        return 302  # the redirect itself is the response
    return 201 if operation.name == "create" else 200


def in_envelope(operation: Operation, value: Any) -> Any:
    """A result at its path in a response body."""
    return value if operation.item is None else with_value_at({}, operation.item, value)


def _records_of(call: SandboxCall) -> list[dict[str, Any]]:
    """The records of the collection, for a list without pages; none for another operation."""
    operation = call._operation
    is_list = operation.method == "GET" and operation.template is call._node.plan.collection
    if not is_list or operation.returns not in (None, call.resource):
        return []
    listing = call.listing()
    return listing.show(listing.skip(0))


def _is_current(call: SandboxCall) -> bool:
    """Whether an operation reads a record without its key, such as GET /account."""
    operation = call._operation
    is_read = operation.method == "GET" and operation.scope == "collection"
    is_own = operation.result == "record" and operation.returns in (None, call.resource)
    return is_read and is_own


def _default_result(returns: Any, call: SandboxCall) -> Any:
    now, rules = call.now, call.rules
    if isinstance(returns, type) and issubclass(returns, Resource):
        return default_record(returns, now, rules.datetime_format(returns))
    naming = call._node.plan.options.field_names
    return default_value(returns, now, rules.datetime_format(call.resource), naming)


def _with_record(
    result: dict[str, Any], returns: Any, call: SandboxCall, shown: Mapping[str, Any]
) -> dict[str, Any]:
    """An object of a model, or of another resource, with what the record has of it."""
    kind, _ = plain_type(returns)
    if is_union(kind):
        kind, _ = plain_type(typing.get_args(kind)[0])
    if not has_members(kind):
        return result
    plan = call._node.plan
    keys = [plan.fields[name].wire_name for name in plan.keys if name in plan.fields]
    make_default = default_maker(call.now, call.rules.datetime_format(call.resource))
    return _filled(result, kind, shown, keys, plan.options.field_names, make_default)


def _filled(
    result: dict[str, Any],
    kind: Any,
    shown: Mapping[str, Any],
    keys: list[str],
    naming: Naming,
    make_default: MakeDefault,
) -> dict[str, Any]:
    """The members of an object that are fields of the record, or are the record itself."""
    filled, naming = dict(result), naming_inside(kind, naming)
    for member in members_of(kind):
        name = member.wire_name(naming)
        inner, _ = plain_type(member.kind)
        members = members_of(inner) if has_members(inner) else ()
        names = {each.wire_name(naming_inside(inner, naming)) for each in members}
        if keys and names.issuperset(keys):
            begun = filled.get(name) or make_default(inner, naming)
            filled[name] = _filled(begun, inner, shown, [], naming, make_default)
        elif name in shown and _fits(shown[name], member.kind, naming):
            filled[name] = shown[name]
    return filled


def _fits(wire: Any, kind: Any, naming: Naming) -> bool:
    """Whether a value is one of a type; fields of one name may have different types."""
    drift: list[Drift] = []
    reader_for(kind, naming).keep(wire, "", drift)
    return not drift
