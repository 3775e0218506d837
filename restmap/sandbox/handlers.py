"""Handlers: what each operation does. A user's own function can replace any of them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ..errors import configuration_error
from ..messages import Request, Response
from ..plan.operation import VERBS
from .bodies import check_arguments, stored_arguments
from .call import Handler, HandlerResult, SandboxCall
from .conditions import NotChanged, check_conditions, has_etags
from .decode import read_arguments, split_request
from .downloads import bytes_response
from .filters import FilterTest
from .nested import create_nested
from .paging import take_page_request
from .records import Records
from .results import default_response, in_envelope, success_status
from .routes import Match
from .rows import ROOT
from .rules import json_response

if TYPE_CHECKING:
    from ..plan.operation import Operation


def read_call(
    match: Match,
    request: Request,
    records: Records,
    find_filter: Callable[[str], FilterTest | None],
    overrides: tuple[Handler, ...],
) -> SandboxCall:
    """Decode a request. Raises Refusal, a 400 or a 415, if it cannot be decoded.

    find_filter: the test of a list parameter that was said. overrides: the functions in place of
    the operation, the one to run first before the others.
    """
    node, operation = match.route.node, match.route.operation
    parts = split_request(request, operation)
    paging = None
    if operation.page_type is not None and operation.result == "page":
        location = operation.paging_location
        values = copy.deepcopy(dict(parts.get(location, {})))
        paging = take_page_request(operation.page_type, request.url, values, location)
        parts[location] = values
    path = dict(zip(operation.template.names, match.values, strict=True))
    parts["path"] = {name: path[name] for name in path if name not in operation.target_names}
    arguments = read_arguments(node.plan, operation, parts)
    check_arguments(node, records.rules, operation, arguments)
    handlers = (*overrides, find_handler(operation))
    return SandboxCall(
        request, path, arguments, node, operation, records, find_filter, handlers, paging
    )


def respond(call: SandboxCall) -> Response:
    """The response to a call: that of the function in place of its operation, or the default."""
    request, operation = call.request, call._operation
    if not has_etags(call._node):
        return to_response(call.run_default(), request, operation)
    try:
        if operation.scope == "item":
            check_conditions(request, call.etag())
    except NotChanged as same:
        return Response(304, {"ETag": same.etag})
    response = to_response(call.run_default(), request, operation)
    etag = call.etag() if operation.result == "record" else None
    if etag is None or response.status >= 300:
        return response
    return attrs.evolve(response, headers={"ETag": etag, **response.headers})


def _values(call: SandboxCall) -> dict[str, Any]:
    return stored_arguments(call._node, call.rules, call._operation, call.arguments)


def create(call: SandboxCall) -> HandlerResult:
    """Create a record; lists of objects become records of the collections of their names.

    The server chooses the key, unless the path of the request has it.
    """
    records = call._records
    keys = {name: call.path[name] for name in call.resource._plan.keys if name in call.path}
    record = call._new_record({**_values(call), **keys})
    create_nested(records, record, call.arguments)
    return _result_of(call, records.show(record))


def fetch(call: SandboxCall) -> HandlerResult:
    """Return the record."""
    return _result_of(call, call.record)


def update(call: SandboxCall) -> HandlerResult:
    """Change the fields that the arguments name, and return the record."""
    changed = call._records.change(call._find_record(), _values(call))
    return _result_of(call, call._records.show(changed))


def delete(call: SandboxCall) -> HandlerResult:
    """Delete the record and everything below it."""
    record = call._find_record()
    shown = call._records.show(record)
    call._records.remove(record)
    return _result_of(call, shown)


def _result_of(call: SandboxCall, shown: dict[str, Any]) -> HandlerResult:
    """The result of a verb: the record, nothing, or a default of the type that it returns."""
    operation = call._operation
    if operation.result == "nothing":
        return None
    if operation.result == "record" and operation.returns in (None, call.resource):
        return shown
    return default_response(call, shown)


def list_page(call: SandboxCall) -> HandlerResult:
    """Return one page of the records that match the arguments."""
    return call.write_page(call.listing())


def delete_all(call: SandboxCall) -> None:
    """Delete the records of a collection that the arguments select."""
    listing = call.listing()
    for row in list(listing.after(ROOT)):
        call._records.remove(listing.collection.record(row))


def run_action(call: SandboxCall) -> HandlerResult:
    """Perform an action that has no function: return the record, or a default of its type."""
    operation = call._operation
    if operation.scope == "item":
        record = call._find_record()
        if operation.result == "record" and operation.returns is None:
            is_update = operation.method in ("PUT", "PATCH")
            if is_update and operation.template is call._node.plan.item:
                record = call._records.change(record, _values(call))
            return call._records.show(record)
    elif operation.method == "DELETE" and operation.template is call._node.plan.collection:
        delete_all(call)
    if operation.result == "nothing":
        return None
    return default_response(call)


HANDLERS: Mapping[str, Handler] = {
    "create": create,
    "fetch": fetch,
    "update": update,
    "delete": delete,
    "list": list_page,
}


def find_handler(operation: Operation) -> Handler:
    """The handler of an operation; an action may have the name of a verb that it is not."""
    verb = _VERBS_BY_NAME.get(operation.name)
    of_collection = operation.scope == "collection"
    if verb is None or (of_collection and verb.scope == "item"):
        return run_action
    if verb.name == "list" and operation.result != "page":
        return run_action
    return HANDLERS[verb.name]


_VERBS_BY_NAME = {each.name: each for each in VERBS.values()}


def to_response(result: HandlerResult, request: Request, operation: Operation) -> Response:
    """What a handler returned as a response to the request.

    Raises ConfigurationError if JSON cannot hold it.
    """
    if isinstance(result, Response):
        return result
    if result is None:
        return Response(204)
    if isinstance(result, bytes):
        accepted = operation.headers["Accept"].partition(",")[0]
        kind = "application/octet-stream" if accepted == "*/*" else accepted
        return bytes_response(request, result, kind)
    try:
        body = in_envelope(operation, result)
        return json_response(success_status(operation), body)
    except (TypeError, ValueError) as error:
        found = f"{operation.label} returned what JSON cannot hold: {error}."
        raise configuration_error(
            found, "Return text, numbers, booleans, None, and lists and dicts of them."
        ) from error
