"""Validation: the departures of a document from the OpenAPI specification, by its schemas."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import attrs
import jsonschema_rs

from .parsing import Value, document_error

MAX_FINDINGS = 1_000
_MAX_MESSAGE = 160


@attrs.frozen
class Finding:
    """A departure from the specification. pointer: a JSON pointer (RFC 6901) to the value."""

    pointer: str
    message: str

    def __str__(self) -> str:
        return f"{self.pointer or 'the document'}: {self.message}"


def checked_version(content: Value, name: str) -> str:
    """The version of a document, "3.0" or "3.1". Raises DocumentError for any other document."""
    if not isinstance(content, dict):
        raise document_error(
            f"{name} is not an OpenAPI document: "
            f"its content is {_type_name(content)}, not an object.",
            "Give a document that begins with `openapi: 3.…`.",
        )
    if "swagger" in content:
        raise document_error(
            f"{name} is Swagger {content['swagger']!s:.10}, and OpenAPI 3.0 and 3.1 can be read.",
            f"Convert it first: npx swagger2openapi {name}",
        )
    version = content.get("openapi")
    if not isinstance(version, str | float) or not str(version).startswith(("3.0", "3.1")):
        problem = f"has the version {version!r:.40}" if "openapi" in content else "has no `openapi`"
        raise document_error(
            f"{name} {problem}; OpenAPI 3.0 and 3.1 can be read.", "Convert it to one of these."
        )
    return str(version)[:3]


def find_departures(content: Mapping[str, Any], version: str) -> list[Finding]:
    """The departures of a document from the schema of its version, at most `MAX_FINDINGS`.

    https://spec.openapis.org/#openapi-specification-schemas
    """
    # This package takes longer to load than a small document takes to import, and the process that
    # loads the written modules does not need it.
    from openapi_spec_validator import schemas

    known: Any = schemas
    schema: dict[str, Any] = dict(known.schema_v30 if version == "3.0" else known.schema_v31)
    try:
        departures = _departures(dict(content), schema, ())
        return list(itertools.islice(departures, MAX_FINDINGS))
    except UnicodeEncodeError:
        departures = _departures(_without_surrogates(dict(content)), schema, ())
        return list(itertools.islice(departures, MAX_FINDINGS))


def _departures(
    value: Any, schema: Mapping[str, Any], path: Sequence[str | int]
) -> Iterator[Finding]:
    for error in jsonschema_rs.validator_for(dict(schema)).iter_errors(value):
        at = [*path, *error.instance_path]
        intended = _intended_schema(schema, error.schema_path)
        if intended is not None:
            yield from _departures(error.instance, intended, at)
        else:
            yield Finding(_pointer(at), _shortened(error.message))


def _intended_schema(schema: Mapping[str, Any], path: Sequence[str | int]) -> dict[str, Any] | None:
    """The schema of the object, if a value may be an object or a reference; else None.

    The error for the choice itself does not say what is wrong with the object.
    """
    choice: Any = schema
    for step in path:
        choice = choice[step]
    if path[-1] != "oneOf":
        return None
    objects = [each for each in choice if not str(each.get("$ref", "")).endswith("/Reference")]
    if len(objects) != 1 or len(choice) != 2:
        return None
    return {"$schema": schema["$schema"], "definitions": schema["definitions"], **objects[0]}


def _without_surrogates(value: Any) -> Any:
    """A value with lone surrogates replaced, which the validator cannot encode."""
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    if isinstance(value, list):
        return [_without_surrogates(each) for each in cast("list[Any]", value)]
    if isinstance(value, dict):
        pairs = cast("dict[str, Any]", value).items()
        return {_without_surrogates(key): _without_surrogates(each) for key, each in pairs}
    return value


def _pointer(path: Sequence[str | int]) -> str:
    steps = (str(each).replace("~", "~0").replace("/", "~1") for each in path)
    return "".join(f"/{each}" for each in steps)


def _shortened(message: str) -> str:
    text = " ".join(message.split())
    if len(text) <= _MAX_MESSAGE:
        return text
    # The message begins with the value and ends with what is wrong.
    return f"{text[: _MAX_MESSAGE - 70]} … {text[-65:]}"


def _type_name(value: Value) -> str:
    names: dict[type, str] = {list: "an array", str: "text", type(None): "empty", bool: "a boolean"}
    return names.get(type(value), "a number")
