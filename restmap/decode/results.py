"""The result of a call: what a successful response is read as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..declare.annotations import plain_type
from ..declare.json_paths import value_at
from ..declare.readers import reader_for
from ..messages import Request, Response, is_json, media_type
from .drift import report_drift
from .json_body import read_json, unreadable
from .records import load_record, load_records, make_record
from .source import Source

if TYPE_CHECKING:
    from ..declare.misfits import Drift
    from ..plan.operation import Operation
    from .source import RecordProtocol, SiteProtocol

# RFC 9110 15.3: a response with one of these status codes may have no body.
_STATUSES_WITHOUT_BODY = frozenset({202, 204, 205})
# RFC 9110 9.2.1: a request with one of these methods changes nothing on the server.
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


def read_result(
    operation: Operation,
    resource: type[RecordProtocol],
    site: SiteProtocol,
    path: tuple[Any, ...],
    request: Request,
    response: Response,
) -> Any:
    """The result of a successful response.

    resource: that of the record or collection the operation was called on. site, path: where that
    was reached.
    For a record, a response without one gives a handle that has the response. Such responses are a
    202, 204 or 205 without a body, any response without a body to a request that changed something,
    and a redirect that is not followed, if it has no JSON body.
    Raises ResponseError for a response that cannot be read.
    """
    if operation.result == "nothing":
        return True
    plan = resource._plan
    returned = operation.returns
    if returned is None:
        returned = resource
    else:
        from .nested_records import Holder, held_by, shared_path  # for few operations

        holder = Holder(site, plan.item, path, plan.keys)
        if operation.result == "value":
            with held_by(holder):
                return read_value(operation, resource, site, request, response)
        path = shared_path(returned._plan, {}, holder)
    if operation.result == "record" and _is_without_record(operation, request, response):
        return make_record(returned, Source(site, path, None, response))
    body = read_json(response, request, returned)
    body = _open_envelope(operation, body, request, response)
    if operation.result == "record":
        return load_record(returned, site, path, body, response)
    if not isinstance(body, list):
        why = f"expected a JSON array, found {type(body).__name__}"
        raise unreadable(response, request, why)
    return load_records(returned, site, path, cast("list[Any]", body))


def _open_envelope(operation: Operation, body: Any, request: Request, response: Response) -> Any:
    if operation.item is None:
        return body
    try:
        return value_at(body, operation.item)
    except KeyError as error:
        raise unreadable(response, request, f"it has no {operation.item!r}") from error


def _is_without_record(operation: Operation, request: Request, response: Response) -> bool:
    """Whether a response has no record and is in order all the same.

    A request that changed something was carried out, whatever is missing in its response: an error
    would make callers send it again.
    """
    if _is_blank(response.body) and (
        response.status in _STATUSES_WITHOUT_BODY or request.method not in _SAFE_METHODS
    ):
        return True
    is_redirect = 300 <= response.status < 400 and not operation.follows_redirects
    return is_redirect and not (response.body and is_json(media_type(response.headers)))


def _is_blank(body: bytes) -> bool:
    """Whether a response body holds nothing: white space, or the null of JSON."""
    return body.strip() in (b"", b"null")


def read_value(
    operation: Operation,
    resource: type[RecordProtocol],
    site: SiteProtocol,
    request: Request,
    response: Response,
) -> Any:
    """The value of an action with a result type of its own.

    `bytes` is the whole response body, and `str` its text, or the text in a JSON string.
    """
    returns = operation.returns
    if returns is bytes:
        return response.body
    if returns is str and not is_json(media_type(response.headers)):
        return _text(response, request)
    if not response.body and plain_type(returns)[1]:
        return None
    body = read_json(response, request, returns)
    body = _open_envelope(operation, body, request, response)
    reader = reader_for(returns, resource._plan.options.field_names)
    drift: list[Drift] = []
    value = reader.keep(body, "", drift)
    for each in drift:
        if not each.path:
            raise unreadable(response, request, f"{operation.label} {each.problem}"[:-1])
        found, in_log = (f"{each.path} {it}" for it in (each.problem, each.in_log))
        place = f"{operation.name}.{each.path}"
        report_drift(resource, place, found, site.client.drift, in_log)
    return value


def _text(response: Response, request: Request) -> str:
    """The text of a response body, in the charset of its Content-Type, by default UTF-8."""
    from email.message import Message

    message = Message()
    message["Content-Type"] = response.headers.get("Content-Type", "text/plain")
    charset = message.get_content_charset("utf-8")
    try:
        return response.body.decode(charset)
    except (UnicodeDecodeError, LookupError) as error:
        raise unreadable(response, request, f"its body is not text in {charset}") from error
