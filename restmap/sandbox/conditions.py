"""Conditional requests: If-Match and If-None-Match, for resources that declare one of them.

RFC 9110 13: https://www.rfc-editor.org/rfc/rfc9110.html#name-conditional-requests
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..messages import Request, as_headers
from .refusal import Refusal

if TYPE_CHECKING:
    from ..describe.nodes import Node

_CONDITIONS = frozenset({"if-match", "if-none-match"})


class NotChanged(Exception):  # noqa: N818  # a response, not a failure of the sandbox
    """What ends a GET whose record is the one that the client has. etag: of the record."""

    def __init__(self, etag: str) -> None:
        super().__init__(etag)
        self.etag = etag


def has_etags(node: Node) -> bool:
    """Whether the records of a resource have ETags: where an operation declares a condition."""
    return any(
        each.location == "header" and each.wire_name.lower() in _CONDITIONS
        for operation in node.plan.operations.values()
        for each in operation.arguments.values()
    )


def check_conditions(request: Request, etag: str | None) -> None:
    """Check the conditions of a request.

    etag: of the record; None if there is none, which has no conditions. Raises NotChanged for a
    GET, and Refusal, a 412, for other requests.
    """
    if etag is None:
        return
    headers = as_headers(request.headers)
    wanted, unwanted = headers.get("If-Match"), headers.get("If-None-Match")
    if wanted and not _matches(wanted, etag, is_weak=False):
        raise Refusal(412, f"The record has changed: its ETag is {etag}, not {wanted}.")
    if unwanted and _matches(unwanted, etag, is_weak=True):
        if request.method in ("GET", "HEAD"):
            raise NotChanged(etag)
        raise Refusal(412, f"There is such a record: its ETag is {etag}.")


def _matches(given: str, etag: str, *, is_weak: bool) -> bool:
    """Whether a condition names an ETag. is_weak: whether a weak ETag counts (RFC 9110 8.8.3.2).

    Some APIs have a number in its place, without quotes.
    """
    names = [each.strip() for each in given.split(",")]
    if is_weak:
        names = [each.removeprefix("W/") for each in names]
    return "*" in names or etag in names or etag.strip('"') in names
