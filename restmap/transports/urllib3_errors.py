"""The errors of urllib3, and the reasons that they stand for."""

from __future__ import annotations

import http.client
import re

from urllib3 import exceptions

from .failures import (
    CLOSED,
    HEADERS_TOO_LARGE,
    INCOMPLETE,
    INVALID_URL,
    NOT_HTTP,
    POOL_CLOSED,
    LibraryErrors,
)
from .tls import HandshakeError

# The errors that a request by urllib3 may raise.
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
        (http.client.IncompleteRead, INCOMPLETE),
        (http.client.HTTPException, HEADERS_TOO_LARGE),  # more headers than http.client reads
    ),
)

# The message of http.client.
_find_status = re.compile("Tunnel connection failed: ([0-9]{3})").search


def tunnel_status(error: Exception) -> int | None:
    """The status code with which a proxy refused CONNECT; None for any other error."""
    match = _find_status(str(error))
    return int(match[1]) if match else None
