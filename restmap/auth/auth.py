"""Auth objects: what adds credentials to a request."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from ..errors import ConfigurationError, configuration_error
from ..messages import SECRET_HEADERS, Request, Response, has_header
from ..send.flow import Flow
from ..transports.request_check import is_header


class Auth:
    """Adds credentials to each request. One of your own overrides `authorise`.

        class SignedAuth(Auth):
            def authorise(self, request):
                return request.with_headers({"X-Signature": sign(request.body)})

    One that has to request its credentials first overrides `flow`, a generator that may yield
    requests of its own and is sent their responses.
    """

    def authorise(self, request: Request) -> Request:
        """Return the request with credentials; by default, unchanged."""
        return request

    def flow(self, request: Request) -> Flow[Request]:
        """Yield the requests that obtain credentials, and return the request with credentials."""
        yield from ()
        return self.authorise(request)

    def renews(self, request: Request, response: Response) -> bool:
        """Whether to send the request once more, with new credentials, after a 401 response."""
        return False

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"


class NoAuth(Auth):
    """No credentials."""

    def __repr__(self) -> str:
        return "NoAuth()"


def has_credentials(auth: Auth, headers: Mapping[str, str]) -> bool:
    """Whether requests carry credentials, from an Auth or in a header."""
    return not isinstance(auth, NoAuth) or any(name.lower() in SECRET_HEADERS for name in headers)


class _OneHeader(Auth):
    _header: Mapping[str, str]

    def _use(self, name: object, value: str, secret: str) -> None:
        check_credentials(secret)
        # Spaces around a value are no part of it (RFC 9110 5.5).
        is_whole = secret == secret.strip()
        if not isinstance(name, str) or not is_header(name, value) or not is_whole:
            raise _unsendable_credentials()
        self._header = {name: value}

    def authorise(self, request: Request) -> Request:
        """Add the header, unless the request already has one of that name."""
        header = self._header  # read once: another thread may rotate it
        (name,) = header
        return request if has_header(request.headers, name) else request.with_headers(header)


def _with_sensitive(request: Request, name: str) -> Request:
    """The request, in which the value of a header or a parameter is said to be secret."""
    return attrs.evolve(request, sensitive=request.sensitive | {name.lower()})


def check_credentials(*credentials: object) -> None:
    """Raise ConfigurationError for credentials that are not text that a request can carry.

    They are checked before anything else is done with them: an error of Python may hold them.
    """
    if not any(credentials) or not all(map(_is_credential, credentials)):
        raise _unsendable_credentials()


def _is_credential(text: object) -> bool:
    return isinstance(text, str) and not any(map(_is_uncarried, text))


def _is_uncarried(character: str) -> bool:
    """Whether it is a control character, or a surrogate, which text has that was not UTF-8."""
    return character < " " or "\x7f" <= character <= "\x9f" or "\ud800" <= character <= "\udfff"


def _unsendable_credentials() -> ConfigurationError:
    """The error for credentials that cannot be sent; it does not show them."""
    return configuration_error(
        "the credentials are empty, or have a character that a header cannot carry.",
        "Remove line breaks and spaces around them: text.strip().",
    )


class HeaderAuth(_OneHeader):
    """One header with a secret: `HeaderAuth("X-Api-Key", key)`."""

    def __init__(self, name: str, value: str) -> None:
        self.name = name
        self.rotate(value)

    def rotate(self, value: str) -> None:
        """Use another secret from the next request on."""
        self._use(self.name, value, value)

    def authorise(self, request: Request) -> Request:
        """Add the header, unless the request already has one of that name."""
        return _with_sensitive(super().authorise(request), self.name)


class QueryAuth(Auth):
    """One query parameter with a secret, for an API that takes it nowhere else.

    It is not shown in messages and in the log, which leave the query out. But servers and proxies
    write whole URLs to logs of theirs: use a header where the API takes one.
    """

    def __init__(self, name: str, value: str) -> None:
        self.name = name
        self.rotate(value)

    def rotate(self, value: str) -> None:
        """Use another secret from the next request on."""
        from urllib.parse import quote  # for few APIs

        for each in (self.name, value):
            check_credentials(each)
        self._pair = f"{quote(self.name, safe='')}={quote(value, safe='')}"

    def authorise(self, request: Request) -> Request:
        """Add the parameter, unless the request already has one of that name."""
        pair = self._pair  # read once: another thread may rotate it
        _, mark, query = request.url.partition("?")
        name = pair.partition("=")[0]
        if name in (each.partition("=")[0] for each in query.split("&")):
            return _with_sensitive(request, self.name)
        joint = "&" if query else "" if mark else "?"
        authorised = attrs.evolve(request, url=f"{request.url}{joint}{pair}")
        return _with_sensitive(authorised, self.name)


class CookieAuth(Auth):
    """One cookie with a secret (RFC 6265): `CookieAuth("session", secret)`."""

    def __init__(self, name: str, value: str) -> None:
        self.name = name
        self.rotate(value)

    def rotate(self, value: str) -> None:
        """Use another secret from the next request on."""
        for each in (self.name, value):
            check_credentials(each)
        if not re.fullmatch(_COOKIE, f"{self.name}={value}"):
            raise _unsendable_credentials()
        self._pair = f"{self.name}={value}"

    def authorise(self, request: Request) -> Request:
        """Add the cookie to those that the request has."""
        cookies = [text for name, text in request.headers.items() if name.lower() == "cookie"]
        return request.with_headers({"Cookie": "; ".join([*cookies, self._pair])})


# RFC 6265 4.1.1: a token, and a value without spaces, quotes, commas, semicolons and backslashes.
_COOKIE = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+=[!#-+\--:<-\[\]-~]+"


class SeveralAuth(Auth):
    """Several credentials on each request, such as the two keys of an application."""

    def __init__(self, *parts: Auth) -> None:
        self.parts = parts

    def flow(self, request: Request) -> Flow[Request]:
        """Add the credentials one after the other."""
        for each in self.parts:
            request = yield from each.flow(request)
        return request

    def renews(self, request: Request, response: Response) -> bool:
        """Whether one of them has new credentials after a 401 response."""
        renewed = [each.renews(request, response) for each in self.parts]  # each of them
        return any(renewed)

    def __repr__(self) -> str:
        return f"SeveralAuth({', '.join(map(repr, self.parts))})"


class BasicAuth(_OneHeader):
    """HTTP Basic authentication: user and password in UTF-8 (RFC 7617).

    Raises ConfigurationError for control characters in them, such as the line break at the end of
    a file, and for a colon in the user.
    """

    def __init__(self, user: str, password: str) -> None:
        self.rotate(user, password)

    def rotate(self, user: str, password: str) -> None:
        """Use another user and password from the next request on."""
        check_credentials(user, password)
        if ":" in user:
            raise configuration_error(
                "the user name has a colon.",
                "Use a user name without one: a colon ends it (RFC 7617 2).",
            )
        from base64 import b64encode

        token = b64encode(f"{user}:{password}".encode()).decode("ascii")
        self._use("Authorization", f"Basic {token}", token)


class BearerAuth(_OneHeader):
    """Bearer token authentication (RFC 6750)."""

    def __init__(self, token: str) -> None:
        self.rotate(token)

    def rotate(self, token: str) -> None:
        """Use another token from the next request on."""
        self._use("Authorization", f"Bearer {token}", token)
