"""The path of a request, from a call to its result.

Everything here is sans-IO: `call` makes a flow (see send/flow.py), which `Client.run` and
`Client.run_async` drive. Lists, which take many requests, are in `listing.py`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..declare.composed_readers import Drift
from ..declare.members import reads_decimals
from ..declare.readers import reader_for
from ..decode.drift import report_drift
from ..decode.json_body import read_json, unreadable
from ..decode.records import load_record, make_record
from ..decode.source import Source
from ..encode.request import build_request
from ..messages import Request, Response
from ..send.exchange import exchange
from ..send.flow import Flow

if TYPE_CHECKING:
    from ..plan.operation import Operation
    from .verbs import Target


def call(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Flow[Any]:
    """Any operation other than a list: build the request, send it, read the response."""
    site, path = target._site, target._address()
    request = build_request(operation, site.root, path, arguments)
    read = functools.partial(read_result, operation, target, path, request)
    return (yield from exchange(site.client, request, operation, read))


# RFC 9110 15.3: a response with one of these status codes may have no body.
_STATUSES_WITHOUT_BODY = frozenset({202, 204, 205})


def read_result(
    operation: Operation,
    target: Target,
    path: tuple[Any, ...],
    request: Request,
    response: Response,
) -> Any:
    """The result of a successful response.

    A 202, 204 or 205 without a body, or a redirect that the operation does not follow, gives a
    handle that has the response.
    """
    if operation.result == "nothing":
        return True
    resource, site = target._resource, target._site
    empty = not response.body and response.status in _STATUSES_WITHOUT_BODY
    if empty or (300 <= response.status < 400 and not operation.follows_redirects):
        return make_record(resource, Source(site, path, None, response))
    if operation.result == "value":
        return read_value(operation, target, request, response)
    returned = operation.returns or resource
    body = read_json(response, request, exact=reads_decimals(returned))
    return load_record(returned, site, path, body, response)


def read_value(operation: Operation, target: Target, request: Request, response: Response) -> Any:
    """The value of an action with a result type of its own; `bytes` is the whole response body."""
    if operation.returns is bytes:
        return response.body
    body = read_json(response, request, exact=reads_decimals(operation.returns))
    reader = reader_for(operation.returns, target._resource._plan.options.field_names)
    drift: list[Drift] = []
    value = reader.keep(body, "", drift)
    for each in drift:
        if not each.path:
            raise unreadable(response, request, f"{operation.label} {each.problem}"[:-1])
        problem, place = f"{each.path} {each.problem}", f"{operation.name}.{each.path}"
        report_drift(target._resource, place, problem, target._site.client.drift)
    return value
