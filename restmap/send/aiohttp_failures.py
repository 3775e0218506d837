"""aiohttp's errors as ours."""

from __future__ import annotations

from collections.abc import Sequence

import aiohttp
from aiohttp import http_exceptions
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from ..errors import TransportError
from ..messages import Request, shown_url
from .aiohttp_gate import Attempt
from .connection import Proxy
from .failures import (
    BAD_CHUNKS,
    BAD_HEAD,
    BROKEN_OFF,
    CLOSED,
    HEAD_TOO_LARGE,
    INVALID_URL,
    NOT_HTTP,
    Reason,
    causes,
    known_reason,
    system_reason,
    timeout_reason,
    transport_error,
    tunnel_reason,
)


class SentOnceError(Exception):
    """Hides an error from aiohttp, which would send the request again. Its cause is the error."""


FAILURES = (
    aiohttp.ClientError,
    http_exceptions.HttpProcessingError,
    OSError,
    ValueError,
    SentOnceError,
)


def failure(
    error: BaseException, request: Request, attempt: Attempt, proxy: Proxy | None
) -> tuple[TransportError, BaseException]:
    """Our error for one of aiohttp's, and its cause as a traceback may show it."""
    reason = _reason(tuple(causes(error)), request, attempt)
    raised = transport_error(request, reason, maybe_sent=attempt.sent, proxy=proxy)
    return raised, _shown_cause(error, request)


def _shown_cause(error: BaseException, request: Request) -> BaseException:
    """The cause as a traceback may show it: some of aiohttp's hold the query and all headers."""
    if isinstance(error, SentOnceError) and error.__cause__ is not None:
        error = error.__cause__
    if isinstance(error, aiohttp.ClientResponseError):
        if error.__cause__ is not None:
            return error.__cause__
        url = URL(shown_url(request.url))
        no_headers: CIMultiDict[str] = CIMultiDict()
        information = aiohttp.RequestInfo(url, request.method, CIMultiDictProxy(no_headers), url)
        error.request_info, error.args = information, (information, ())
    if isinstance(error, aiohttp.InvalidURL):
        return aiohttp.InvalidURL(shown_url(request.url), error.description)
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return aiohttp.ConnectionTimeoutError(f"no connection to {shown_url(request.url)}")
    return error


# The first that fits any cause counts: what is more special comes first.
_REASONS: tuple[tuple[type[BaseException], Reason], ...] = (
    (http_exceptions.LineTooLong, HEAD_TOO_LARGE),
    (http_exceptions.BadStatusLine, NOT_HTTP),
    (http_exceptions.ContentLengthError, BROKEN_OFF),
    (aiohttp.InvalidURL, INVALID_URL),
    (aiohttp.NonHttpUrlClientError, INVALID_URL),
    (aiohttp.ServerDisconnectedError, CLOSED),
)
# These where Python's own errors say nothing.
_GENERAL_REASONS: tuple[tuple[type[BaseException], Reason], ...] = (
    (aiohttp.ClientPayloadError, BROKEN_OFF),
    (aiohttp.ClientResponseError, BAD_HEAD),
    (http_exceptions.HttpProcessingError, BAD_HEAD),
)


def _reason(chain: Sequence[BaseException], request: Request, attempt: Attempt) -> Reason:
    for error in chain:
        if isinstance(error, TimeoutError):
            total_over = attempt.is_over()
            return timeout_reason(request.timeout, connected=attempt.sent, total_over=total_over)
        if isinstance(error, aiohttp.ClientHttpProxyError):
            return tunnel_reason(error.status)
        if isinstance(error, http_exceptions.HttpProcessingError):
            # One class for much, told apart by its text.
            if "Too many headers" in error.message:
                return HEAD_TOO_LARGE
            if "status line" in error.message:
                return NOT_HTTP
            if isinstance(error, http_exceptions.TransferEncodingError):
                return BROKEN_OFF if "Not enough data" in error.message else BAD_CHUNKS
            if "chunk" in error.message.lower():
                return BAD_CHUNKS
    found = (
        known_reason(chain, _REASONS)
        or system_reason(chain)
        or known_reason(chain, _GENERAL_REASONS)
    )
    return found or Reason(f"aiohttp: {type(chain[0]).__name__}", transient=attempt.sent)
