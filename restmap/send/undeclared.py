"""What no declaration describes: whole requests, and what is added to those of a declaration."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, cast

import attrs

from ..declare.files import Content, File, file_content
from ..declare.inference import serializer_for
from ..declare.json_text import json_text
from ..encode.request import form_text, replace_in_query, text_pairs
from ..errors import ParameterError, compose
from ..json_codec import decode
from ..messages import FORM, Request, is_json, media_type, merged_headers, shown_url
from ..streamed_body import RequestBody
from ..transports.request_check import check_request
from ..transports.urls import percent_encoded

# RFC 9110 12.5.1: JSON where the server has it, else whatever it has.
_ACCEPT = "application/json, */*;q=0.1"

_GIVE_JSON = "Give finite numbers, text and values that JSON has."


def build_undeclared_request(
    method: str,
    url: str,
    *,
    query: Mapping[str, Any] | None,
    json: Any,
    form: Mapping[str, Any] | None,
    content: Content | File | str | None,
    headers: Mapping[str, str] | None,
) -> Request:
    """The request of plain values. json: `...` where there is none, since None is `null`.

    Raises ParameterError for what cannot be sent.
    """
    place = f"{method} {shown_url(url)}"
    dicts: dict[str, object] = {"query": query, "form": form, "headers": headers}
    for name, given in dicts.items():
        if not isinstance(given, Mapping | None):
            kind = type(given).__name__
            raise _unsendable(f"{name}= cannot be of type {kind}.", "Give a dict.", place)
    if not re.fullmatch("[A-Z][A-Z-]*", method):
        remedy = f"Write it in capitals: {method.upper()!r}."
        raise _unsendable(f"{method!r} is not an HTTP method.", remedy, place)
    body, content_type = _encode_body(json, form, content, place)
    pairs = plain_pairs(query or {}, "query parameter", place)
    try:
        url = replace_in_query(percent_encoded(url), pairs)
    except ValueError as error:
        remedy = "Write a path that begins with '/', or a whole URL."
        raise _unsendable(f"the URL cannot be sent: {error}.", remedy, place) from None
    sent = {"Accept": _ACCEPT} | ({"Content-Type": content_type} if content_type else {})
    request = Request(method, url, merged_headers(sent, headers or {}), body)
    check_request(request)
    return request


def _encode_body(
    json: Any, form: Mapping[str, Any] | None, content: Content | File | str | None, place: str
) -> tuple[RequestBody, str | None]:
    """The request body and its media type."""
    given = {"json": json is not ..., "form": form is not None, "content": content is not None}
    names = [name for name, is_given in given.items() if is_given]
    if len(names) > 1:
        found = f"a request has one body, found {' and '.join(f'{name}=' for name in names)}."
        raise _unsendable(found, "Give one of them.", place)
    if form is not None:
        return form_text(plain_pairs(form, "form parameter", place)).encode("ascii"), FORM
    if json is not ...:
        return _encode_text("json", lambda: json_text(json), place), "application/json"
    if isinstance(content, str):
        remedy = "Give valid Unicode text, or bytes."
        return _encode_text("content", lambda: content, place, remedy), "text/plain; charset=utf-8"
    if content is None:
        return None, None
    from ..encode.files import encode_whole  # for few requests

    try:
        return encode_whole(file_content.dump(content), None)
    except ValueError as error:
        problem = f"content= cannot be sent: {error}."
        raise _unsendable(problem, f"Give text, {file_content.expects}.", place) from error


def _encode_text(name: str, text: Callable[[], str], place: str, remedy: str = _GIVE_JSON) -> bytes:
    """The bytes of an argument. text: makes its text, and raises for what has none."""
    try:
        return text().encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise _unsendable(f"{name}= cannot be sent: {error}.", remedy, place) from error


def plain_pairs(values: Mapping[str, Any], kind: str, place: str) -> list[tuple[str, str]]:
    """Python values as the pairs of a query or a form, serialized by their types; None is left out.

    Raises ParameterError for a value that cannot be sent.

    >>> plain_pairs({"open": True, "tags": ["a", "b"], "since": None}, "parameter", "GET /")
    [('open', 'true'), ('tags', 'a'), ('tags', 'b')]
    """
    wire: dict[str, Any] = {}
    for name, value in values.items():
        try:
            if value is not None:
                wire[name] = _wire_value(value)
            form_text(text_pairs({name: wire.get(name, "")}))
        except (TypeError, ValueError) as error:
            remedy = "Give text, numbers, dates, or a list of them."
            problem = f"the {kind} {name!r} cannot be of type {type(value).__name__}: {error}."
            raise _unsendable(problem, remedy, place) from error
    return text_pairs(wire)


def _wire_value(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_wire_value(each) for each in cast("Sequence[Any]", value)]
    if isinstance(value, Enum):
        return _wire_value(value.value)
    serializer = serializer_for(cast("Any", type(value)))
    if serializer is None or isinstance(value, Mapping):
        raise TypeError("no serializer is known for it")
    return serializer.dump(value)


@attrs.frozen
class Extras:
    """What `options()` adds to each request beside what its declaration knows."""

    query: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    body: Mapping[str, Any] = attrs.field(factory=dict[str, Any])

    def add_to(self, request: Request) -> Request:
        """A copy of the request with the extras, which replace parameters of the same name.

        Raises ParameterError where the request body cannot hold them.
        """
        place = f"{request.method} {shown_url(request.url)}"
        pairs = plain_pairs(self.query, "query parameter", place)
        body = _add_to_body(request, self.body, place) if self.body else request.body
        return attrs.evolve(request, url=replace_in_query(request.url, pairs), body=body)


def _add_to_body(request: Request, extra: Mapping[str, Any], place: str) -> bytes:
    kind = media_type(request.headers)
    given = request.body if isinstance(request.body, bytes) else None
    if given is not None and kind == FORM:
        pairs = plain_pairs(extra, "form parameter", place)
        return replace_in_query(f"?{given.decode()}", pairs)[1:].encode("ascii")
    body: Any = decode(given) if given is not None and is_json(kind) else None
    if not isinstance(body, dict):
        found = "is no JSON object" if is_json(kind) else f"has the media type {kind!r}"
        found = "does not exist" if request.body is None else found
        raise _unsendable(
            f"extra_body= cannot be added to the request body, which {found}.",
            "Use it for a request with a JSON object or a form as its body.",
            place,
        )
    extended = {**cast("dict[str, Any]", body), **extra}
    return _encode_text("extra_body", lambda: json_text(extended), place)


def _unsendable(problem: str, remedy: str, place: str) -> ParameterError:
    return ParameterError(compose(problem, remedy, place))
