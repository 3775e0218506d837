"""JSON bodies of responses: bytes become JSON, or an error."""

from __future__ import annotations

import re
from typing import Any

from ..declare.members import reads_decimals
from ..errors import ResponseError
from ..json_codec import decode
from ..messages import Request, Response, request_error


def read_json(response: Response, request: Request, kind: Any) -> Any:
    """The JSON of a response body.

    kind: the type or the resource that is in it; if it has Decimals, numbers keep the digits they
    are written with.
    Raises ResponseError for a body that is not JSON.
    """
    try:
        return decode(response.body, exact=_keeps_digits(kind, response.body))
    except (ValueError, RecursionError) as error:
        why = f"its body is not JSON: {_describe_body(response)}"
        raise unreadable(response, request, why) from error


def _keeps_digits(kind: Any, body: bytes) -> bool:
    """Whether numbers of a body have to keep their digits.

    As long as a class inside of the type was not imported, nobody knows whether it has Decimals.
    Then only digits that a float would lose are a reason to keep them.
    """
    known = reads_decimals(kind)
    return _LOST_BY_FLOATS.search(body) is not None if known is None else known


# A number with more than 15 digits, or with a zero at its end.
_LOST_BY_FLOATS = re.compile(rb"[:\[,\s]-?(?:[0-9]+\.[0-9]*0|[0-9.]{17,})[,\]}\s]")


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
