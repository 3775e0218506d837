"""Why an exchange failed, in words: what both transports say, and how they find it out."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Sequence

from attrs import frozen

from ..errors import ResponseError, TransportError, compose
from ..messages import Request, Timeout, shown_url
from .proxies import Proxy


class InterimError(OSError):
    """A status below 200 where a final one was expected."""


@frozen(eq=False)
class Reason:
    """Why no response came.

    found: completes "the request failed: …". remedy: what to do; None for the usual advice.
    transient: whether trying again may help.
    """

    found: str
    remedy: str | None = None
    transient: bool = True


# One wording for what both libraries meet.
CLOSED = Reason("the connection was closed without a response")
BROKEN_OFF = Reason("the response broke off before its end")
NOT_HTTP = Reason("what came is not well-formed HTTP", "Check that the address is that of the API.")
HEADERS_TOO_LARGE = Reason("the headers of the response are too large", None, False)
INTERIM = Reason("the server sent an interim response that cannot be read on from")
INVALID_URL = Reason("the address is not the URL of a server", "Write scheme and host.", False)
POOL_CLOSED = Reason("the transport was closed meanwhile", None, False)


@frozen(eq=False, repr=False)
class LibraryErrors:
    """What the errors of a library mean.

    name: of the library. not_sent: those that are raised before a byte of the request has left;
    of all others, it may have. timeouts: those that say that waiting ended, beside Python's own.
    reasons: of its errors, what is more special first.
    """

    name: str
    not_sent: tuple[type[Exception], ...]
    timeouts: tuple[type[Exception], ...]
    reasons: tuple[tuple[type[Exception], Reason], ...]

    def failure(
        self,
        error: Exception,
        request: Request,
        proxy: Proxy | None,
        seconds: float,
        tunnel_status: int | None,
    ) -> TransportError:
        """The error for an exchange that the library could not make.

        proxy: that was on the way. seconds: how long it took. tunnel_status: with which the proxy
        refused to connect; None where it did not.
        """
        chain = tuple(_causes(error))
        # urllib3's errors have the URL that was asked: that of the proxy, while it connects.
        is_connecting = tunnel_status is not None or (
            proxy is not None and getattr(error, "url", None) == proxy.url
        )
        maybe_sent = not (is_connecting or any(isinstance(each, self.not_sent) for each in chain))
        if tunnel_status is not None:
            reason = _tunnel_reason(tunnel_status)
        elif any(isinstance(each, (TimeoutError, *self.timeouts)) for each in chain):
            reason = _timeout_reason(request.timeout, maybe_sent, seconds)
        else:
            unknown = Reason(f"{self.name}: {type(error).__name__}")
            reason = self._reason(chain) or _system_reason(chain) or unknown
        return transport_error(request, reason, maybe_sent=maybe_sent, proxy=proxy)

    def _reason(self, chain: Sequence[BaseException]) -> Reason | None:
        for kind, reason in ((InterimError, INTERIM), *self.reasons):
            if any(isinstance(each, kind) for each in chain):
                return reason
        return None


def transport_error(
    request: Request, reason: Reason, *, maybe_sent: bool, proxy: Proxy | None = None
) -> TransportError:
    """The error for an exchange that brought no response.

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


def response_error(request: Request, status: int | None, found: str, remedy: str) -> ResponseError:
    """The error for a response that came and cannot be read."""
    url = shown_url(request.url)
    message = compose(found, remedy, f"{request.method} {url}")
    return ResponseError(message, method=request.method, url=url, status=status)


def _causes(error: BaseException) -> Iterator[BaseException]:
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
        inner = (*one.args, one.__cause__)
        waiting += [each for each in inner if isinstance(each, BaseException)]


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
            case ssl.SSLError(reason=str(reason)):
                return Reason(f"TLS: {reason}", "Check scheme and port.", transient=False)
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


def _timeout_reason(timeout: Timeout, maybe_sent: bool, seconds: float) -> Reason:
    """Why waiting ended."""
    # What waits may give up a little before the time it was given.
    if timeout.total is not None and seconds >= timeout.total * 0.98:
        found = f"the response was not complete within {timeout.total:g} seconds"
        return Reason(found, "Give more time: Timeout(total=…).")
    if not maybe_sent:
        within = "" if timeout.connect is None else f" within {timeout.connect:g} seconds"
        return Reason(f"no connection{within}", "Give more time: Timeout(connect=…).")
    waited = "too long" if timeout.read is None else f"{timeout.read:g} seconds"
    return Reason(f"nothing arrived for {waited}", "Give more time: Timeout(read=…).")


def _tunnel_reason(status: int) -> Reason:
    """Why a proxy did not connect."""
    advice = "Give user and password: proxy='http://user:password@…'." if status == 407 else None
    return Reason(f"it answered {status} to CONNECT", advice, transient=status >= 500)
