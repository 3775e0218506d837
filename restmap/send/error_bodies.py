"""Reads the error bodies of common APIs: the message, and the list of errors beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import attrs

from .error_lists import find_problems, first_text


@attrs.frozen
class ErrorBody:
    """What an error body says. details: its list or object of errors, as received."""

    message: str = ""
    code: int | str | None = None
    more_info: str | None = None
    details: Any = None


# The names of the message, the best first. RFC 9457 has detail and title, RFC 6749
# error_description.
_MESSAGES = ("message", "detail", "title", "error_description", "error", "msg")
_CODES = ("code", "error_code", "errorCode")
_LINKS = ("more_info", "documentation_url", "doc_url", "type")
# The names of a list or an object of errors; `detail` of FastAPI, `invalid-params` of RFC 7807.
_LISTS = ("errors", "detail", "errorMessages", "invalid-params", "invalid_params", "violations")


def read_error_body(data: Any, media_type: str, text: str) -> ErrorBody:
    """Read an error body, whatever its shape.

    data: its JSON value; None where it is not JSON. text: of a body that is plain text.
    """
    if isinstance(data, str) or data is None:
        return ErrorBody(message=(data or text).strip())
    if isinstance(data, list):  # some APIs send the errors alone
        data = {"errors": data} if any(isinstance(each, str | dict) for each in data) else {}  # pyright: ignore[reportUnknownVariableType]
    if not isinstance(data, dict):
        return ErrorBody()
    fields = cast("dict[str, Any]", data)
    nested: Any = fields.get("error")
    if isinstance(nested, dict):
        fields = {**fields, **cast("dict[str, Any]", nested)}
    first = _first_object(fields.get("errors"))
    listed = (fields.get(name) for name in ("details", *_LISTS))
    details = next(
        (each for each in listed if each is not None and not isinstance(each, str)), None
    )
    return ErrorBody(
        message=_message(fields),
        code=_code(first) if _code(fields) is None else _code(fields),
        more_info=_link(fields, media_type) or _link(first, media_type),
        details=details,
    )


def _message(fields: Mapping[str, Any]) -> str:
    """The message of the whole, followed by those of its errors that it does not repeat."""
    headline = first_text(fields, _MESSAGES)
    listed = [fields.get(name) for name in _LISTS if not isinstance(fields.get(name), str)]
    problems = [each for errors in listed for each in find_problems(errors)]
    if not headline and not problems and all(map(_is_list_of_text, fields.values())):
        problems = list(find_problems(fields))  # the errors by field, without a name for them
    texts = [each.text for each in problems if not each.what or each.what not in headline]
    if not texts:
        return headline
    joined = _join(texts)
    return f"{headline.rstrip('.:')}: {joined}" if headline else joined


# The maximum number of errors in a message; `details` has them all.
_MAX_LISTED = 10


def _join(texts: list[str]) -> str:
    if len(texts) > _MAX_LISTED:
        texts = [*texts[:_MAX_LISTED], f"and {len(texts) - _MAX_LISTED} more"]
    *others, last = texts
    return "; ".join([*(each.removesuffix(".") for each in others), last])


def _code(fields: Mapping[str, Any]) -> int | str | None:
    code = next((fields[each] for each in _CODES if fields.get(each) is not None), None)
    if code is None and isinstance(fields.get("error"), str) and "error_description" in fields:
        return cast("str", fields["error"])  # RFC 6749 5.2
    return code if isinstance(code, int | str) else None


def _link(fields: Mapping[str, Any], media_type: str) -> str | None:
    """The URL of a page about the error. RFC 9457 4.2.1: `about:blank` says nothing."""
    for name in _LINKS:
        link = fields.get(name)
        is_problem_type = name == "type" and media_type == "application/problem+json"
        is_link = isinstance(link, str) and (is_problem_type or link.startswith("http"))
        if is_link and link != "about:blank":
            return cast("str", link)
    return None


def _first_object(errors: Any) -> Mapping[str, Any]:
    """The first error of a list, if it is an object."""
    first: Any = cast("list[Any]", errors)[0] if isinstance(errors, list) and errors else None
    return cast("dict[str, Any]", first) if isinstance(first, dict) else {}


def _is_list_of_text(value: Any) -> bool:
    items: list[Any] = cast("list[Any]", value) if isinstance(value, list) else []
    return bool(items) and all(isinstance(each, str) for each in items)
