"""The errors of both transports: why a request failed, and whether it may have been sent."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Sequence

from attrs import frozen

from ..errors import ResponseError, TransportError, compose
from ..messages import Request, Timeout, shown_url
from .proxies import Proxy


class InterimError(OSError):
    """A status code below 200 where a final response was expected."""


@frozen(eq=False)
class Reason:
    """Why no response came.

    found: completes "the request failed: …". remedy: what to do; None for the default.
    transient: whether a retry may succeed.
    """

    found: str
    remedy: str | None = None
    transient: bool = True


# The reasons that both libraries report.
CLOSED = Reason("the connection was closed without a response")
INCOMPLETE = Reason("the response is incomplete")
NOT_HTTP = Reason("the response is not well-formed HTTP", "Check that the URL is that of the API.")
HEADERS_TOO_LARGE = Reason("the response headers are too large", transient=False)
INTERIM = Reason("the server sent an interim response (1xx), and the final one cannot be read")
INVALID_URL = Reason(
    "the URL is not that of a server",
    "Write scheme and host: 'https://api.example.com'.",
    transient=False,
)
POOL_CLOSED = Reason("the transport was closed meanwhile", transient=False)


@frozen(eq=False, repr=False)
class LibraryErrors:
    """Translates the errors of a library.

    name: of the library. not_sent: the errors that are raised before any byte of the request is
    sent; after all others the request may have been sent. timeouts: its errors for a timeout,
    beside Python's own. reasons: by class of error, subclasses first.
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
        """Build the error for a request that failed in the library.

        proxy: that the request was sent through. seconds: from start to failure. tunnel_status: the
        status code with which the proxy refused CONNECT; None where it did not.
        """
        chain = tuple(_causes(error))
        # The errors of urllib3 have the requested URL: while connecting, that of the proxy.
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
    """Build the error for a request that got no response.

    maybe_sent: whether any of the request may have been sent. proxy: that it was sent through.
    """
    found = reason.found
    if proxy is not None and not maybe_sent:
        found = f"by the proxy {proxy.url}: {found}"
    sent = "The request may have reached the server." if maybe_sent else "Nothing was sent."
    remedy = reason.remedy or ("" if maybe_sent else "Check the URL and the network.")
    url = shown_url(request.url)
    return TransportError(
        compose(
            f"the request failed: {found}.", f"{sent} {remedy}".strip(), f"{request.method} {url}"
        ),
        method=request.method,
        url=url,
        maybe_sent=maybe_sent,
        transient=reason.transient,
    )


def response_error(request: Request, status: int | None, found: str, remedy: str) -> ResponseError:
    """Build the error for a response that cannot be used."""
    url = shown_url(request.url)
    message = compose(found, remedy, f"{request.method} {url}")
    return ResponseError(message, method=request.method, url=url, status=status)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and its causes, outermost first.

    Without `__context__`, which may be an error that the caller is handling.
    """
    seen: set[int] = set()
    pending: list[BaseException] = [error]
    while pending:
        current = pending.pop(0)
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        inner = (*current.args, current.__cause__)
        pending += [each for each in inner if isinstance(each, BaseException)]


def _system_reason(chain: Sequence[BaseException]) -> Reason | None:
    """The reason by Python's own errors in a chain of causes; None where there is none."""
    for error in chain:
        match error:
            case ssl.SSLCertVerificationError(verify_message=message):
                return Reason(
                    f"the certificate of the server is not trusted: {message}",
                    "If you trust it, give the certificate of its authority: "
                    "ConnectionSettings(ca_bundle=…).",
                    transient=False,
                )
            case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
                return Reason("the TLS connection was closed")
            case ssl.SSLError(reason=str(reason)):
                return Reason(
                    f"TLS: {reason}", "Check the scheme and the port of the URL.", transient=False
                )
            case socket.gaierror():
                return Reason(f"the host name could not be resolved: {error.strerror}")
            case ConnectionRefusedError():
                return Reason("the connection was refused")
            case ConnectionResetError() | ConnectionAbortedError() | BrokenPipeError():
                return Reason("the connection was reset")
            case _:
                pass
    texts = (error.strerror for error in chain if isinstance(error, OSError))
    return next((Reason(text) for text in texts if text), None)


def _timeout_reason(timeout: Timeout, maybe_sent: bool, seconds: float) -> Reason:
    """The reason for a timeout: which of its limits was reached."""
    # The libraries may give up a little before the limit.
    if timeout.total is not None and seconds >= timeout.total * 0.98:
        found = f"the response was not complete within {timeout.total:g} seconds"
        return Reason(found, "Allow more time: Timeout(total=…).")
    if not maybe_sent:
        within = "" if timeout.connect is None else f" within {timeout.connect:g} seconds"
        return Reason(f"no connection was made{within}", "Allow more time: Timeout(connect=…).")
    waited = "too long" if timeout.read is None else f"{timeout.read:g} seconds"
    return Reason(f"nothing was received for {waited}", "Allow more time: Timeout(read=…).")


def _tunnel_reason(status: int) -> Reason:
    """The reason by the status code with which a proxy refused CONNECT."""
    remedy = "Give user and password: proxy='http://user:password@…'." if status == 407 else None
    return Reason(f"it responded to CONNECT with {status}", remedy, transient=status >= 500)
