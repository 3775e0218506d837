"""Builds the ApiError for a response with a status code of 400 or above."""

from __future__ import annotations

from typing import Any

from ..errors import (
    ApiError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    NotFoundError,
    PermissionDeniedError,
    PreconditionFailedError,
    RateLimitError,
    ServerError,
    UnprocessableEntityError,
)
from ..json_codec import decode, without_depth
from ..messages import Request, Response, media_type, shown_url
from .error_bodies import read_error_body

_BY_STATUS: dict[int, type[ApiError]] = {
    kind.status: kind
    for kind in (
        BadRequestError,
        AuthenticationError,
        PermissionDeniedError,
        NotFoundError,
        ConflictError,
        PreconditionFailedError,
        UnprocessableEntityError,
        RateLimitError,
    )
}


def api_error_class(status: int) -> type[ApiError]:
    """The class of error for a status code.

    >>> api_error_class(404).__name__, api_error_class(503).__name__, api_error_class(418).__name__
    ('NotFoundError', 'ServerError', 'ApiError')
    """
    return ServerError if status >= 500 else _BY_STATUS.get(status, ApiError)


def api_error(response: Response, request: Request, request_id: str | None) -> ApiError:
    """Build the error for a response of status 400 or above, whatever its body is."""
    data = _json_value(response)
    kind = media_type(response.headers)
    said = read_error_body(data, kind, response.text if kind == "text/plain" else "")
    error = api_error_class(response.status)(
        said.message,
        status=response.status,
        code=said.code,
        more_info=said.more_info,
        details=said.details,
        data=data,
    )
    return complete_error(error, response, request, request_id)


def complete_error(
    error: ApiError, response: Response, request: Request, request_id: str | None
) -> ApiError:
    """Add what the response and its request say to an error, where it does not say it itself."""
    error.status = error.status or response.status
    error.method = error.method or request.method
    error.url = error.url or shown_url(request.url)
    error.request_id = error.request_id or request_id
    error.headers = error.headers or response.headers
    error.body = error.body or response.body
    error.data = _json_value(response) if error.data is None else error.data
    return error


# Python's `pickle` and `copy.deepcopy` fail at some 300 levels. `body` has them all.
_MAX_LEVELS = 100


def _json_value(response: Response) -> Any:
    """The JSON value of a body; None where it is not JSON."""
    try:
        return without_depth(decode(response.body), _MAX_LEVELS)
    except (ValueError, RecursionError):
        return None
