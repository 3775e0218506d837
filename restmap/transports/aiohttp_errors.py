"""The errors of aiohttp, and the reasons that they stand for."""

from __future__ import annotations

import aiohttp

from .failures import CLOSED, INCOMPLETE, INVALID_URL, NOT_HTTP, LibraryErrors


class ConnectionLostError(Exception):
    """A connection broke while a request was under way."""


async def send_once(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """A middleware that keeps aiohttp from sending a request twice.

    aiohttp resends an idempotent request by itself where a reused connection turns out to be
    closed. The retry policy decides that here. Other requests need no middleware, which takes time.
    """
    try:
        return await handler(request)
    except aiohttp.ClientConnectorError:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise ConnectionLostError from error


def _tunnel_status(error: Exception) -> int | None:
    return error.status if isinstance(error, aiohttp.ClientHttpProxyError) else None


# The errors that a request by aiohttp may raise.
FAILURES = (aiohttp.ClientError, ConnectionLostError, OSError, ValueError)

ERRORS = LibraryErrors(
    "aiohttp",
    not_sent=(
        aiohttp.ClientConnectorError,
        aiohttp.ClientHttpProxyError,
        aiohttp.ConnectionTimeoutError,
        aiohttp.InvalidURL,
    ),
    timeouts=(),
    reasons=(
        (aiohttp.InvalidURL, INVALID_URL),
        (aiohttp.ServerDisconnectedError, CLOSED),
        (aiohttp.ClientResponseError, NOT_HTTP),
        (aiohttp.ClientPayloadError, INCOMPLETE),
    ),
    tunnel_status=_tunnel_status,
)


def shown_cause(error: Exception) -> Exception:
    """The cause for a traceback, replaced where it holds a query or the headers for a proxy."""
    if isinstance(error, (aiohttp.ClientResponseError, aiohttp.InvalidURL)):
        return ConnectionError(f"aiohttp: {type(error).__name__}")
    return TimeoutError() if isinstance(error, TimeoutError) else error
