"""Auth objects: what adds credentials to a request."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import ConfigurationError, configuration_error
from ..messages import Request, Response
from ..transports.request_check import is_header
from .flow import Flow


def has_header(request: Request, name: str) -> bool:
    """Whether a request has a header of this name, in upper or lower case."""
    return name in request.headers or name.lower() in map(str.lower, request.headers)


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


class _OneHeader(Auth):
    _header: Mapping[str, str]

    def _use(self, name: str, value: str, *secrets: object) -> None:
        if not any(secrets) or not _are_texts(name, *secrets) or not is_header(name, value):
            raise _unsendable_credentials()
        self._header = {name: value}

    def authorise(self, request: Request) -> Request:
        """Add the header, unless the request already has one of that name."""
        header = self._header  # read once: another thread may rotate it
        (name,) = header
        return request if has_header(request, name) else request.with_headers(header)


def _are_texts(*values: object) -> bool:
    return all(isinstance(each, str) for each in values)


def _unsendable_credentials() -> ConfigurationError:
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

        try:
            pair = f"{quote(self.name, safe='')}={quote(value, safe='')}"
        except (TypeError, UnicodeEncodeError):  # not text, or with a lone surrogate
            pair = ""
        if not pair or not self.name or not value:
            raise _unsendable_credentials()
        self._pair = pair

    def authorise(self, request: Request) -> Request:
        """Add the parameter, unless the request already has one of that name."""
        pair = self._pair  # read once: another thread may rotate it
        _, mark, query = request.url.partition("?")
        name = pair.partition("=")[0]
        if name in (each.partition("=")[0] for each in query.split("&")):
            return request
        joint = "&" if query else "" if mark else "?"
        url = f"{request.url}{joint}{pair}"
        return Request(request.method, url, request.headers, request.body, request.timeout)


class CookieAuth(Auth):
    """One cookie with a secret (RFC 6265): `CookieAuth("session", secret)`."""

    def __init__(self, name: str, value: str) -> None:
        self.name = name
        self.rotate(value)

    def rotate(self, value: str) -> None:
        """Use another secret from the next request on."""
        import re  # for few APIs

        is_cookie = re.fullmatch(_COOKIE, f"{self.name}={value}")
        if not _are_texts(self.name, value) or not is_cookie:
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
    """HTTP Basic authentication: user and password in UTF-8 (RFC 7617)."""

    def __init__(self, user: str, password: str) -> None:
        self.rotate(user, password)

    def rotate(self, user: str, password: str) -> None:
        """Use another user and password from the next request on."""
        if ":" in str(user):
            raise configuration_error(
                "the user name has a colon.",
                "Use a user name without one: a colon ends it (RFC 7617 2).",
            )
        from base64 import b64encode

        try:
            pair = f"{user}:{password}".encode()
        except UnicodeEncodeError:  # a lone surrogate, from a variable that is not UTF-8
            pair = b""
        if not pair:  # outside the `except`, whose error holds the password
            raise _unsendable_credentials()
        token = b64encode(pair).decode("ascii")
        self._use("Authorization", f"Basic {token}", user, password)


class BearerAuth(_OneHeader):
    """Bearer token authentication (RFC 6750)."""

    def __init__(self, token: str) -> None:
        self.rotate(token)

    def rotate(self, token: str) -> None:
        """Use another token from the next request on."""
        self._use("Authorization", f"Bearer {token}", token)
