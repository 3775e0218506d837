"""What aiohttp's errors mean."""

from __future__ import annotations

import aiohttp

from .failures import BROKEN_OFF, CLOSED, INVALID_URL, NOT_HTTP, LibraryErrors


class ConnectionLostError(Exception):
    """A connection broke while a request was under way."""


async def send_once(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """A middleware that keeps aiohttp from sending a request twice.

    aiohttp would send an idempotent one again, by itself, where a connection that was kept turns
    out to be dead. Here that is for the retry policy to decide.
    """
    try:
        return await handler(request)
    except aiohttp.ClientConnectorError:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise ConnectionLostError from error


# What aiohttp raises, and lets through.
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
        (aiohttp.ClientPayloadError, BROKEN_OFF),
    ),
)


def tunnel_status(error: Exception) -> int | None:
    """The status with which a proxy refused to connect; None where it did not."""
    return error.status if isinstance(error, aiohttp.ClientHttpProxyError) else None


def is_undecodable(error: Exception) -> bool:
    """Whether it is the coding of a body that aiohttp could not undo."""
    return isinstance(error, aiohttp.ClientError) and "decode content-encoding" in str(error)


def shown_cause(error: Exception) -> Exception:
    """The cause as a traceback may show it: some hold a query, or what a proxy was sent."""
    if isinstance(error, (aiohttp.ClientResponseError, aiohttp.InvalidURL)):
        return ConnectionError(f"aiohttp: {type(error).__name__}")
    return TimeoutError() if isinstance(error, TimeoutError) else error
