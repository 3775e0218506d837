"""Requests become arguments: the reverse of what `restmap.encode` does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast, get_origin
from urllib.parse import parse_qsl, urlsplit

from ..declare.annotations import allows_none, plain_type
from ..declare.file_types import is_file_type
from ..declare.json_paths import value_at
from ..declare.parameter import Location
from ..declare.serializer import MembersError
from ..declare.styles import enveloped_key, key_in_envelope
from ..messages import Request, media_type
from ..streamed_body import RequestBody, body_bytes
from .files import holds_file, read_multipart, read_whole
from .refusal import Refusal, bad_request, invalid_value
from .styles import find_styled_values, read_styled_value
from .values import check_json_value

if TYPE_CHECKING:
    from ..plan.operation import Argument, Operation
    from ..plan.resource_plan import ResourcePlan

WireParameters: TypeAlias = Mapping[Location, Mapping[str, Any]]
"""The values of a request, by location and wire name."""


def read_arguments(
    plan: ResourcePlan, operation: Operation, given: WireParameters
) -> dict[str, Any]:
    """The arguments of a call by Python name, loaded by the serializers.

    Raises one Refusal, a 400, that names every parameter that is missing, unknown or ill-formed.
    """
    arguments: dict[str, Any] = {}
    problems: list[str] = []
    known: set[tuple[Location, str]] = set()
    for argument in operation.arguments.values():
        found = _wire_values(operation, argument, given.get(argument.location, {}))
        known |= {(argument.location, name) for name in found}
        if not found:
            if argument.required:
                problems.append(f"Missing required parameter {argument.wire_name}.")
            continue
        wire: Any = found if _has_own_keys(argument) else found[argument.wire_name]
        try:
            if argument.style is not None:
                wire = read_styled_value(argument, argument.style, found)
            arguments[argument.name] = _load(plan, argument, wire)
        except Exception as error:  # a user's own serializer can raise anything
            problems += _describe_problem(argument, wire, error)
    problems += _find_unknown(given, known)
    if problems:
        raise bad_request(" ".join(problems))
    return arguments


def _has_own_keys(argument: Argument) -> bool:
    return argument.style is not None or bool(argument.serializer.prefix)


def _wire_values(
    operation: Operation, argument: Argument, given: Mapping[str, Any]
) -> dict[str, Any]:
    """What a request has for one argument: its value, or all values of its prefix or style."""
    if argument.style is not None:
        others = {each.wire_name for each in operation.arguments.values()}
        return find_styled_values(argument, argument.style, given, others)
    if argument.location == "header":
        lowered = {name.lower(): value for name, value in given.items()}
        name = argument.wire_name.lower()
        return {argument.wire_name: lowered[name]} if name in lowered else {}
    prefix = argument.serializer.prefix
    if prefix:
        return {name: value for name, value in given.items() if name.startswith(f"{prefix}.")}
    name = argument.wire_name
    return {name: given[name]} if name in given else {}


def _load(plan: ResourcePlan, argument: Argument, wire: Any) -> Any:
    if wire is None and argument.location in ("json", "body"):
        field = plan.fields.get(argument.name)
        if allows_none(argument.kind) or (field is not None and allows_none(field.kind)):
            return None
        raise ValueError("it may not be null")
    if holds_file(wire):
        if not is_file_type(argument.kind):
            raise ValueError("it may not be a file")
        return argument.serializer.load(wire)
    is_json = argument.location in ("json", "body")
    if is_json and _is_list(argument.kind) and not isinstance(wire, list):
        raise ValueError("expected a list")  # in a form, one value stands for a list
    loaded = argument.serializer.load(wire)
    check_json_value(loaded)
    return loaded


def _is_list(kind: Any) -> bool:
    return get_origin(plain_type(kind)[0]) is list


def _describe_problem(argument: Argument, wire: Any, error: Exception) -> list[str]:
    """The sentences about a value that was refused; of an object, about each wrong member."""
    if isinstance(error, MembersError):
        found = [each.found.format(each.path) for each in error.below(argument.wire_name)]
        return [f"{each[0].upper()}{each[1:]}" for each in found]
    # The messages of our serializers say what was expected; those of Python do not.
    text = str(error)
    ours = text.startswith(("expected ", "item ", "it may not"))
    reason = text if ours else f"expected {argument.serializer.expects}"
    return [invalid_value(argument.wire_name, wire, reason)]


def _find_unknown(given: WireParameters, known: set[tuple[Location, str]]) -> list[str]:
    return [
        f"Unknown parameter {name}."
        for location, values in given.items()
        if location not in ("header", "body")
        for name in values
        if (location, name) not in known
    ]


# -- the parts of a request -----------------------------------------------------------------


def split_request(request: Request, operation: Operation) -> dict[Location, Mapping[str, Any]]:
    """The parameters of a request by location, as wire values.

    Raises Refusal: 400 for an ill-formed body or query, 415 for a body of another content type.
    """
    parts: dict[Location, Mapping[str, Any]] = {
        "query": read_pairs(urlsplit(request.url).query, "query"),
        "header": request.headers,
    }
    if operation.body is not None and operation.body != "raw":
        _check_content_type(request, operation)
    if operation.body == "form":
        try:
            text = body_bytes(request.body).decode("ascii")
        except UnicodeDecodeError:
            raise bad_request(
                "The body is not a form: it has characters that are not percent-encoded."
            ) from None
        parts["form"] = _without_envelope(operation, read_pairs(text, "body"))
    elif operation.body == "multipart":
        fields = _group_by_name(read_multipart(request)) if request.body else {}
        parts["multipart"] = _without_envelope(operation, fields)
    elif operation.body == "raw":
        (whole_body,) = (each for each in operation.arguments.values() if each.location == "body")
        content = read_whole(request, whole_body)
        parts["body"] = {whole_body.wire_name: content} if request.body is not None else {}
    elif operation.body == "lines":
        (whole_body,) = (each for each in operation.arguments.values() if each.location == "body")
        lines = body_bytes(request.body).splitlines()
        items = [_read_json(each) for each in lines if each.strip()]
        parts["body"] = {whole_body.wire_name: items} if request.body else {}
    elif operation.body == "json":
        whole = [each for each in operation.arguments.values() if each.location == "body"]
        if whole and not request.body:
            parts["body"] = {}
        elif whole:
            parts["body"] = {whole[0].wire_name: _open_envelope(operation, request.body)}
        else:
            parts["json"] = _require_object(_open_envelope(operation, request.body))
    return parts


def _open_envelope(operation: Operation, body: RequestBody) -> Any:
    """The JSON of a request body, or what is at the path of its parameters."""
    loaded, path = _read_json(body_bytes(body)), operation.body_item
    if path is None:
        return loaded
    try:
        return value_at(loaded, path)
    except KeyError:
        raise bad_request(f"The body has no {path!r}.") from None


def _without_envelope(operation: Operation, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of a form by the keys that they have in the envelope of the operation."""
    path = operation.body_item
    if path is None:
        return fields
    found: dict[str, Any] = {}
    for given, value in fields.items():
        key = key_in_envelope(path, given)
        if key is None:
            expected = enveloped_key(path, "…")
            raise bad_request(f"The field {given} of the form is not one such as {expected}.")
        found[key] = value
    return found


def read_pairs(text: str, where: str) -> dict[str, Any]:
    """The values of a form or a query by name; a repeated name has a list of values.

    where: "body" or "query", for the message.
    """
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict")
    except ValueError:
        raise bad_request(f"The {where} is not percent-encoded UTF-8.") from None
    return _group_by_name(pairs)


def _group_by_name(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    return found


def _check_content_type(request: Request, operation: Operation) -> None:
    given, wanted = media_type(request.headers), media_type(operation.headers)
    if request.body and given and given != wanted:
        raise Refusal(415, f"The content type of the body is {given}; send {wanted}.")


def _read_json(body: bytes) -> Any:
    try:
        loaded = json.loads(body or b"{}", parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise bad_request("The body is not JSON.") from None
    try:
        check_json_value(loaded)
    except ValueError as error:
        raise bad_request(f"The body cannot be kept: {error}.") from None
    return loaded


def _refuse_constant(name: str) -> None:
    """Refuse NaN and Infinity, which Python accepts and RFC 8259 6 does not."""
    raise ValueError(name)


def _require_object(loaded: Any) -> dict[str, Any]:
    if not isinstance(loaded, dict):
        raise bad_request("The body is not a JSON object.")
    return cast("dict[str, Any]", loaded)
