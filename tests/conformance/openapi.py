"""OpenAPI documents: what each operation in one takes, and what it responds with."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from .values import put_together

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
FORM = "application/x-www-form-urlencoded"


@frozen
class Document:
    """One document. overlays: the module beside `judge.mjs` with what its vendor's need.

    prefix_of: the beginning of the names of a query parameter that is sent as several.
    """

    name: str
    path: Path
    overlays: str
    prefix_of: Callable[[Mapping[str, Any]], str] = lambda schema: ""

    def __str__(self) -> str:
        return self.name


@frozen
class Parameter:
    """One thing an operation takes; `prefix` stands for a name's beginning, where it has one."""

    name: str
    location: str  # path, query, header, form or json
    required: bool
    is_array: bool
    prefix: str = ""
    schema: Mapping[str, Any] = attrs.field(factory=dict[str, Any], eq=False, repr=False)

    def matches(self, name: str) -> bool:
        return name.startswith(self.prefix) if self.prefix else name == self.name


@frozen
class Operation:
    """One operation.

    schemes: of the credentials that it wants, such as basic; none where it wants none.
    body: the schema of a JSON body. response: the schema of what a right request gets; of a list,
    one record's. examples: bodies of such responses, by name; sent_examples: bodies of requests.
    """

    id: str  # the document's name and the operationId: proxy_v1.CreateSession
    method: str
    path: str
    host: str  # with its scheme
    content_types: tuple[str, ...]
    schemes: frozenset[str]
    parameters: tuple[Parameter, ...]
    body_required: bool
    body: Mapping[str, Any] = attrs.field(eq=False, repr=False)
    response: Mapping[str, Any] = attrs.field(eq=False, repr=False)
    examples: Mapping[str, Any] = attrs.field(eq=False, repr=False)
    sent_examples: Mapping[str, Any] = attrs.field(eq=False, repr=False)

    def __str__(self) -> str:
        return self.id

    def takes(self, name: str, location: str) -> bool:
        return any(each.location == location and each.matches(name) for each in self.parameters)

    def at(self, *locations: str) -> list[Parameter]:
        """The parameters that travel there, in the document's order."""
        return [each for each in self.parameters if each.location in locations]

    @property
    def shape(self) -> str:
        return shape(self.host + self.path)

    @property
    def path_parameters(self) -> list[Parameter]:
        """Those of the path, in its order."""
        named = {each.name: each for each in self.at("path")}
        parts = [part.partition("}")[0] for part in self.path.split("{")[1:]]
        return [named[name] for name in parts]


def shape(url: str) -> str:
    """A URL's template with the names of its placeholders left out.

    >>> shape("https://a.example/Services/{sid}.json")
    'https://a.example/Services/{}.json'
    """
    head, *rest = url.split("{")
    return head + "".join("{" + part[part.index("}") :] for part in rest)


def operations(document: Document) -> list[Operation]:
    """What a document lets one ask."""
    content = _content(document.path)
    return [
        _operation(content, document, path, method)
        for path, item in content["paths"].items()
        for method in METHODS
        if method in item
    ]


@functools.lru_cache(maxsize=4)
def _content(path: Path) -> dict[str, Any]:
    try:
        return json.loads(path.read_bytes())
    except FileNotFoundError:
        raise FileNotFoundError(f"no {path}: run npm ci --ignore-scripts in {HERE}") from None


def _resolve(content: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """What a node refers to, or the node itself."""
    if "$ref" not in node:
        return node
    found = content
    for step in node["$ref"].removeprefix("#/").split("/"):
        found = found[step.replace("~1", "/").replace("~0", "~")]
    return _resolve(content, found)


def _operation(content: dict[str, Any], document: Document, path: str, method: str) -> Operation:
    item = content["paths"][path]
    operation = item[method]
    bodies = operation.get("requestBody", {}).get("content", {})
    parameters = [
        _parameter(content, document, _resolve(content, each))
        for each in [*item.get("parameters", []), *operation.get("parameters", [])]
    ]
    for content_type, body in bodies.items():
        location = "form" if content_type == FORM else "json"
        schema = put_together(_resolved(content, body["schema"]))
        parameters += _fields(content, schema, location)
    response = _response(content, operation)
    body = _json_body(content, bodies)
    return Operation(
        id=f"{document.name}.{operation['operationId']}",
        method=method.upper(),
        path=path,
        host=item.get("servers", content.get("servers"))[0]["url"],
        content_types=tuple(bodies),
        schemes=_schemes(content, operation),
        parameters=tuple(dict.fromkeys(parameters)),
        # An empty body has no properties, which a schema may require.
        body_required=operation.get("requestBody", {}).get("required", False)
        or bool(body.get("required")),
        body=body,
        response=_record_schema(content, response.get("schema", {}), operation["operationId"]),
        examples=_examples(content, [response]),
        sent_examples=_examples(content, bodies.values()),
    )


def _schemes(content: dict[str, Any], operation: dict[str, Any]) -> frozenset[str]:
    """The HTTP schemes of the credentials that an operation wants, any one of them."""
    known = content.get("components", {}).get("securitySchemes", {})
    names = [
        name for each in operation.get("security", content.get("security", ())) for name in each
    ]
    # OAuth 2.0 sends its tokens as RFC 6750 has it: with the scheme Bearer.
    return frozenset(known[name].get("scheme", "bearer") for name in names)


def _json_body(content: dict[str, Any], bodies: dict[str, Any]) -> dict[str, Any]:
    """The schema of a JSON body, the same in every media type of it; none where there is none."""
    for content_type, body in bodies.items():
        if content_type != FORM:
            return _resolved(content, body["schema"])
    return {}


def _parameter(content: dict[str, Any], document: Document, parameter: dict[str, Any]) -> Parameter:
    schema = _resolve(content, parameter["schema"])
    return Parameter(
        name=parameter["name"],
        location=parameter["in"],
        required=parameter.get("required", False),
        is_array=schema.get("type") == "array",
        prefix=document.prefix_of(schema),
        schema=_resolved(content, schema),
    )


def _fields(content: dict[str, Any], schema: dict[str, Any], location: str) -> Iterator[Parameter]:
    # An object, or an array in its place: only the object has fields.
    for each in schema.get("oneOf", ()):
        yield from _fields(content, _resolve(content, each), location)
    for name, reference in schema.get("properties", {}).items():
        property_ = _resolve(content, reference)
        # Some JSON bodies share their schema with the response; Prism refuses what is only read.
        if not property_.get("readOnly", False):
            yield Parameter(
                name=name,
                location=location,
                required=name in schema.get("required", ()),
                is_array=property_.get("type") == "array",
                schema=_resolved(content, property_),
            )


def _resolved(
    content: dict[str, Any], node: dict[str, Any], above: tuple[str, ...] = ()
) -> dict[str, Any]:
    """A schema with all that it refers to put in its place; one that contains itself ends there."""
    reference = node.get("$ref")
    if reference in above:
        return {}
    inside = (*above, reference) if reference else above
    schema = dict(_resolve(content, node))
    for name in ("items", "additionalProperties"):
        if isinstance(schema.get(name), dict):
            schema[name] = _resolved(content, schema[name], inside)
    for name in ("oneOf", "anyOf", "allOf"):
        if name in schema:
            schema[name] = [_resolved(content, each, inside) for each in schema[name]]
    if "properties" in schema:
        schema["properties"] = {
            name: _resolved(content, each, inside) for name, each in schema["properties"].items()
        }
    return schema


def _response(content: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    """The body of the first response that is neither a redirect nor a refusal."""
    for status in sorted(each for each in operation["responses"] if each < "300"):
        response = _resolve(content, operation["responses"][status])
        for body in response.get("content", {}).values():
            return body
    return {}


def _examples(content: dict[str, Any], bodies: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The examples of bodies, by name. GitHub has some that have no value: they are left out."""
    return {
        name: _example_value(content, example)
        for body in bodies
        for name, example in body.get("examples", {}).items()
        if "value" in _resolve(content, example)
    }


def _example_value(content: dict[str, Any], example: dict[str, Any]) -> Any:
    """The value of an example; GitHub has some whose value is itself a reference to an example."""
    value = _resolve(content, example)["value"]
    is_wrapped = isinstance(value, dict) and "$ref" in value
    return _example_value(content, value) if is_wrapped else value


def _record_schema(content: dict[str, Any], schema: dict[str, Any], name: str) -> dict[str, Any]:
    """The schema of one record: itself, the items of an array, or of the one in a list's page.

    Of a page of texts, which are the keys of records, it has no properties.
    """
    schema = _resolve(content, schema)
    inside = [_resolve(content, each) for each in schema.get("properties", {}).values()]
    arrays = [each for each in inside if _is_array_of(content, each, "object")]
    if name.startswith("List") and len(arrays) == 1:
        schema = arrays[0]
    elif name.startswith("List") and any(_is_array_of(content, each, "string") for each in inside):
        return {"properties": {}}
    record = _resolve(content, schema["items"]) if schema.get("type") == "array" else schema
    return {**record, "properties": _properties(content, record)}


def _properties(content: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The properties of an object, and of what it is put together of or is one of."""
    schema = _resolve(content, schema)
    found: dict[str, Any] = {}
    for each in (*schema.get("allOf", ()), *schema.get("oneOf", ()), *schema.get("anyOf", ())):
        found |= _properties(content, each)
    own = schema.get("properties", {})
    return found | {name: _resolve(content, each) for name, each in own.items()}


def _is_array_of(content: dict[str, Any], schema: dict[str, Any], kind: str) -> bool:
    if schema.get("type") != "array":
        return False
    items = _resolve(content, schema["items"])
    is_one_of = {"allOf", "oneOf", "anyOf"} & set(items)
    return items.get("type", "object" if is_one_of else None) == kind
