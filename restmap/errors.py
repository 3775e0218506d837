"""Everything that restmap raises, in one tree.

RestmapError
├── DeclarationError      a mistake in a class statement, found when the class is written
├── ConfigurationError    a client that cannot work as it was set up
├── ParameterError        an argument that cannot be sent (nothing was sent)
├── TransportError        no response: the connection, TLS or a timeout
├── ResponseError         a response that cannot be read
├── PagingError           a link to another page that repeats or leads to another origin
└── ApiError              the API refused the request: status code 400 and above
    ├── BadRequestError        400
    ├── AuthenticationError    401
    ├── PermissionDeniedError  403
    ├── NotFoundError          404
    ├── ConflictError          409
    ├── RateLimitError         429
    └── ServerError            500 and above

A message has three lines: the rule with what was found, the remedy, and the place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def compose(problem: str, remedy: str | None = None, place: str | None = None) -> str:
    """Compose a message, in the form that all of them have.

    problem: the rule and what was found. remedy: what to write instead. place: where it belongs.

    >>> print(compose("the page size 0 is below 1.", "Leave it out.", "Session.List"))
    the page size 0 is below 1.
      Leave it out.
      in Session.List
    """
    lines = [problem]
    if remedy:
        lines.append(f"  {remedy}")
    if place:
        lines.append(f"  in {place}")
    return "\n".join(lines)


class RestmapError(Exception):
    """The base class of every error that restmap raises.

    attempts: how many times the request was sent, for errors of sending and of the API.
    page_url: the URL of the page that failed, in a list; `collection.get_page(page_url)` goes on
        from there. None for other operations.
    """

    attempts: int = 1
    page_url: str | None = None

    def __init__(self, text: str, /, **facts: Any) -> None:
        # Pickling rebuilds an exception from `args` and then restores its `__dict__`; keeping
        # the facts there, and only the text in `args`, is what lets every subclass survive.
        super().__init__(text)
        self.__dict__.update(facts)


class DeclarationError(RestmapError):
    """A declaration that cannot work, found when its class statement is run."""


class ConfigurationError(RestmapError):
    """A setting of a client that cannot work, such as a missing credential."""


def configuration_error(problem: str, remedy: str, place: str | None = None) -> ConfigurationError:
    """The error for a setting that cannot work."""
    return ConfigurationError(compose(problem, remedy, place))


def unfit_setting(name: str, given: object, remedy: str, place: str) -> ConfigurationError:
    """The error for one value of a setting. Only numbers are shown: other values may be secrets."""
    shown = given if isinstance(given, int | float) else f"of type {type(given).__name__}"
    return configuration_error(f"{name} cannot be {shown}.", remedy, place)


class ParameterError(RestmapError, ValueError):
    """An argument that cannot be sent. Nothing was sent."""


class TransportError(RestmapError):
    """No response came.

    method, url: of the request; the query is left out of the URL.
    maybe_sent: whether the request may have reached the server, so that a retry could do its
        work twice. transient: whether a retry may help.
    """

    method: str | None = None
    url: str | None = None
    maybe_sent: bool = True
    transient: bool = True


class ResponseError(RestmapError):
    """A response came and cannot be read.

    method, url: of the request; the query is left out of the URL. status: the status code of the
    response.
    """

    method: str | None = None
    url: str | None = None
    status: int | None = None


class PagingError(RestmapError):
    """A link to another page that repeats, or that leads to another origin.

    url: the link. Nothing was sent to it.
    """

    url: str | None = None


class ApiError(RestmapError):
    """A response with a status code of 400 or above: the API refused the request.

    status: the status code. code, message, more_info, details: from the API's own error body.
    method, url: of the request; the query is left out of the URL. request_id: the id that the
    API's support asks for. retry_after: seconds that the API asks to wait. headers, body: of the
    response, as received.
    """

    status: int
    code: int | str | None = None
    message: str = ""
    more_info: str | None = None
    details: Any = None
    method: str = ""
    url: str = ""
    request_id: str | None = None
    retry_after: float | None = None
    headers: Mapping[str, str]
    body: bytes = b""


class BadRequestError(ApiError):
    """400: the request is not valid."""


class AuthenticationError(ApiError):
    """401: the credentials were not accepted."""


class PermissionDeniedError(ApiError):
    """403: the credentials do not allow this."""


class NotFoundError(ApiError):
    """404: there is no such resource."""


class ConflictError(ApiError):
    """409: the state of the resource forbids this, or its name is taken."""


class RateLimitError(ApiError):
    """429: too many requests."""


class ServerError(ApiError):
    """500 and above: the service failed."""


_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    429: RateLimitError,
}


def api_error_class(status: int) -> type[ApiError]:
    """The class of error for a status code.

    >>> api_error_class(404).__name__, api_error_class(503).__name__, api_error_class(418).__name__
    ('NotFoundError', 'ServerError', 'ApiError')
    """
    return ServerError if status >= 500 else _BY_STATUS.get(status, ApiError)
