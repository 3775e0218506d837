"""What the log shows of a call: its path with placeholders, and its parameters, masked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from ..json_codec import decode
from ..sensitive import folded, is_sensitive, masked_values
from ..streamed_body import StreamedBody, body_length, shown_length

if TYPE_CHECKING:
    from ..messages import Request
    from ..plan.operation import Operation


def path_of(operation: Operation, url: str) -> tuple[str, Mapping[str, str]]:
    """The path of a URL with placeholders, and the values that they stand for.

    The whole path of a request that is not declared is a value. That of a redirect, which is not
    the declared path, is shown as the declared one, without values.
    """
    template, path = operation.template, urlsplit(url).path
    if not template.text:
        return "{path}", {"path": path}
    found = template.match(path)
    if found is None:
        return template.text, {}
    prefix, values = found
    return prefix + template.text, values


def shown_parameters(
    operation: Operation, request: Request, masked: Collection[str]
) -> list[tuple[str, Any]]:
    """The parameters of a request by name, from query and body; sensitive values are masked.

    masked: the names of parameters, beside those of the operation, whose values are not shown.
    """
    pairs: list[tuple[str, object]] = []
    pairs += parse_qsl(urlsplit(request.url).query, keep_blank_values=True)
    if isinstance(request.body, bytes) and operation.body == "form":
        pairs += parse_qsl(request.body.decode(), keep_blank_values=True)
    if operation.body == "multipart" and isinstance(request.body, StreamedBody):
        pairs += request.body.fields
    elif isinstance(request.body, StreamedBody) or (
        operation.body in ("raw", "lines") and request.body
    ):
        pairs.append(("body", f"<{shown_length(body_length(request.body))}>"))
    shown = masked_pairs(operation, pairs, masked)
    if isinstance(request.body, bytes) and request.body and operation.body == "json":
        whole_body = [each for each in operation.arguments.values() if each.location == "body"]
        body: Any = decode(request.body)
        if whole_body:
            body = {whole_body[0].wire_name: body}
        elif not isinstance(body, dict):
            body = {"body": body}
        shown += masked_values(body, _marked(operation, masked)).items()
    return shown


def masked_pairs(
    operation: Operation, pairs: Iterable[tuple[str, Any]], masked: Collection[str]
) -> list[tuple[str, Any]]:
    """Parameters by name, with sensitive values masked."""
    marked = _marked(operation, masked)
    return [(name, "***" if is_sensitive(name, marked) else value) for name, value in pairs]


def _marked(operation: Operation, masked: Collection[str]) -> frozenset[str]:
    """The names of the parameters that are declared to be sensitive, as `folded` has them."""
    return frozenset(map(folded, [*operation.sensitive, *masked]))
