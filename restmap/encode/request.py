"""Requests: an operation, its path values and its arguments become a Request."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast
from urllib.parse import parse_qsl, quote, quote_plus, urlsplit, urlunsplit

from ..declare.json_paths import with_value_at
from ..declare.json_text import json_text, wire_text
from ..declare.serializer import Reserved
from ..errors import ParameterError, compose
from ..messages import Request
from ..plan.operation import Operation
from ..streamed_body import RequestBody
from .serialize import Wire, serialize_arguments
from .whole_body import spread_whole_body


def build_request(
    operation: Operation, root: str, path: Sequence[Any], arguments: Mapping[str, Any]
) -> Request:
    """The request of one call.

    root: origin and prefix of the version. path: a value for each placeholder. arguments: as the
    caller gave them.
    Raises ParameterError for a value that cannot be sent.
    """
    wire = serialize_arguments(operation, spread_whole_body(operation, arguments))
    url = root + expand_path(operation, path, wire)
    return encode_request(operation, url, wire, {})


def encode_request(
    operation: Operation, url: str, wire: Wire, paging: Mapping[str, str]
) -> Request:
    """The request that has these wire values.

    url: without the query. paging: the parameters of a page of a list, for the query.
    Raises ParameterError for a value that cannot be encoded.
    """
    headers = dict(operation.headers)
    try:
        query = [*text_pairs(wire.get("query", {})), *paging.items()]
        if query:
            url = f"{url}?{form_text(query)}"
        if "header" in wire:
            headers |= header_lines(wire["header"], operation)
        if operation.body in ("multipart", "raw"):
            return _request_with_files(operation, url, headers, wire)
        body = encode_body(operation, wire)
        if body is None and operation.body is not None:
            headers.pop("Content-Type", None)
    except (TypeError, ValueError, RecursionError) as error:
        if isinstance(error, ParameterError):
            raise
        raise not_encodable(operation, [*wire.values(), paging], error) from error
    return Request(operation.method, url, headers, body, sensitive=operation.sensitive)


def _request_with_files(
    operation: Operation, url: str, headers: dict[str, str], wire: Wire
) -> Request:
    from .files import encode_multipart, encode_whole  # for few operations

    declared = operation.headers.get("Content-Type")
    body: RequestBody
    if operation.body == "multipart":
        values = _in_envelope(operation, wire.get("multipart", {}))
        body, content_type = encode_multipart(values, declared or "")
    elif "body" in wire:
        (value,) = wire["body"].values()
        body, content_type = encode_whole(value, declared)
    else:
        headers.pop("Content-Type", None)
        return Request(operation.method, url, headers, sensitive=operation.sensitive)
    # The parameters may be headers, among them one for the media type of a raw body.
    if "content-type" not in map(str.lower, wire.get("header", {})):
        headers["Content-Type"] = content_type
    return Request(operation.method, url, headers, body, sensitive=operation.sensitive)


def not_encodable(
    operation: Operation, wire: Sequence[Mapping[str, Any]], error: Exception
) -> ParameterError:
    """The error for a wire value that cannot be encoded: NaN in JSON, half of a surrogate pair."""
    names_by_wire_name = {each.wire_name: name for name, each in operation.arguments.items()}
    names = [
        names_by_wire_name.get(name, name)
        for values in wire
        for name, value in values.items()
        if not _encodes(value)
    ]
    return ParameterError(
        compose(
            f"{', '.join(map(repr, names))} cannot be sent: {error}.",
            "Give valid Unicode text, finite numbers and values that JSON has.",
            operation.label,
        )
    )


def _encodes(wire: Any) -> bool:
    from ..declare.files import Upload

    if isinstance(wire, list):
        return all(map(_encodes, cast("list[Any]", wire)))
    if isinstance(wire, Upload):
        return True
    try:
        json_text(wire)
        form_text(text_pairs({"": wire}))
    except (TypeError, ValueError, RecursionError):
        return False
    return True


def expand_path(operation: Operation, path: Sequence[Any], wire: Wire) -> str:
    """The path below the version. Raises ParameterError for a value that cannot be in a path.

    path: the path values of the target; those of the operation are among the wire values.
    """
    if operation.template.names != operation.target_names:
        values = {**dict(zip(operation.target_names, path, strict=False)), **wire.get("path", {})}
        path = [values[name] for name in operation.template.names]
    try:
        return operation.template.expand(path)
    except ValueError as error:
        raise ParameterError(
            compose(
                f"the path {operation.template.text!r} cannot be filled: {error}.",
                "Give the key of one resource.",
                operation.label,
            )
        ) from None


_BODY_LOCATIONS = frozenset({"form", "json", "body"})


def encode_body(operation: Operation, wire: Wire) -> bytes | None:
    """The request body: a form, a JSON object of the parameters, or one parameter as a whole, which
    may be lines of JSON.

    A DELETE without any of these has none: servers may refuse its content (RFC 9110 9.3.5).
    """
    if operation.method == "DELETE" and not wire.keys() & _BODY_LOCATIONS:
        return None
    if operation.body == "lines":
        items: list[Any] = [*wire.get("body", {}).values()] or [[]]
        return "".join(f"{json_text(each)}\n" for each in items[0]).encode()
    if operation.body == "form":
        return form_text(text_pairs(_in_envelope(operation, wire.get("form", {})))).encode("ascii")
    if operation.body == "json":
        value: Any = wire.get("json", {})
        if "body" in wire:
            (value,) = wire["body"].values()
        if operation.body_item is not None:
            value = with_value_at({}, operation.body_item, value)
        return json_text(value).encode()
    return None


def _in_envelope(operation: Operation, wire: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of a form by the keys that they have in the envelope of the operation."""
    path = operation.body_item
    if path is None:
        return wire
    from ..declare.styles import enveloped_key  # for few operations

    return {enveloped_key(path, key): wire[key] for key in wire}


def text_pairs(wire: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Wire values as the pairs of a form or a query; a list repeats its key."""
    pairs: list[tuple[str, str]] = []
    for name, value in wire.items():
        if type(value) is str:
            pairs.append((name, value))
        elif isinstance(value, list):
            pairs += [(name, wire_text(each)) for each in value]  # pyright: ignore[reportUnknownVariableType]
        else:
            pairs.append((name, wire_text(value)))
    return pairs


def form_text(pairs: Iterable[tuple[str, str]]) -> str:
    """Pairs encoded for a form or a query, in less time than `urllib.parse.urlencode` takes.

    >>> form_text([("To", "+15550100"), ("Body", "a b")])
    'To=%2B15550100&Body=a+b'
    """
    return "&".join([f"{_quoted(name)}={_quoted(value)}" for name, value in pairs])


def replace_in_query(url: str, pairs: Sequence[tuple[str, str]]) -> str:
    """The URL with these pairs in its query, in place of those that have the same names.

    >>> replace_in_query("https://api.example.com/things?page=1&size=5", [("page", "2")])
    'https://api.example.com/things?size=5&page=2'
    """
    if not pairs:
        return url
    parts, replaced = urlsplit(url), {name for name, _ in pairs}
    own = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in own if pair[0] not in replaced]
    return urlunsplit(parts._replace(query=form_text([*kept, *pairs])))


@functools.cache
def _form_codes() -> list[str]:
    """The form encoding of each ASCII character, by its code point."""
    return [quote_plus(chr(each)) for each in range(128)]


def _quoted(text: str) -> str:
    if type(text) is Reserved:
        # RFC 3986 3.4; `&`, `+`, `=` and `#` would end or change the value.
        return quote(text, safe=":/?@!$'()*,;")
    if not text.isascii():
        return quote_plus(text)
    return text if text.isalnum() else text.translate(_form_codes())


def header_lines(wire: Mapping[str, Any], operation: Operation) -> dict[str, str]:
    """Wire values as header values.

    Raises ParameterError for a control character, which could forge another header, and for text
    that is not ASCII.
    """
    lines = {name: wire_text(value) for name, value in wire.items()}
    for name, line in lines.items():
        if any(ord(each) < 32 or ord(each) == 127 for each in line):
            why = "it has a control character"
        elif not line.isascii():
            why = "it has a character beyond ASCII"
        else:
            continue
        raise ParameterError(
            compose(
                f"the header {name!r} cannot be {line!r}: {why}.",
                "Give one line of ASCII text (RFC 9110 5.5).",
                operation.label,
            )
        )
    return lines
