"""The request body of an operation: its encoding, and the headers that follow from it."""

from __future__ import annotations

from collections.abc import Mapping

from ..declare.parameter import Location
from ..declare.params import OperationOptions
from ..declare.place import Place, mistake
from ..declare.unset import UNSET
from ..messages import FORM
from .operation import Argument, BodyEncoding, Verb
from .options import ResourceOptions

# RFC 9110 9.3: content has no meaning in such a request, so its parameters are in the query. Some
# APIs require one all the same, of a GET or a DELETE: their declarations say `body=`.
METHODS_WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE"})

_ENCODINGS: Mapping[Location, BodyEncoding] = {
    "form": "form",
    "json": "json",
    "body": "json",
    "multipart": "multipart",
}


def usual_location(method: str, options: ResourceOptions) -> Location:
    """Where an operation sends the parameters that have no location of their own."""
    return "query" if method in METHODS_WITHOUT_BODY else options.body


def whole_body_beside_parts(arguments: Mapping[str, Argument]) -> str | None:
    """The parameter for the whole body where others are its parts; it may then be left out."""
    has_parts = any(each.location == "json" for each in arguments.values())
    whole = [
        each.name
        for each in arguments.values()
        if each.location == "body" and each.default is UNSET
    ]
    return whole[0] if has_parts and len(whole) == 1 else None


def body_encoding(
    arguments: Mapping[str, Argument],
    carries: Location,
    method: str,
    place: Place,
) -> BodyEncoding | None:
    """The encoding of the request body that the locations of the parameters require.

    carries: the location of parameters that do not have one of their own; with "query" a GET
    request has no body.
    """
    whole = [argument.name for argument in arguments.values() if argument.location == "body"]
    if len(whole) > 1:
        raise mistake(
            f"two parameters are each the whole request body: {' and '.join(map(repr, whole))}.",
            place.at(whole[1]),
            "Give location='body' to one of them only, or location='json' to each.",
        )
    located: set[Location] = {argument.location for argument in arguments.values()}
    in_body = located - {"query", "header", "path"}
    if method in ("GET", "HEAD") and carries == "query" and in_body:
        remedy = "Write location='query', or give the operation another method."
        if method == "GET":
            remedy = "Write location='query', or body='json' if the API requires a request body."
        raise mistake(
            f"a parameter has the location {in_body.pop()!r}, but a {method} request has no body.",
            place,
            remedy,
        )
    encodings: set[BodyEncoding] = {_ENCODINGS[each] for each in located if each in _ENCODINGS}
    if {"json", "body"} <= located:
        raise mistake(
            f"the parameter {whole[0]!r} is the whole request body, and others are its parts.",
            place.at(whole[0]),
            "Write `param(location='body', default=UNSET)`: it may then be given in their place.",
        )
    if len(encodings) > 1:
        raise mistake(
            f"the parameters of one request body have the locations {', '.join(sorted(located))}.",
            place,
            "Write location='form' for all of them, or 'json' for all, or 'body' for a single one.",
        )
    if not encodings and carries == "json":
        return None  # nothing is ever in the object
    return encodings.pop() if encodings else _ENCODINGS.get(carries)


# That of a raw body depends on its value, where it is not declared.
_CONTENT_TYPES: Mapping[BodyEncoding | None, str] = {
    "form": FORM,
    "json": "application/json",
    "multipart": "multipart/form-data",
}

# Text and bytes may have any media type.
_ACCEPTED: Mapping[object, str] = {str: "text/plain, */*;q=0.9", bytes: "*/*"}


def headers_of(
    encoding: BodyEncoding | None, options: OperationOptions, verb: Verb
) -> dict[str, str]:
    """The headers of every request; JSON is accepted in the media type that it is sent in."""
    accepted = "application/json"
    if encoding in ("json", None):
        accepted = options.content_type or accepted
    if verb.result == "value":
        accepted = _ACCEPTED.get(verb.returns, accepted)
    if verb.result == "download":
        accepted = "*/*"
    headers = {"Accept": options.accept or accepted}
    if verb.result == "download":
        # A range is one of the encoded bytes (RFC 9110 14.1.2), and so is a length.
        headers["Accept-Encoding"] = "identity"
    content_type = options.content_type or _CONTENT_TYPES.get(encoding)
    if encoding is not None and content_type is not None:
        headers["Content-Type"] = content_type
    return headers
