"""The errors of both transports: why a request failed, and whether it may have been sent."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator

from attrs import evolve, frozen

from ..errors import TransportError
from ..messages import Request, Timeout, request_error
from .proxy import Proxy
from .response_body import InterimError, UnfinishedError
from .urls import InvalidUrlError


@frozen(eq=False)
class Reason:
    """Why no response came.

    found: completes "the request failed: …"; `{0}` stands for the error. remedy: what to do; None
    for the default. transient: whether a retry may succeed.
    """

    found: str
    remedy: str | None = None
    transient: bool = True


# The reasons that both libraries report.
CLOSED = Reason("the connection was closed without a response")
INCOMPLETE = Reason("the response is incomplete")
NOT_HTTP = Reason("the response is not well-formed HTTP", "Check that the URL is that of the API.")
INVALID_URL = Reason(
    "the URL is not that of a server",
    "Write scheme and host: 'https://api.example.com'.",
    transient=False,
)

Reasons = tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], Reason], ...]
"""The reason for each class of error; of several that fit, the first counts."""

_BEFORE_THOSE_OF_A_LIBRARY: Reasons = (
    (
        InterimError,
        Reason("the server sent an interim response (1xx), and the final one cannot be read"),
    ),
    (UnfinishedError, INCOMPLETE),
    (InvalidUrlError, INVALID_URL),
)
_AFTER_THOSE_OF_A_LIBRARY: Reasons = (
    (
        ssl.SSLCertVerificationError,
        Reason(
            "the certificate of the server is not trusted: {0.verify_message}",
            "If you trust it, give the certificate of its authority: "
            "ConnectionSettings(ca_bundle=…).",
            transient=False,
        ),
    ),
    ((ssl.SSLEOFError, ssl.SSLZeroReturnError), Reason("the TLS connection was closed")),
    (
        ssl.SSLError,
        Reason("TLS: {0.reason}", "Check the scheme and the port of the URL.", transient=False),
    ),
    (socket.gaierror, Reason("the host name could not be resolved: {0.strerror}")),
    (ConnectionRefusedError, Reason("the connection was refused")),
    (
        (ConnectionResetError, ConnectionAbortedError, BrokenPipeError),
        Reason("the connection was reset"),
    ),
)


@frozen(eq=False, repr=False)
class LibraryErrors:
    """Translates the errors of a library.

    name: of the library. not_sent: the errors that are raised before any byte of the request is
    sent; after all others the request may have been sent. timeouts: its errors for a timeout,
    beside Python's own. reasons: for its errors. tunnel_status: returns the status code with which
    a proxy refused CONNECT, and None for any other error.
    """

    name: str
    not_sent: tuple[type[Exception], ...]
    timeouts: tuple[type[Exception], ...]
    reasons: Reasons
    tunnel_status: Callable[[Exception], int | None]

    def failure(
        self, error: Exception, request: Request, proxy: Proxy | None, seconds: float
    ) -> TransportError:
        """Build the error for a request that failed in the library.

        proxy: that the request was sent through. seconds: from start to failure.
        """
        chain = tuple(_causes(error))
        status = self.tunnel_status(error)
        # The errors of urllib3 have the requested URL: while connecting, that of the proxy.
        is_connecting = status is not None or (
            proxy is not None and getattr(error, "url", None) == proxy.url
        )
        not_sent: tuple[type[Exception], ...] = (InvalidUrlError, *self.not_sent)
        maybe_sent = not (is_connecting or any(isinstance(each, not_sent) for each in chain))
        if status is not None:
            reason = _tunnel_reason(status)
        elif any(isinstance(each, (TimeoutError, *self.timeouts)) for each in chain):
            reason = _timeout_reason(request.timeout, maybe_sent, seconds)
        else:
            reason = self._reason(chain)
        return transport_error(request, reason, maybe_sent=maybe_sent, proxy=proxy)

    def _reason(self, chain: tuple[BaseException, ...]) -> Reason:
        rows = (*_BEFORE_THOSE_OF_A_LIBRARY, *self.reasons, *_AFTER_THOSE_OF_A_LIBRARY)
        for kind, reason in rows:
            for error in reversed(chain):  # the innermost one has the facts
                if isinstance(error, kind):
                    return evolve(reason, found=reason.found.format(error))
        texts = (error.strerror for error in chain if isinstance(error, OSError))
        return Reason(next(filter(None, texts), f"{self.name}: {type(chain[0]).__name__}"))


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
    return request_error(
        TransportError,
        request,
        f"the request failed: {found}.",
        f"{sent} {remedy}".strip(),
        maybe_sent=maybe_sent,
        transient=reason.transient,
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and its causes, outermost first.

    Without `__context__`, which may be an error that the caller is handling.
    """
    yield error
    for inner in (*error.args, error.__cause__):
        if isinstance(inner, BaseException):
            yield from _causes(inner)


def latest_connection(total: float) -> float:
    """The seconds in which a connection has to be made, a little less than the total timeout.

    So the timeout of connecting comes first, and says that nothing was sent.
    """
    return total - min(0.05, total * 0.1)


def _timeout_reason(timeout: Timeout, maybe_sent: bool, seconds: float) -> Reason:
    """The reason for a timeout: which of its limits was reached."""
    if timeout.total is not None and seconds >= latest_connection(timeout.total) * 0.99:
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
