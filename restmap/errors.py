"""Everything that restmap raises, in one tree.

RestmapError
├── DeclarationError      a mistake in a class statement, found when the class is written
├── ConfigurationError    a client that cannot work as it was set up
├── ParameterError        an argument that cannot be sent (nothing was sent)
├── TransportError        no response: the connection, TLS or a timeout
├── ResponseError         a response that cannot be read
├── PagingError           a link to another page that repeats or leads to another origin
├── MapError              some calls of `restmap.map()` failed
├── RecordingError        a request that a recording of tests does not have
├── NotModified           304: the record is as it was when its ETag was read
└── ApiError              the API refused the request: status code 400 and above
    ├── BadRequestError           400
    ├── AuthenticationError       401
    ├── PermissionDeniedError     403
    ├── NotFoundError             404
    ├── ConflictError             409
    ├── PreconditionFailedError   412
    ├── UnprocessableEntityError  422
    ├── RateLimitError            429
    └── ServerError               500 and above

A message has three lines: the rule with what was found, the remedy, and the place.
"""

from __future__ import annotations

import re
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


# Characters that could change what a terminal shows, other than a line break: the control
# characters, and those that separate lines or turn the direction of text (Unicode UAX #9 2). And
# halves of surrogate pairs, which no file and no terminal can be given.
CONTROLS = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


def escape_controls(text: str) -> str:
    r"""A text with its control characters escaped, except for line breaks.

    >>> print(escape_controls("gone\x1b[2J"))
    gone\x1b[2J
    """
    return re.sub(CONTROLS, lambda found: repr(found[0])[1:-1], text)


_MAX_SHOWN_VALUE = 200


def shown_value(value: object) -> str:
    """The repr of a value for a message: of limited length, and whatever the value is.

    >>> shown_value("a"), shown_value(10**5000)
    ("'a'", 'a value of type int')
    """
    try:
        shown = repr(value)
    except Exception:  # too many digits, too many levels, or a class of the user's
        return f"a value of type {type(value).__name__}"
    return shown if len(shown) <= _MAX_SHOWN_VALUE else f"{shown[:_MAX_SHOWN_VALUE]}…"


def escape_line(text: object) -> str:
    """A text of someone else's as one line, with its control characters escaped."""
    return escape_controls(str(text)).replace("\n", "\\n")


class RestmapError(Exception):
    """The base class of every error that restmap raises.

    attempts: how many times the request was sent, for errors of sending and of the API.
    page_url: the URL of the page that failed, in a list; `collection.get_page(page_url)` goes on
        from there. None for other operations.
    budget_used_up: whether the request was not retried because the retry budget of the client is
        used up.
    """

    attempts: int = 1
    page_url: str | None = None
    budget_used_up: bool = False

    def __init__(self, text: str, /, **facts: Any) -> None:
        super().__init__(text)
        self.__dict__.update(facts)

    def __str__(self) -> str:
        lines = [escape_controls(self._text())]
        if self.attempts > 1:
            lines.append(f"  after {self.attempts} attempts")
        if self.budget_used_up:
            lines.append("  not retried: the retry budget of the client is used up")
        return "\n".join(lines)

    def _text(self) -> str:
        """The message, without what became of the call."""
        return str(self.args[0])

    def __reduce__(self) -> Any:
        # Python would call the class with `args`, which subclasses with other arguments refuse.
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[RestmapError], args: tuple[Any, ...], facts: dict[str, Any]) -> Any:
    """An error from its pickle."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(facts)
    return error


class DeclarationError(RestmapError):
    """A declaration that cannot work, found when its class statement is run."""


class ConfigurationError(RestmapError):
    """A setting of a client that cannot work, such as a missing credential."""


def configuration_error(problem: str, remedy: str, place: str | None = None) -> ConfigurationError:
    """The error for a setting that cannot work."""
    return ConfigurationError(compose(problem, remedy, place))


def unfit_setting(name: str, given: object, remedy: str, place: str) -> ConfigurationError:
    """The error for one value of a setting. Only numbers are shown: other values may be secrets."""
    shown = (
        shown_value(given) if isinstance(given, int | float) else f"of type {type(given).__name__}"
    )
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


class RecordingError(RestmapError):
    """A request that a recording does not have. Nothing was sent.

    method, url: of the request; the query is left out of the URL.
    """

    method: str | None = None
    url: str | None = None


# The longest message of an API that is shown; `message` has all of it.
_MAX_SHOWN = 2000


class MapError(RestmapError):
    """Some calls of `restmap.map()` or `restmap.map_async()` failed.

    failures: the items of the calls that failed, each with its error. results: the other items,
    each with the result of its call. Both are in the order of the items.
    """

    failures: list[tuple[Any, RestmapError]]
    results: list[tuple[Any, Any]]


class NotModified(RestmapError):  # noqa: N818 (it is an outcome that was asked for)
    """A response with status code 304: what the client has is still what the server has.

    It is raised where the request has a condition, If-None-Match or If-Modified-Since, such as
    `fetch(if_none_match=etag)`. It is no failure: observers are not told of an error.
    method, url: of the request; the query is left out of the URL. headers: of the response.
    """

    method: str = ""
    url: str = ""
    headers: Mapping[str, str]


class ApiError(RestmapError):
    """The API refused the request: a response with a status code of 400 or above.

    A program may raise it as well, in `Client.check_response()` for a response whose status code
    does not say that the request failed, or in a test:

        raise ApiError("channel_not_found", code="C7")

    message: what the API says, with its list of errors. status: the status code; where it is not
        given, that of the class, else of the response that is checked, else 0.
    code, more_info, details: from the API's own error body. data: the whole of it, decoded from
        JSON, such as the members of problem details (RFC 9457); None where it is not JSON. Of
        what is nested in more than 100 levels, `body` alone has all.
    method, url: of the request; the query is left out of the URL. request_id: the id that the
        API's support asks for. retry_after: seconds that the API asks to wait.
    headers, body: of the response, as received.
    """

    status: int = 0

    def __init__(
        self,
        message: str = "",
        /,
        *,
        status: int | None = None,
        code: int | str | None = None,
        more_info: str | None = None,
        details: Any = None,
        data: Any = None,
        method: str = "",
        url: str = "",
        request_id: str | None = None,
        retry_after: float | None = None,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = type(self).status if status is None else status
        self.code = code
        self.more_info = more_info
        self.details = details
        self.data = data
        self.method = method
        self.url = url
        self.request_id = request_id
        self.retry_after = retry_after
        self.headers: Mapping[str, str] = headers if headers is not None else {}
        self.body = body

    @property
    def msg(self) -> str:
        """The message, by the name that twilio-python has for it."""
        return self.message

    @property
    def uri(self) -> str:
        """The URL, by the name that twilio-python has for it."""
        return self.url

    def _text(self) -> str:
        message = escape_line(self.message) or "the response has no error message"
        message = message if len(message) <= _MAX_SHOWN else f"{message[:_MAX_SHOWN]}…"
        wait = None if self.retry_after is None else f"{self.retry_after:g} s"
        facts = {
            "code": self.code,
            "more info": self.more_info,
            "request id": self.request_id,
            "retry after": wait,
        }
        known = [f"{name} {escape_line(each)}" for name, each in facts.items() if each is not None]
        place = f"{self.method} {self.url}".strip()
        problem = f"status {self.status}: {message}" if self.status else message
        return compose(problem, ", ".join(known), place)


class BadRequestError(ApiError):
    """400: the request is not valid."""

    status: int = 400


class AuthenticationError(ApiError):
    """401: the credentials were not accepted."""

    status: int = 401


class PermissionDeniedError(ApiError):
    """403: the credentials do not allow this."""

    status: int = 403


class NotFoundError(ApiError):
    """404: there is no such resource."""

    status: int = 404


class ConflictError(ApiError):
    """409: the state of the resource forbids this, or its name is taken."""

    status: int = 409


class PreconditionFailedError(ApiError):
    """412: the resource was changed meanwhile, by the ETag or date that the request has."""

    status: int = 412


class UnprocessableEntityError(ApiError):
    """422: the request is well-formed, and its values are not valid."""

    status: int = 422


class RateLimitError(ApiError):
    """429: too many requests."""

    status: int = 429


class ServerError(ApiError):
    """500 and above: the service failed."""

    status: int = 500
