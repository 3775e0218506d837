"""Idempotency keys: headers by which an API recognizes a request that it was sent before."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from ..errors import configuration_error
from ..messages import merged_headers
from ..plan.operation import IDEMPOTENT_METHODS
from ..transports.request_check import is_header


def add_key(
    headers: Mapping[str, str], method: str, header: str, key: str | None
) -> Mapping[str, str]:
    """The headers of a call with an idempotency key, where its method needs one.

    A key that is among the headers counts, else `key`, else one that no other call has.
    """
    return (
        headers
        if method in IDEMPOTENT_METHODS
        else merged_headers({header: key or str(uuid4())}, headers)
    )


def check_key(header: str | None, key: str, client: str) -> None:
    """Raise ConfigurationError for a key that cannot be sent, or a client without such a header."""
    if header is None:
        raise configuration_error(
            f"{client} has no header for idempotency keys.",
            f"Name it: class {client}(Client, idempotency_header='Idempotency-Key').",
        )
    if not key or not is_header(header, key):
        raise configuration_error(
            f"the idempotency key {key!r} cannot be sent.", "Give one line of ASCII text.", client
        )
