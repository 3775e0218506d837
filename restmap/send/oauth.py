"""OAuth 2 client credentials (RFC 6749 4.4), with the token renewed before it ends."""

from __future__ import annotations

import math
import threading
import time
from base64 import b64encode
from collections.abc import Callable
from typing import Any
from urllib.parse import quote_plus, urlencode

from ..errors import ConfigurationError, configuration_error
from ..json_codec import decode
from ..messages import Request, Response, shown_url
from ..transports.forks import renew_lock, reset_in_child
from .api_errors import api_error
from .auth import Auth, has_header, is_header
from .flow import Flow, Pause
from .settings import refuse_plain_http

# A token is renewed this long before it ends, so that it does not end on the way.
_MARGIN_SECONDS = 30.0
# RFC 6749 5.1 leaves the lifetime to the documentation where the answer has none.
_USUAL_SECONDS = 3600.0
_LOOK_AGAIN_SECONDS = 0.02


def seconds_of(lifetime: object) -> float:
    """How long a token lives, as its answer says; the usual time where it says nothing usable.

    >>> seconds_of("60"), seconds_of(None), seconds_of(float("nan")), seconds_of(-5)
    (60.0, 3600.0, 3600.0, 3600.0)
    """
    try:
        seconds = float(lifetime)  # type: ignore[arg-type]  # whatever the JSON has
    except (TypeError, ValueError, OverflowError):
        return _USUAL_SECONDS
    return seconds if 0 < seconds < math.inf else _USUAL_SECONDS


class OAuth2ClientCredentials(Auth):
    """Asks for a token with a client's id and secret, and adds it to each request.

    token_url: where to ask. client_id, client_secret: of the application. scope: what to ask
    for, words with spaces between. in_body: whether id and secret go in the form, for servers
    that do not take them as HTTP Basic (RFC 6749 2.3.1). allow_plain_http: whether they may go over
    plain http to another machine. clock: seconds, only differences count.

    A pickle holds id and secret, not the token: the time it ends at is that of one machine's clock.
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
        if not allow_plain_http:
            refuse_plain_http(token_url)
        self.token_url = token_url
        self.scope = scope
        self._client_id = client_id
        self._client_secret = client_secret
        self._in_body = in_body
        self._clock = clock
        self._forget()

    def _forget(self) -> None:
        self._token: str | None = None
        self._ends = 0.0
        # Held while a token is asked for: a server may let one be good at a time.
        self._lock = threading.Lock()
        reset_in_child(self, renew_lock)

    def flow(self, request: Request) -> Flow[Request]:
        """The request with a token, which is asked for first where there is none."""
        if has_header(request, "Authorization"):
            return request
        while (token := self._good_token()) is None:
            if not self._lock.acquire(blocking=False):
                yield Pause(_LOOK_AGAIN_SECONDS)  # another call asks for one
                continue
            try:
                asked = self._token_request(request)
                token = self._good_token() or self._keep(asked, (yield asked))
            finally:
                self._lock.release()
            break
        return request.with_headers({"Authorization": f"Bearer {token}"})

    def _good_token(self) -> str | None:
        token = self._token  # read once: another thread may drop it at any time
        return None if self._clock() >= self._ends else token

    def renews(self, request: Request, response: Response) -> bool:
        """A token that is refused is asked for anew, unless another came meanwhile."""
        if request.headers.get("Authorization") == f"Bearer {self._token}":
            self._token = None
        return True

    def _token_request(self, request: Request) -> Request:
        form = {"grant_type": "client_credentials"}
        headers = {
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
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

    def _keep(self, asked: Request, response: Response) -> str:
        if response.status == 429 or response.status >= 500:
            # Not the credentials' fault; the call may be repeated like after any such answer.
            raise api_error(response, asked, None)
        try:
            answer: dict[str, Any] = decode(response.body)
            token = answer["access_token"]
            lifetime = seconds_of(answer.get("expires_in"))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise self._refused(response, "it holds no access_token") from error
        is_token = token and is_header("Authorization", token)
        if response.status >= 300 or not isinstance(token, str) or not is_token:
            raise self._refused(response, "it is no token")
        self._ends = self._clock() + lifetime - min(_MARGIN_SECONDS, lifetime / 2)
        self._token = token
        return token

    def _refused(self, response: Response, why: str) -> ConfigurationError:
        return configuration_error(
            f"no token: the answer with status {response.status} cannot be used: {why}.",
            "Check the client id, its secret, and the scope.",
            f"POST {shown_url(self.token_url)}",
        )

    def __getstate__(self) -> dict[str, Any]:
        ours = ("_token", "_ends", "_lock")
        return {name: value for name, value in vars(self).items() if name not in ours}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._forget()
