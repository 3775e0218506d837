"""Requests read backwards: from bytes to the arguments that a caller gave."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import parse_qsl, urlsplit

from ..declare.params import Location
from ..messages import Request, as_headers
from .refusal import Refusal, bad_request, invalid_value
from .values import allows_none, check_json_value

if TYPE_CHECKING:
    from ..plan.operation import Argument, Operation
    from ..plan.resource_plan import ResourcePlan

Given: TypeAlias = Mapping[Location, Mapping[str, Any]]
"""What came in a request, by location and wire name."""


def read_arguments(plan: ResourcePlan, operation: Operation, given: Given) -> dict[str, Any]:
    """The arguments of a call by Python name, read by the serializers' own reverse.

    Raises one Refusal, a 400, for all that is missing, unknown or ill-formed.
    """
    arguments: dict[str, Any] = {}
    problems: list[str] = []
    known: set[tuple[Location, str]] = set()
    for argument in operation.arguments.values():
        found = _wire_values(argument, given.get(argument.location, {}))
        known |= {(argument.location, name) for name in found}
        if not found:
            if argument.required:
                problems.append(f"Missing required parameter {argument.wire_name}.")
            continue
        wire = found if argument.serializer.prefix else found[argument.wire_name]
        try:
            arguments[argument.name] = _load(plan, argument, wire)
        except Exception as error:  # a user's own serializer may raise anything
            problems.append(_ill_formed(argument, wire, error))
    problems += _unknown(given, known)
    if problems:
        raise bad_request(" ".join(problems))
    return arguments


def _wire_values(argument: Argument, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given of one argument: one value, or those of all names with its prefix."""
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
    loaded = argument.serializer.load(wire)
    check_json_value(loaded)
    return loaded


def _ill_formed(argument: Argument, wire: Any, error: Exception) -> str:
    # What our serializers refuse says what was expected; Python's own messages do not.
    text = str(error)
    ours = text.startswith(("expected ", "item ", "it may not"))
    reason = text if ours else f"expected {argument.serializer.expects}"
    return invalid_value(argument.wire_name, wire, reason)


def _unknown(given: Given, known: set[tuple[Location, str]]) -> list[str]:
    return [
        f"Unknown parameter {name}."
        for location, values in given.items()
        if location not in ("header", "body")
        for name in values
        if (location, name) not in known
    ]


# -- the parts of a request -----------------------------------------------------------------


def parts_of(request: Request, operation: Operation) -> dict[Location, Mapping[str, Any]]:
    """The parameters of a request by location, not yet read.

    Raises Refusal: 400 for a body or a query that is broken, 415 for one of another kind.
    """
    parts: dict[Location, Mapping[str, Any]] = {
        "query": read_pairs(urlsplit(request.url).query, "query"),
        "header": request.headers,
    }
    if operation.body is not None:
        _check_content_type(request, operation)
    if operation.body == "form":
        try:
            text = (request.body or b"").decode("ascii")
        except UnicodeDecodeError:
            raise bad_request("The body is no form: it is not percent-encoded.") from None
        parts["form"] = read_pairs(text, "body")
    elif operation.body == "json":
        whole = [each for each in operation.arguments.values() if each.location == "body"]
        if whole:
            parts["body"] = {whole[0].wire_name: _json(request.body)} if request.body else {}
        else:
            parts["json"] = _json_object(request.body)
    return parts


def read_pairs(text: str, where: str) -> dict[str, Any]:
    """The pairs of a form or a query; a repeated name has a list."""
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict")
    except ValueError:
        raise bad_request(f"The {where} is not percent-encoded UTF-8.") from None
    return _gathered(pairs)


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
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
    given = _media_type(as_headers(request.headers).get("Content-Type", ""))
    wanted = _media_type(operation.headers.get("Content-Type", ""))
    if request.body and given and given != wanted:
        raise Refusal(415, f"The body is {given}, expected {wanted}.")


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _json(body: bytes | None) -> Any:
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
    """Python reads NaN and Infinity, which RFC 8259 6 does not have."""
    raise ValueError(name)


def _json_object(body: bytes | None) -> dict[str, Any]:
    loaded = _json(body)
    if not isinstance(loaded, dict):
        raise bad_request("The body is no JSON object.")
    return cast("dict[str, Any]", loaded)
