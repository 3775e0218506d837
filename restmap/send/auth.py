"""Auth objects: what adds credentials to a request."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import ConfigurationError, configuration_error
from ..messages import Request, Response
from ..transports.request_check import is_token
from .flow import Flow


def is_header(name: str, value: object) -> bool:
    """Whether a header can be sent: a line break in it would forge another (RFC 9110 5.5).

    >>> is_header("X-Key", "k"), is_header("X-Key", "k\\r\\nX-Admin: 1"), is_header("X-Key", "€")
    (True, False, False)
    """
    # Letters beyond ASCII would be read as another coding's, somewhere on the way.
    is_text = isinstance(value, str) and value.isascii() and value.isprintable()
    return is_text and is_token(name) is not None


def has_header(request: Request, name: str) -> bool:
    """Whether a request has a header, in any case."""
    return name in request.headers or name.lower() in map(str.lower, request.headers)


class Auth:
    """Adds credentials to each request. One of your own overrides `authorise`.

        class SignedAuth(Auth):
            def authorise(self, request):
                return request.with_headers({"X-Signature": sign(request.body)})

    One that has to ask for its credentials first overrides `flow`, a generator that may yield
    requests of its own and is sent their responses.
    """

    def authorise(self, request: Request) -> Request:
        """The request with credentials; by default as it is."""
        return request

    def flow(self, request: Request) -> Flow[Request]:
        """The request with credentials, after what has to be asked before."""
        yield from ()
        return self.authorise(request)

    def renews(self, request: Request, response: Response) -> bool:
        """Told of a request that was answered 401: whether to try other credentials, once."""
        return False

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"


class NoAuth(Auth):
    """No credentials."""

    def __repr__(self) -> str:
        return "NoAuth()"


class _OneHeader(Auth):
    _header: Mapping[str, str]

    def _use(self, name: str, value: str, *given: object) -> None:
        are_texts = all(isinstance(each, str) for each in (name, *given))
        if not any(given) or not are_texts or not is_header(name, value):
            raise _unsendable()
        self._header = {name: value}

    def authorise(self, request: Request) -> Request:
        """The request with the header; one that the operation was given itself wins."""
        header = self._header  # read once: another thread may rotate it
        (name,) = header
        return request if has_header(request, name) else request.with_headers(header)


def _unsendable() -> ConfigurationError:
    return configuration_error(
        "the credentials are empty, or hold what no header can.", "Strip what they were read from."
    )


class HeaderAuth(_OneHeader):
    """One header with a secret: `HeaderAuth("X-Api-Key", key)`."""

    def __init__(self, name: str, value: str) -> None:
        self.name = name
        self.rotate(value)

    def rotate(self, value: str) -> None:
        """Use another secret from the next request on."""
        self._use(self.name, value, value)


class BasicAuth(_OneHeader):
    """User and password (RFC 7617), in UTF-8."""

    def __init__(self, user: str, password: str) -> None:
        self.rotate(user, password)

    def rotate(self, user: str, password: str) -> None:
        """Use another user and password from the next request on."""
        if ":" in str(user):
            raise configuration_error(
                "the user name has a colon.", "A colon ends the name (RFC 7617 2)."
            )
        from base64 import b64encode

        try:
            pair = f"{user}:{password}".encode()
        except UnicodeEncodeError:  # half a surrogate, as in a variable that is not UTF-8
            pair = b""
        if not pair:  # not in the `except`: its error holds the password
            raise _unsendable()
        token = b64encode(pair).decode("ascii")
        self._use("Authorization", f"Basic {token}", user, password)


class BearerAuth(_OneHeader):
    """A token (RFC 6750)."""

    def __init__(self, token: str) -> None:
        self.rotate(token)

    def rotate(self, token: str) -> None:
        """Use another token from the next request on."""
        self._use("Authorization", f"Bearer {token}", token)
