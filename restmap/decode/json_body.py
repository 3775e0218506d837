"""JSON bodies of responses: bytes become JSON, or an error."""

from __future__ import annotations

from typing import Any

from ..errors import ResponseError
from ..json_codec import decode
from ..messages import Request, Response, request_error


def read_json(response: Response, request: Request, *, exact: bool = False) -> Any:
    """The JSON of a response body.

    exact: whether numbers keep the digits they are written with, for Decimals.
    Raises ResponseError for a body that is not JSON.
    """
    try:
        return decode(response.body, exact=exact)
    except (ValueError, RecursionError) as error:
        why = f"its body is not JSON: {_describe_body(response)}"
        raise unreadable(response, request, why) from error


def unreadable(response: Response, request: Request, why: str) -> ResponseError:
    """The error for a response that cannot be read."""
    found = f"the response with status code {response.status} cannot be read: {why}."
    remedy = "Check that base_url is the address of the API itself."
    return request_error(ResponseError, request, found, remedy, status=response.status)


def _describe_body(response: Response) -> str:
    if not response.body:
        return "it is empty"
    kind = response.headers.get("Content-Type", "no content type")
    return f"{kind}, beginning {response.body[:60]!r}"
