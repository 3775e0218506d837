"""Recorded calls as plain values: what the file of a recording has of a request and its response.

A body is under the key of its form: `json`, `form`, `multipart`, `text` or `base64`.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, cast
from urllib.parse import urlencode, urlsplit, urlunsplit

from ..declare.files import File
from ..declare.json_text import json_text
from ..errors import RestmapError
from ..messages import FORM, Request, Response, as_headers, is_json, media_type
from ..sandbox.decode import read_pairs
from ..sandbox.files import read_multipart
from ..sandbox.refusal import Refusal
from ..sandbox.values import check_json_value

Document: TypeAlias = dict[str, Any]

Change: TypeAlias = Callable[[Any, str], Any]
"""Replaces what must not be written in a value. Its second argument is the name of the value."""

# Of the headers of a request, those that decide what the response is. Any other may hold a key.
_REQUEST_HEADERS = {"accept", "content-type", "range"} | {
    f"if-{name}" for name in ("match", "modified-since", "none-match", "range", "unmodified-since")
}
# Of a response whose body was received, decompressed and perhaps changed.
_OF_TRANSFER = {"connection", "content-encoding", "keep-alive", "trailer", "transfer-encoding"}
_OF_BYTES = {"content-digest", "content-length", "content-md5", "digest", "repr-digest"}


def unchanged(value: Any, name: str = "") -> Any:
    """A Change that changes nothing."""
    return value


def describe_request(request: Request, body: bytes, change: Change = unchanged) -> Document:
    """A request as a document. body: the whole of it."""
    parts = urlsplit(request.url)
    address = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))
    named = {name.title(): value for name, value in request.headers.items()}
    headers = {name: value for name, value in named.items() if name.lower() in _REQUEST_HEADERS}
    kind = media_type(headers)
    if "Content-Type" in headers:
        headers["Content-Type"] = kind  # without the boundary, which is another one each time
    described: Document = {"method": request.method, "url": change(address, "")}
    if headers:
        described["headers"] = headers
    if kind == "multipart/form-data":
        fields = _read_multipart(Request("POST", "", request.headers, body), change)
        if fields is not None:
            return described | {"multipart": fields}
    return described | _describe_body(kind, body, change)


def describe_response(response: Response, change: Change = unchanged) -> Document:
    """A response as a document."""
    described: Document = {"status": response.status}
    body = _describe_body(media_type(response.headers), response.body, change)
    is_as_received = read_body(body) == response.body
    is_as_received = is_as_received and "Content-Encoding" not in response.headers
    left_out = _OF_TRANSFER if is_as_received else _OF_TRANSFER | _OF_BYTES
    headers = {
        name: change(value, name)
        for name, value in response.headers.items()
        if name.lower() not in left_out
    }
    return described | ({"headers": headers} if headers else {}) | body


def read_response(described: Mapping[str, Any]) -> Response:
    """The response that a document describes."""
    body = read_body(described)
    headers = as_headers(described.get("headers"))
    if "Content-Length" not in headers and (body or headers):
        headers = as_headers({**headers, "Content-Length": str(len(body))})
    return Response(described["status"], headers, body)


def read_body(described: Mapping[str, Any]) -> bytes:
    """The bytes of the body of a response in a document."""
    if "json" in described:
        return json_text(described["json"]).encode()
    if "form" in described:
        return urlencode(described["form"], doseq=True).encode()
    if "base64" in described:
        return b64decode(described["base64"])
    return str(described.get("text", "")).encode()


# -- bodies ---------------------------------------------------------------------------------


def _describe_body(kind: str, body: bytes, change: Change) -> Document:
    """The body of a request or a response, by its media type."""
    if not body:
        return {}
    try:
        if is_json(kind) or not kind:
            return _describe_json(body, change)
        if kind == FORM and all("=" in each for each in body.decode("ascii").split("&")):
            return {"form": change(read_pairs(body.decode("ascii"), "body"), "")}
    except (ValueError, RecursionError, Refusal):
        pass  # it is not what its media type says
    return describe_bytes(body, change)


def describe_bytes(body: bytes, change: Change) -> Document:
    """Bytes as text if they are, else in base64."""
    try:
        text = body.decode()
    except ValueError:
        return {"base64": b64encode(body).decode()}
    is_plain = all(each.isprintable() or each in "\t\n" for each in text)
    return {"text": change(text, "")} if is_plain else {"base64": b64encode(body).decode()}


def _describe_json(body: bytes, change: Change) -> Document:
    """JSON as a value; as text if the value does not hold all of it, such as the zero of `1.50`.

    Raises ValueError or RecursionError for what is not JSON.
    """
    is_exact = True

    def number(kind: type[int] | type[float]) -> Callable[[str], int | float]:
        def read(text: str) -> int | float:
            nonlocal is_exact
            value = kind(text)
            is_exact = is_exact and repr(value) == text
            return value

        return read

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal is_exact
        is_exact = is_exact and len(dict(pairs)) == len(pairs)
        return dict(pairs)

    value = json.loads(
        body, object_pairs_hook=members, parse_int=number(int), parse_float=number(float)
    )
    changed = change(value, "")
    if not is_exact and changed == value:
        return describe_bytes(body, change)
    try:
        check_json_value(changed)
    except ValueError:  # half of a surrogate pair, or too many levels for YAML
        return {"text": json.dumps(changed)}
    return {"json": changed}


def _read_multipart(request: Request, change: Change) -> list[Document] | None:
    """The fields of a multipart form; None for a body that is none."""
    try:
        fields = list(read_multipart(request))
    except (Refusal, RestmapError):
        return None
    return [{"name": name, **_describe_field(name, value, change)} for name, value in fields]


def _describe_field(name: str, value: str | File, change: Change) -> Document:
    if isinstance(value, str):
        return {"text": change(value, name)}
    content = b"".join(value.source().read())
    given = {"filename": value.name, "content_type": value.media_type}
    known = {key: each for key, each in given.items() if each is not None}
    return known | describe_bytes(content, lambda text, _: change(text, name))


def described_json(described: Mapping[str, Any]) -> Any:
    """The JSON of a body, which may be described as text. Raises ValueError if it is none."""
    return described["json"] if "json" in described else json.loads(cast("str", described["text"]))
