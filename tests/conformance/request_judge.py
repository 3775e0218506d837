"""The judge of requests: openapi-core; and how OpenAPI says that parameters are written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import attrs
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

from restmap import Request
from restmap.importer.read.operations import DocumentOperation

_LOOPBACK = ("http://localhost", "http://127.0.0.1", "http://0.0.0.0")


@attrs.frozen(eq=False)
class JudgedRequest:
    """A request as openapi-core takes it."""

    request: Request
    parameters: RequestParameters

    @property
    def host_url(self) -> str:
        parts = urlsplit(self.request.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def path(self) -> str:
        return urlsplit(self.request.url).path

    @property
    def method(self) -> str:
        return self.request.method.lower()

    @property
    def content_type(self) -> str:
        return str(self.request.headers.get("Content-Type", ""))

    @property
    def body(self) -> Any:
        return self.request.body


def refusal_of(
    content: Mapping[str, Any], operation: DocumentOperation, request: Request
) -> str | None:
    """Why openapi-core refuses a request; None if it finds it right.

    It sees one path of the document: of two that fit a URL, it would take any. Credentials are not
    judged. A server by plain http is taken for one by https, which the client uses for all servers
    that are not on this machine. A document without a server of the network has that of the test.
    """
    key = operation.path + operation.variant
    item = dict(content["paths"][key])
    judged = {name: each for name, each in content.items() if name not in ("security", "paths")}
    method = operation.method.lower()
    if "$ref" not in item:
        raw = {name: each for name, each in item[method].items() if name != "security"}
        if "*/*" in raw.get("requestBody", {}).get("content", {}) and request.body is not None:
            any_type = raw["requestBody"]["content"]["*/*"]
            content_of = {media_type_of(request.headers["Content-Type"]): any_type}
            raw["requestBody"] = {**raw["requestBody"], "content": content_of}
        own = raw.get("servers") or item.get("servers")
        raw["servers"] = _servers(own or content.get("servers"))
        item = {**item, method: raw}
        item.pop("servers", None)
    judged |= {"paths": {operation.path: item}, "servers": _servers(content.get("servers"))}
    query = parse_qsl(urlsplit(request.url).query, keep_blank_values=True)
    parameters = RequestParameters(
        query=ImmutableMultiDict(query),
        header=Headers(list(request.headers.items())),
        cookie=ImmutableMultiDict(),
    )
    config: Any = Config(spec_validator_cls=None, extra_media_type_deserializers=_JSON_TYPES)  # type: ignore[arg-type]
    try:
        api: Any = OpenAPI.from_dict(judged, config=config)
        api.validate_request(JudgedRequest(request, parameters))
    except Exception as error:  # an unusual document can make it fail in any way
        return _chain(error)
    return None


def _servers(declared: Any) -> list[dict[str, Any]]:
    servers: list[dict[str, Any]] = []
    for each in declared or ():
        url = str(each.get("url", ""))
        if url.startswith(_LOOPBACK) or "://" not in url:
            path = urlsplit(url).path
            url = f"https://api.example{path if path.startswith('/') else ''}".rstrip("/")
        servers.append({**each, "url": url.replace("http://", "https://")})
    return servers or [{"url": "https://api.example"}]


_JSON_TYPES = dict.fromkeys(
    (
        "text/json",
        "application/json-patch+json",
        "application/merge-patch+json",
        "application/scim+json",
        "application/vnd.api+json",
        "application/hal+json",
        "application/problem+json",
    ),
    json.loads,
)


def _chain(error: BaseException) -> str:
    """The message of an error with those of its causes."""
    texts: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(texts) < 4:
        texts.append(f"{type(cause).__name__}: {str(cause)[:200]}")
        details: Any = getattr(cause, "schema_errors", ())
        for each in list(details)[:2]:
            texts.append(f"{each.message[:200]} at {'/'.join(map(str, each.absolute_path))}")
        cause = cause.__cause__ or cause.__context__
    return " <- ".join(texts)


def media_type_of(value: str) -> str:
    """A media type without its parameters."""
    return value.partition(";")[0].strip().lower()


def expected_pairs(parameter: Mapping[str, Any], value: Any) -> list[tuple[str, str]]:
    """The pairs of a query that a value is written as.

    https://spec.openapis.org/oas/v3.0.3#style-values, with brackets for what is nested in a
    deepObject, where the specification leaves it open.
    """
    name = parameter["name"]
    if "schema" not in parameter:
        return [(name, json.dumps(value))]
    style = parameter.get("style", "form")
    explode = parameter.get("explode", style in ("form", "deepObject"))
    if isinstance(value, dict) and style == "deepObject":
        return list(_brackets(name, value))
    if isinstance(value, dict):
        pairs = [(key, _text(each)) for key, each in value.items()]
        return pairs if explode else [(name, ",".join(text for pair in pairs for text in pair))]
    if isinstance(value, list):
        texts = [_text(each) for each in value]
        if style == "deepObject":
            return [(f"{name}[{index}]", text) for index, text in enumerate(texts)]
        delimiter = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, ",")
        return [(name, each) for each in texts] if explode else [(name, delimiter.join(texts))]
    return [(name, _text(value))]


def _brackets(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _brackets(f"{name}[{key}]", each)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _brackets(f"{name}[{index}]", each)
    else:
        yield name, _text(value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return json.dumps(value)
    return str(value)
