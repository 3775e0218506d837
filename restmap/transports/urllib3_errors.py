"""The errors of urllib3, and the reasons that they stand for."""

from __future__ import annotations

import http.client
import re

from urllib3 import exceptions

from .failures import CLOSED, INCOMPLETE, INVALID_URL, NOT_HTTP, LibraryErrors, Reason
from .tls import HandshakeError

_HEADERS_TOO_LARGE = Reason("the response headers are too large", transient=False)

# The message of http.client.
_find_status = re.compile("Tunnel connection failed: ([0-9]{3})").search


def _tunnel_status(error: Exception) -> int | None:
    match = _find_status(str(error))
    return int(match[1]) if match else None


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
        (
            exceptions.ClosedPoolError,
            Reason("the transport was closed meanwhile", transient=False),
        ),
        (http.client.RemoteDisconnected, CLOSED),
        (http.client.LineTooLong, _HEADERS_TOO_LARGE),
        (
            (http.client.BadStatusLine, http.client.UnknownProtocol, exceptions.InvalidHeader),
            NOT_HTTP,
        ),
        (http.client.IncompleteRead, INCOMPLETE),
        (http.client.HTTPException, _HEADERS_TOO_LARGE),  # more headers than http.client reads
    ),
    tunnel_status=_tunnel_status,
)
