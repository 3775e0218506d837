"""Everything that restmap raises, in one tree.

RestmapError
├── DeclarationError      a mistake in a class statement, found when the class is written
├── ConfigurationError    a client that cannot work as it was set up
├── ParameterError        an argument that cannot be sent (nothing was sent)
├── TransportError        no answer: connecting, TLS, time, a broken connection
├── ResponseError         an answer that cannot be read
├── PagingError           a next link that repeats or leads elsewhere
└── ApiError              the API refused: status 400 and above
    ├── BadRequestError        400
    ├── AuthenticationError    401
    ├── PermissionDeniedError  403
    ├── NotFoundError          404
    ├── ConflictError          409
    ├── RateLimitError         429
    └── ServerError            500 and above

A message says the rule with what was found, then the remedy, then the place, a line each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def compose(found: str, remedy: str | None = None, place: str | None = None) -> str:
    """The one form of a message: the rule and what was found, the remedy, the place.

    >>> print(compose("the page size 0 is below 1.", "Leave it out.", "Session.List"))
    the page size 0 is below 1.
      Leave it out.
      in Session.List
    """
    lines = [found]
    if remedy:
        lines.append(f"  {remedy}")
    if place:
        lines.append(f"  in {place}")
    return "\n".join(lines)


class RestmapError(Exception):
    """What every error of this library is.

    attempts: how often a request was sent, for errors of sending and of the API.
    page_url: the page of a list that was asked for; `collection.get_page(page_url)` goes on
        where a stream stopped. None for other operations.
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
    """A client that was set up so that it cannot work; a missing credential, for one."""


def configuration_error(found: str, remedy: str, place: str | None = None) -> ConfigurationError:
    """The error for what cannot work as it was set up."""
    return ConfigurationError(compose(found, remedy, place))


def unfit_setting(name: str, given: object, remedy: str, place: str) -> ConfigurationError:
    """The same for one value, which is shown where it is a number: others may be secrets."""
    found = given if isinstance(given, int | float) else f"of type {type(given).__name__}"
    return configuration_error(f"{name} cannot be {found}.", remedy, place)


class ParameterError(RestmapError, ValueError):
    """An argument that cannot be sent. Nothing was sent."""


class TransportError(RestmapError):
    """No answer came.

    method, url: the request, its query left out.
    maybe_sent: whether the request may have reached the server, so that repeating it could
        do its work twice. transient: whether trying again may help.
    """

    method: str | None = None
    url: str | None = None
    maybe_sent: bool = True
    transient: bool = True


class ResponseError(RestmapError):
    """An answer came and cannot be read.

    method, url: the request, its query left out; status: of the answer.
    """

    method: str | None = None
    url: str | None = None
    status: int | None = None


class PagingError(RestmapError):
    """A link to another page that repeats, or that leads to another origin.

    url: the link; nothing was sent to it.
    """

    url: str | None = None


class ApiError(RestmapError):
    """The API answered with a status of 400 or above.

    status: of the answer. code, message, more_info, details: as the API's own error body gives
    them. method, url: the request, its query left out. request_id: what support asks for.
    retry_after: seconds that the API asks to wait. headers, body: of the answer, as received.
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
    """400: the API could not take the request as it is."""


class AuthenticationError(ApiError):
    """401: the credentials were not accepted."""


class PermissionDeniedError(ApiError):
    """403: the credentials do not reach this far."""


class NotFoundError(ApiError):
    """404: there is no such resource."""


class ConflictError(ApiError):
    """409: the resource is in a state that forbids this, or its name is taken."""


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
    """The class of error for a status.

    >>> api_error_class(404).__name__, api_error_class(503).__name__, api_error_class(418).__name__
    ('NotFoundError', 'ServerError', 'ApiError')
    """
    return ServerError if status >= 500 else _BY_STATUS.get(status, ApiError)
