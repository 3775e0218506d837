"""What urllib3's errors mean."""

from __future__ import annotations

import http.client
import re

from urllib3 import exceptions

from .failures import (
    BROKEN_OFF,
    CLOSED,
    HEADERS_TOO_LARGE,
    INVALID_URL,
    NOT_HTTP,
    POOL_CLOSED,
    LibraryErrors,
)
from .tls import HandshakeError

# What urllib3 raises, and lets through.
FAILURES = (exceptions.HTTPError, http.client.HTTPException, OSError, ValueError)

ERRORS = LibraryErrors(
    "urllib3",
    not_sent=(
        exceptions.NewConnectionError,
        exceptions.ConnectTimeoutError,
        exceptions.ProxyError,
        exceptions.LocationValueError,
        exceptions.ClosedPoolError,
        HandshakeError,
    ),
    timeouts=(exceptions.ReadTimeoutError,),
    reasons=(
        (exceptions.LocationValueError, INVALID_URL),
        (exceptions.ClosedPoolError, POOL_CLOSED),
        (http.client.RemoteDisconnected, CLOSED),
        (http.client.LineTooLong, HEADERS_TOO_LARGE),
        (http.client.BadStatusLine, NOT_HTTP),
        (http.client.UnknownProtocol, NOT_HTTP),
        (exceptions.InvalidHeader, NOT_HTTP),
        (http.client.IncompleteRead, BROKEN_OFF),
        (http.client.HTTPException, HEADERS_TOO_LARGE),  # there are more than http.client reads
    ),
)

# As http.client says it.
_find_refusal = re.compile("Tunnel connection failed: ([0-9]{3})").search


def tunnel_status(error: Exception) -> int | None:
    """The status with which a proxy refused to connect; None where it did not."""
    found = _find_refusal(str(error))
    return int(found[1]) if found else None
