"""Right requests with one thing wrong, to see that the judge bites."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import attrs
from attrs import frozen

from restmap import Request

from .calls import Call, as_it_is
from .openapi import Parameter
from .values import wrong_text

Edit = Callable[[Request], Request]


@frozen
class Wrong:
    """What is wrong, and a part of the reason that the judge has to give.

    kind: one word for what can be wrong. path, arguments: what the client is given, where it lets
    the wrong value pass on purpose, as one that the API may have come to know. edit: else, what is
    done to the request on its way.
    """

    kind: str
    what: str
    reason: str
    path: Sequence[str | int] | None = None
    arguments: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    edit: Edit = as_it_is


def wrongs_of(call: Call) -> Iterator[Wrong]:
    """Everything that can be wrong with a request of an operation."""
    yield from wrong_path_values(call)
    for name, parameter in {**call.names(), **parts_of_body(call)}.items():
        yield from wrong_values(call, name, parameter)
        if parameter.required:
            what, edit = f"no {parameter.name}", without(parameter)
            yield Wrong("missing", what, reason_without(parameter, call), edit=edit)
    if call.operation.schemes:
        yield Wrong("credentials", "no credentials", "security", edit=without_credentials)
    trace = 'does not have "trace" method'
    yield Wrong("method", "method", trace, edit=with_method("TRACE"))
    nope = "takes no query parameter 'Nope'"
    yield Wrong("query name", "unknown query parameter", nope, edit=with_query_name)
    locations = dict.fromkeys(each.location for each in call.operation.at("form", "json"))
    if "allOf" in call.operation.body:  # each part of such a schema allows what another one has
        locations.pop("json", None)
    for location in locations:
        edit = with_field(location)
        yield Wrong("field name", "unknown field", "found 'Nope'", edit=edit)


def reason_without(parameter: Parameter, call: Call) -> str:
    """A form without its only field is no body at all."""
    return (
        "Body parameter is required" if call.operation.at("form") == [parameter] else parameter.name
    )


def parts_of_body(call: Call) -> dict[str, Parameter]:
    """The parts of a body that is one argument, by names that no argument has.

    A body that is one of several has not the parts of all.
    """
    sent = call.arguments().get(call.whole_body or "", {})
    parts = [each for each in call.parts_of_body() if each.name in sent]
    return {f"{call.whole_body}.{each.name}": each for each in parts}


def wrong_path_values(call: Call) -> Iterator[Wrong]:
    for position, parameter in enumerate(call.operation.path_parameters):
        text = wrong_text(parameter.schema)
        if text is not None:
            path = call.path()
            path[position] = text
            what = f"path value {parameter.name}"
            yield Wrong("path value", what, parameter.name, path)


def wrong_values(call: Call, name: str, parameter: Parameter) -> Iterator[Wrong]:
    text = wrong_text(parameter.schema)
    if text is None:
        return
    value = [text] if parameter.is_array else text
    kind = f"{parameter.location} value"
    if passes(call, name, value):
        yield Wrong(kind, parameter.name, parameter.name, arguments={name: value})
    else:
        edit = with_value(parameter, text)
        yield Wrong(kind, parameter.name, parameter.name, edit=edit)


def passes(call: Call, name: str, value: Any) -> bool:
    """Whether the client sends the value, leaving it to the API to refuse it."""
    argument = call.route.operation.arguments.get(name)
    try:
        return argument is not None and argument.serializer.dump(value) is not None
    except (TypeError, ValueError):
        return False


# -- edits ----------------------------------------------------------------------------------


def with_value(parameter: Parameter, text: str) -> Edit:
    """Another text for one name."""
    return edit_pairs(
        parameter.location,
        lambda pairs: [(name, text if name == parameter.name else old) for name, old in pairs],
    )


def without(parameter: Parameter) -> Edit:
    """One name left out."""
    return edit_pairs(
        parameter.location, lambda pairs: [pair for pair in pairs if pair[0] != parameter.name]
    )


def with_field(location: str) -> Edit:
    """One more field in the body."""
    return edit_pairs(location, lambda pairs: [*pairs, ("Nope", "1")])


Pairs = list[tuple[str, Any]]


def edit_pairs(location: str, change: Callable[[Pairs], Pairs]) -> Edit:
    """A change to the decoded pairs of a query, a form, a JSON object or the headers."""

    def edit(request: Request) -> Request:
        if location == "header":
            return attrs.evolve(request, headers=dict(change(list(request.headers.items()))))
        if location == "query":
            parts = urlsplit(request.url)
            query = urlencode(change(parse_qsl(parts.query)))
            return attrs.evolve(request, url=urlunsplit(parts._replace(query=query)))
        body = (request.body or b"").decode()
        if location == "json":
            fields = dict(change(list(json.loads(body).items())))
            return attrs.evolve(request, body=json.dumps(fields).encode())
        return attrs.evolve(request, body=urlencode(change(parse_qsl(body))).encode())

    return edit


def with_query_name(request: Request) -> Request:
    """A name in the query that no operation has."""
    joint = "&" if "?" in request.url else "?"
    return attrs.evolve(request, url=f"{request.url}{joint}Nope=1")


def with_method(method: str) -> Edit:
    """Another method."""
    return lambda request: attrs.evolve(request, method=method)


def without_credentials(request: Request) -> Request:
    """The request as a client without credentials would send it."""
    kept = {name: text for name, text in request.headers.items() if name != "Authorization"}
    return attrs.evolve(request, headers=kept)
