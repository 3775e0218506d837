"""OAuth 2 client credentials (RFC 6749 4.4), with the token renewed before it expires."""

from __future__ import annotations

import math
import os
import threading
import time
from base64 import b64encode
from collections.abc import Callable
from typing import Any, TypeGuard
from urllib.parse import quote_plus, urlencode

from ..errors import ConfigurationError, configuration_error
from ..json_codec import decode
from ..messages import FORM, Request, Response, has_header, shown_url
from ..send.api_errors import api_error
from ..send.flow import Flow, Pause
from ..send.server_urls import check_server_url, refuse_plain_http
from ..send.settings import check_callable, check_kind
from ..transports.request_check import is_header
from .auth import Auth, check_credentials

# A token is renewed this long before it expires, so that it does not expire on the way.
_MARGIN_SECONDS = 30.0
# RFC 6749 5.1 leaves the lifetime to the documentation where the response has none.
_DEFAULT_LIFETIME_SECONDS = 3600.0
_POLL_SECONDS = 0.02


def lifetime_seconds(lifetime: object) -> float:
    """The `expires_in` of a token response as seconds; an hour where it is not a usable number.

    >>> [lifetime_seconds(each) for each in ("60", None, float("nan"), -5)]
    [60.0, 3600.0, 3600.0, 3600.0]
    """
    try:
        seconds = float(lifetime)  # type: ignore[arg-type]  # any JSON value
    except (TypeError, ValueError, OverflowError):
        return _DEFAULT_LIFETIME_SECONDS
    return seconds if 0 < seconds < math.inf else _DEFAULT_LIFETIME_SECONDS


class OAuth2ClientCredentials(Auth):
    """Requests a token with a client's id and secret, and adds it to each request.

    token_url: the token endpoint. client_id, client_secret: of the application. scope: the scopes
    to request, separated by spaces. in_body: whether id and secret go in the request body, for
    servers that do not take them as HTTP Basic (RFC 6749 2.3.1). allow_plain_http: whether they may
    go over plain http to another machine. clock: returns seconds; only differences count.

    A pickle holds id and secret but not the token, whose expiry is a time of this machine's clock.
    """

    def __init__(
        self,
        token_url: str,
        client_id: str,
        client_secret: str,
        *,
        scope: str | None = None,
        in_body: bool = False,
        allow_plain_http: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        remedy = "Give them as client_id and client_secret."
        check_server_url("token_url", token_url, "https://auth.example.com/token", remedy)
        if not allow_plain_http:
            refuse_plain_http(token_url)
        for each in (client_id, client_secret):
            check_credentials(each)
        if scope is not None:
            check_kind("scope", scope, str)
            check_credentials(scope)
        check_callable("clock", clock, "time.monotonic", "OAuth2ClientCredentials")
        self.token_url = token_url
        self.scope = scope
        self._client_id = client_id
        self._client_secret = client_secret
        self._in_body = in_body
        self._clock = clock
        self._reset()

    def _reset(self) -> None:
        self._token: str | None = None
        self._expires_at = 0.0
        # Held while a token is requested: a server may keep only the newest token valid.
        self._lock = threading.Lock()
        self._process = os.getpid()

    def flow(self, request: Request) -> Flow[Request]:
        """Add a token to the request; it is requested first where there is no valid one."""
        if has_header(request.headers, "Authorization"):
            return request
        if self._process != os.getpid():  # a thread of the parent may hold the lock
            self._process, self._lock = os.getpid(), threading.Lock()
        lock = self._lock
        while (token := self._valid_token()) is None:
            if not lock.acquire(blocking=False):
                yield Pause(_POLL_SECONDS)  # another call is requesting one
                continue
            try:
                token_request = self._token_request(request)
                token = self._valid_token() or self._store(token_request, (yield token_request))
            finally:
                lock.release()
            break
        return request.with_headers({"Authorization": f"Bearer {token}"})

    def _valid_token(self) -> str | None:
        token = self._token  # read once: another thread may discard it at any time
        return None if self._clock() >= self._expires_at else token

    def renews(self, request: Request, response: Response) -> bool:
        """Discard a token that the API refused, unless another has replaced it meanwhile."""
        if request.headers.get("Authorization") == f"Bearer {self._token}":
            self._token = None
        return True

    def _token_request(self, request: Request) -> Request:
        form = {"grant_type": "client_credentials"}
        headers = {
            "Accept": "application/json",
            "Content-Type": FORM,
        }
        if self.scope is not None:
            form["scope"] = self.scope
        if self._in_body:
            form |= {"client_id": self._client_id, "client_secret": self._client_secret}
        else:
            pair = f"{quote_plus(self._client_id)}:{quote_plus(self._client_secret)}"
            headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode('ascii')}"
        body = urlencode(form).encode("ascii")
        return Request("POST", self.token_url, headers, body, request.timeout)

    def _store(self, request: Request, response: Response) -> str:
        if response.status == 429 or response.status >= 500:
            # The credentials are not at fault; the retry policy decides, as for any response.
            raise api_error(response, request, None)
        found = _read_token(response)
        if found is None:
            raise self._token_error(response, "it has no access_token")
        token, lifetime = found
        if response.status >= 300 or not _is_usable(token):
            raise self._token_error(response, "its access_token is not usable")
        self._expires_at = self._clock() + lifetime - min(_MARGIN_SECONDS, lifetime / 2)
        self._token = token
        return token

    def _token_error(self, response: Response, why: str) -> ConfigurationError:
        return configuration_error(
            f"the token response with status {response.status} cannot be used: {why}.",
            "Check client_id, client_secret and scope.",
            f"POST {shown_url(self.token_url)}",
        )

    def __getstate__(self) -> dict[str, Any]:
        unpickled = ("_token", "_expires_at", "_lock", "_process")
        return {name: value for name, value in vars(self).items() if name not in unpickled}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._reset()


def _read_token(response: Response) -> tuple[Any, float] | None:
    """The token of a response and its lifetime in seconds; None for a response without one."""
    try:
        fields: dict[str, Any] = decode(response.body)
        return fields["access_token"], lifetime_seconds(fields.get("expires_in"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # without the error, which may hold the body, and a token in it


def _is_usable(token: object) -> TypeGuard[str]:
    is_text = isinstance(token, str) and bool(token) and token == token.strip()
    return is_text and is_header("Authorization", token)
