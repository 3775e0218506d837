"""The sandbox as a WSGI application (PEP 3333), for any server that speaks WSGI.

environ → Request → the sandbox → Response → start_response.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote
from wsgiref.util import is_hop_by_hop

import attrs

from ..errors import configuration_error
from ..messages import Headers, Request, Response, shown_url
from .failures import CutOff
from .refusal import Refusal, bad_request
from .rules import reason_phrase

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

MAX_BODY_BYTES = 16 * 1024 * 1024
LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})

_log = logging.getLogger("restmap.sandbox")

# RFC 9112 3.2: a path with its query, or a whole URL, whose authority replaces the Host header.
_TARGET = re.compile(r"(?:https?://([^/?#]*))?(/[!\"$-~]*)", re.ASCII | re.IGNORECASE)
_HOST = re.compile(r"([A-Za-z0-9.\-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?", re.ASCII)
# RFC 9110 5.5 and 5.6.2: the characters of a header; WSGI allows those of Latin-1.
_HEADER_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+", re.ASCII)
_HEADER_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")


@attrs.frozen
class WsgiApplication:
    """A WSGI application that passes each request to a sandbox.

    handle: returns the response to a request. refuse: returns the response to a refusal.
    hosts: the host names to serve in addition to those of loopback, in lower case.
    """

    handle: Callable[[Request], Response]
    refuse: Callable[[Refusal], Response]
    hosts: frozenset[str]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Handle one request (PEP 3333). An exception is logged and becomes a 500."""
        method: str = environ["REQUEST_METHOD"]
        end = None
        try:
            try:
                response = self._respond(environ)
            except CutOff as cut_off:
                response = cut_off.response
                end = len(response.body) // 2
            headers = _response_headers(response)
        except Exception:
            _log.exception("%s failed", method)
            response = self.refuse(Refusal(500, "The sandbox failed; its log says why."))
            headers = _response_headers(response)
        start_response(f"{response.status} {reason_phrase(response.status)}", headers)
        # A body that is shorter than its Content-Length ends in a closed connection.
        return [response.body[:end]] if method != "HEAD" and _has_body(response) else []

    def _respond(self, environ: WSGIEnvironment) -> Response:
        began = time.perf_counter()
        try:
            request = read_request(environ, self.hosts)
        except Refusal as refusal:
            _log.info("refused with %d: %s", refusal.status, refusal.message)
            return self.refuse(refusal)
        response = self.handle(request)
        if _log.isEnabledFor(logging.INFO):
            milliseconds = 1000 * (time.perf_counter() - began)
            url, status = shown_url(request.url), response.status
            _log.info("%s %s %d %.1f ms", request.method, url, status, milliseconds)
        return response


# -- reading --------------------------------------------------------------------------------


def read_request(environ: WSGIEnvironment, hosts: frozenset[str]) -> Request:
    """The request that a WSGI environ describes. hosts: as for WsgiApplication.

    Raises Refusal: 400 if it is ill-formed, 403 for another origin, 411 or 413 for its body, 421
    for another host.
    """
    authority, target = _read_target(environ)
    host = authority or environ.get("HTTP_HOST")
    if host is None:  # HTTP/1.0
        host = f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
    _check_host(host, hosts)
    origin = f"{environ['wsgi.url_scheme']}://{host}"
    _check_origin(environ.get("HTTP_ORIGIN"), origin)
    body = _read_body(environ)
    return Request(environ["REQUEST_METHOD"], origin + target, _read_headers(environ), body or None)


def _read_target(environ: WSGIEnvironment) -> tuple[str | None, str]:
    """The authority, if the request target has one, and the path with the query.

    PATH_INFO, which every server sets, is decoded: `a%2Fb` cannot be told from `a/b`. REQUEST_URI
    (waitress, uWSGI, mod_wsgi) and RAW_URI (gunicorn) have the target as it was received.
    """
    target = environ.get("REQUEST_URI") or environ.get("RAW_URI")
    if target is None:
        path = environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")
        query = environ.get("QUERY_STRING", "")
        target = quote(path, safe="/:@!$&'()*+,;=~", encoding="latin-1")
        target += f"?{query}" if query else ""
    found = _TARGET.fullmatch(target)
    if found is None:
        raise bad_request("The request target is not a percent-encoded path that begins with '/'.")
    return found[1], found[2]


def _check_host(host: str, hosts: frozenset[str]) -> None:
    """Refuse other hosts: a web page can let a name of its own lead to 127.0.0.1."""
    found = _HOST.fullmatch(host)
    if found is None:
        raise bad_request(f"The Host header {host!r} does not name a host.")
    name = found[1].lower()
    if name not in LOOPBACK_NAMES and name not in hosts:
        raise Refusal(
            421,
            f"The sandbox does not serve the host {found[1]!r}; use localhost or a declared "
            "domain.",
        )


def _check_origin(given: str | None, own: str) -> None:
    """Refuse what a web page of another origin sends through a browser (RFC 6454 7)."""
    if given is not None and given.lower() != own.lower():
        raise Refusal(403, f"The sandbox does not serve web pages of another origin: {given!r}.")


def _read_headers(environ: WSGIEnvironment) -> Headers:
    """The headers by name. The server has joined repeated ones."""
    headers = {
        name[5:].replace("_", "-").title(): value
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    for name, key in (("Content-Type", "CONTENT_TYPE"), ("Content-Length", "CONTENT_LENGTH")):
        if environ.get(key):
            headers[name] = environ[key]
    return Headers(headers)


def _read_body(environ: WSGIEnvironment) -> bytes:
    text: str = environ.get("CONTENT_LENGTH") or ""
    if text:
        return _read_exactly(environ, _body_length(text))
    # PEP 3333 requires a length; servers that end the input themselves say so by this key.
    if environ.get("wsgi.input_terminated"):
        body: bytes = environ["wsgi.input"].read(MAX_BODY_BYTES + 1)
        if len(body) > MAX_BODY_BYTES:
            raise _too_large()
        return body
    if "HTTP_TRANSFER_ENCODING" in environ:
        raise Refusal(411, "The request body needs a Content-Length.")
    return b""


def _body_length(text: str) -> int:
    if not re.fullmatch("[0-9]+", text, re.ASCII):
        raise bad_request(f"The Content-Length {text!r} is not a number.")
    # The length of the text is checked first, because int() refuses thousands of digits.
    if len(text) > 12 or int(text) > MAX_BODY_BYTES:
        raise _too_large()
    return int(text)


def _read_exactly(environ: WSGIEnvironment, length: int) -> bytes:
    body: bytes = environ["wsgi.input"].read(length) if length else b""
    if len(body) < length:
        raise bad_request(f"The request body ended after {len(body)} of {length} bytes.")
    return body


def _too_large() -> Refusal:
    return Refusal(413, f"The request body has more than {MAX_BODY_BYTES} bytes.")


# -- writing --------------------------------------------------------------------------------


def _has_body(response: Response) -> bool:
    """Whether the status code allows a body (RFC 9110 6.4.1)."""
    return response.status >= 200 and response.status not in (204, 304)


def _response_headers(response: Response) -> list[tuple[str, str]]:
    """The headers of a response, with the Content-Length of its body.

    Raises ConfigurationError for a header that cannot be sent, since an override can set any.
    """
    headers = [each for each in response.headers.items() if each[0].lower() != "content-length"]
    for name, value in headers:
        if is_hop_by_hop(name):
            raise configuration_error(
                f"the response has the header {name!r}, which only the server may set.",
                "Leave it out.",
            )
        if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
            raise configuration_error(
                f"the header {name!r} of the response cannot be sent: {value!r}.",
                "Write it in Latin-1, without line breaks.",
            )
    if _has_body(response):
        headers.append(("Content-Length", str(len(response.body))))
    return headers
