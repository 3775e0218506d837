"""Why an exchange failed, in words: what both transports say, and how they find it out."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Sequence

import attrs

from ..errors import ResponseError, TransportError, compose
from ..messages import Request, Timeout, shown_url
from .connection import Proxy


@attrs.frozen
class Reason:
    """Why no answer came.

    found: completes "the request failed: …". remedy: what to do; None for the usual advice.
    transient: whether trying again may help.
    """

    found: str
    remedy: str | None = None
    transient: bool = True


# One wording for what both libraries meet.
CLOSED = Reason("the connection was closed without an answer")
BROKEN_OFF = Reason("the answer broke off before its end")
NOT_HTTP = Reason("what came is not HTTP", "Check that the address is that of the API.")
BAD_HEAD = Reason("the head of the answer is not well-formed HTTP")
BAD_CHUNKS = Reason("the chunks of the answer are not well-formed HTTP")
HEAD_TOO_LARGE = Reason(
    "the head of the answer is too large", "Ask its operator: 100 headers are read.", False
)
INVALID_URL = Reason("the address is no URL of a server", "Write scheme and host.", False)
POOL_CLOSED = Reason("the transport was closed meanwhile", None, False)

# A head may have so much in all, its status line and all interim answers included.
MOST_HEAD_BYTES = 256 * 1024
MOST_HEADERS = 100

# As http.client has it; the usual 8 KiB are too little for some signed links.
MOST_LINE_BYTES = 64 * 1024


class AnswerError(Exception):
    """What came is no answer. reason: why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.found)
        self.reason = reason


def transport_error(
    request: Request, reason: Reason, *, maybe_sent: bool, proxy: Proxy | None = None
) -> TransportError:
    """The error for an exchange that brought no answer.

    maybe_sent: whether a byte of the request may have left. proxy: that was on the way.
    """
    what = reason.found
    if proxy is not None and not maybe_sent:
        what = f"by the proxy {proxy.url}: {what}"
    fate = "The request may have reached the server." if maybe_sent else "Nothing was sent."
    advice = reason.remedy or ("" if maybe_sent else "Check the address and the network.")
    url = shown_url(request.url)
    return TransportError(
        compose(
            f"the request failed: {what}.", f"{fate} {advice}".strip(), f"{request.method} {url}"
        ),
        method=request.method,
        url=url,
        maybe_sent=maybe_sent,
        transient=reason.transient,
    )


def response_error(request: Request, status: int, found: str, remedy: str) -> ResponseError:
    """The error for an answer that came whole and cannot be read."""
    url = shown_url(request.url)
    place = f"{request.method} {url}"
    return ResponseError(
        compose(found, remedy, place), method=request.method, url=url, status=status
    )


def causes(error: BaseException) -> Iterator[BaseException]:
    """An error and what it was made from, outermost first.

    Not `__context__`: that may be what the caller is dealing with.
    """
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [argument for argument in one.args if isinstance(argument, BaseException)]
        if one.__cause__ is not None:
            waiting.append(one.__cause__)


def known_reason(
    chain: Sequence[BaseException], reasons: Sequence[tuple[type[BaseException], Reason]]
) -> Reason | None:
    """Why an exchange failed, as the errors in a chain of causes say; None where none does.

    reasons: of a library's own errors, what is more special first. They say more than Python's,
    and less than what was wrong with an answer.
    """
    for error in chain:
        if isinstance(error, AnswerError):
            return error.reason
    for kind, reason in reasons:
        if any(isinstance(error, kind) for error in chain):
            return reason
    return _system_reason(chain)


def _system_reason(chain: Sequence[BaseException]) -> Reason | None:
    """What Python's own errors in a chain of causes say; None where there is none."""
    for error in chain:
        match error:
            case ssl.SSLCertVerificationError(verify_message=message):
                return Reason(
                    f"the certificate of the server is not trusted: {message}",
                    "If it is right, give its authority: ca_bundle=….",
                    transient=False,
                )
            case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
                return Reason("the secure connection was closed")
            case ssl.SSLError(reason=reason):
                found = f"TLS: {reason or 'failed'}"
                return Reason(found, "Check scheme and port.", transient=False)
            case ssl.SSLError():
                pass  # one of aiohttp's classes, bare: what is known is in what it was made from
            case socket.gaierror():
                return Reason(f"the name of the host could not be resolved: {error.strerror}")
            case ConnectionRefusedError():
                return Reason("the connection was refused")
            case ConnectionResetError() | ConnectionAbortedError() | BrokenPipeError():
                return Reason("the connection was reset")
            case _:
                pass
    texts = (error.strerror for error in chain if isinstance(error, OSError))
    return next((Reason(text) for text in texts if text), None)


def timeout_reason(timeout: Timeout, *, connected: bool, total_over: bool) -> Reason:
    """Why waiting ended. total_over: whether it was the time for the whole that did."""
    if total_over:
        return Reason(
            f"the answer was not complete within {timeout.total:g} seconds"
            if timeout.total is not None
            else "it took too long",
            "Give more time: Timeout(total=…).",
        )
    if not connected:
        seconds = "" if timeout.connect is None else f" within {timeout.connect:g} seconds"
        return Reason(f"no connection{seconds}", "Give more time: Timeout(connect=…).")
    seconds = "too long" if timeout.read is None else f"{timeout.read:g} seconds"
    return Reason(f"nothing arrived for {seconds}", "Give more time: Timeout(read=…).")


def tunnel_reason(status: int) -> Reason:
    """Why a proxy did not connect."""
    advice = "Give user and password: proxy='http://user:password@…'." if status == 407 else None
    return Reason(f"it answered {status} to CONNECT", advice, transient=status >= 500)
