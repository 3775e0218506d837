"""Refusal: what a handler raises to respond with the API's own error."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


class Refusal(Exception):  # noqa: N818  # a response, not a failure of the sandbox
    """A request that is refused; `Rules.write_error` makes the response.

    status: the status code. message: what is wrong, as a sentence. headers: those that the
    status code requires, such as Allow. code: the API's own code of the error, where it has one.
    """

    def __init__(
        self,
        status: int,
        message: str,
        headers: Mapping[str, str] | None = None,
        *,
        code: int | str | None = None,
    ) -> None:
        super().__init__(status, message)
        self.status = status
        self.message = message
        self.headers = dict(headers or {})
        self.code = code


def bad_request(message: str) -> Refusal:
    """A 400, for a parameter that is missing, unknown or ill-formed."""
    return Refusal(400, message)


def invalid_value(name: str, wire: Any, reason: str) -> str:
    """The sentence about an ill-formed parameter. name, wire: as they were sent.

    >>> invalid_value("Ttl", "soon", "expected a whole number")
    'Invalid value "soon" for the parameter Ttl: expected a whole number.'
    """
    shown = json.dumps(wire, ensure_ascii=False, default=str)
    if len(shown) > 200:
        shown = f"{shown[:200]}…"
    return f"Invalid value {shown} for the parameter {name}: {reason}."


def not_found(path: str) -> Refusal:
    """A 404, for a record or a path that does not exist."""
    return Refusal(404, f"The requested resource {path} was not found.")
