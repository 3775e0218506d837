"""Builds the ApiError for a response with a status code of 400 or above."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ..errors import ApiError, api_error_class, compose
from ..json_codec import decode
from ..messages import Request, Response, shown_url


def api_error(response: Response, request: Request, request_id: str | None) -> ApiError:
    """Build the error for a response of status 400 or above, whatever its body is."""
    body = _error_body(response)
    url = shown_url(request.url)
    # RFC 9457 names them type, title and detail; most APIs say code and message.
    message = _first(body, "message", "detail", "title", "error_description", "error")
    code = _first(body, "code", "error_code")
    more_info = _first(body, "more_info", "type", "documentation_url")
    text = f"status {response.status}: {message or 'the response has no error message'}"
    known = {"code": code, "more info": more_info, "request id": request_id}
    facts = ", ".join(f"{name} {value}" for name, value in known.items() if value is not None)
    return api_error_class(response.status)(
        compose(text, facts or None, f"{request.method} {url}"),
        status=response.status,
        code=code,
        message=str(message or ""),
        more_info=more_info,
        details=_first(body, "details", "errors"),
        method=request.method,
        url=url,
        request_id=request_id,
        headers=response.headers,
        body=response.body,
    )


def _error_body(response: Response) -> Mapping[str, Any]:
    """The JSON object of an error response; empty where the body is not a JSON object."""
    try:
        body = decode(response.body)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(body, dict):
        return {}
    fields = cast("dict[str, Any]", body)
    nested: Any = fields.get("error")
    if isinstance(nested, dict):
        return cast("dict[str, Any]", nested)
    errors: Any = fields.get("errors")
    if isinstance(errors, list) and errors and isinstance(errors[0], dict):
        # The first of several errors fills in what the body itself does not say.
        return {**cast("dict[str, Any]", errors[0]), **fields}
    return fields


def _first(body: Mapping[str, Any], *names: str) -> Any:
    return next((body[name] for name in names if body.get(name) is not None), None)
