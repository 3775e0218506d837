"""Request and Response: what passes between the core and a transport."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

import attrs

from .errors import ResponseError, RestmapError, compose, unfit_setting
from .json_codec import decode
from .streamed_body import RequestBody, body_length, shown_length
from .validators import number

if TYPE_CHECKING:
    from urllib.parse import SplitResult


T = TypeVar("T")
E = TypeVar("E", bound=RestmapError)


class Headers(Mapping[str, str]):
    """The headers of a response; names are compared without regard to case (RFC 9110 5.1).

    headers: a mapping, or pairs; the values of one name are joined by a comma.

    >>> Headers({"Content-Type": "text/html"})["content-type"]
    'text/html'
    >>> Headers([("Link", "<a>"), ("link", "<b>")])
    {'Link': '***'}
    """

    __slots__ = ("_by_name",)

    def __init__(self, headers: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        pairs = headers.items() if isinstance(headers, Mapping) else headers  # pyright: ignore[reportUnknownVariableType]
        by_name: dict[str, tuple[str, str]] = {}
        for name, value in cast("Iterable[tuple[str, str]]", pairs):
            lower = name.lower()
            if lower in by_name:  # RFC 9110 5.3: values of one name are one list
                name, value = by_name[lower][0], f"{by_name[lower][1]}, {value}"
            by_name[lower] = name, value
        self._by_name = by_name

    def __getitem__(self, name: str) -> str:
        return self._by_name[name.lower()][1]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._by_name

    @overload
    def get(self, key: str, /) -> str | None: ...
    @overload
    def get(self, key: str, /, default: str) -> str: ...
    @overload
    def get(self, key: str, /, default: T) -> str | T: ...
    def get(self, key: str, /, default: object = None) -> object:
        # Mapping's own `get` raises and catches an error for each missing header.
        entry = self._by_name.get(key.lower())
        return default if entry is None else entry[1]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def __repr__(self) -> str:
        return mask_response_headers(self)


def as_headers(headers: Mapping[str, str] | None) -> Headers:
    """Any mapping as Headers; None for no headers."""
    return headers if isinstance(headers, Headers) else Headers(headers or {})


def merged_headers(headers: Mapping[str, str], others: Mapping[str, str]) -> dict[str, str]:
    """The headers of two mappings; of one name in any case, the second counts (RFC 9110 5.1).

    >>> merged_headers({"User-Agent": "restmap"}, {"user-agent": "mine"})
    {'user-agent': 'mine'}
    """
    names = set(map(str.lower, others))
    if names.isdisjoint(map(str.lower, headers)):
        return {**headers, **others}
    return {**{name: text for name, text in headers.items() if name.lower() not in names}, **others}


def has_header(headers: Mapping[str, str], name: str) -> bool:
    """Whether there is a header of this name, in upper or lower case."""
    return name in headers or name.lower() in map(str.lower, headers)


FORM = "application/x-www-form-urlencoded"
"""The media type of a form."""


def media_type(headers: Mapping[str, str]) -> str:
    """The media type in a Content-Type, without its parameters; empty where there is none.

    >>> media_type({"content-type": "Application/JSON; charset=utf-8"})
    'application/json'
    """
    return as_headers(headers).get("Content-Type", "").partition(";")[0].strip().lower()


def is_json(kind: str) -> bool:
    """Whether a media type is JSON, or one based on it: `application/problem+json` (RFC 6839)."""
    return kind == "application/json" or kind.endswith("+json")


def is_json_lines(kind: str) -> bool:
    """Whether a media type is one JSON value in each line (https://github.com/ndjson/ndjson-spec).

    >>> is_json_lines("application/x-ndjson"), is_json_lines("application/json")
    (True, False)
    """
    return kind in _JSON_LINES


_JSON_LINES = frozenset(
    {"application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonl"}
    | {"application/jsonlines", "application/x-jsonlines", "application/json-lines"}
)

# Headers that carry a secret.
SECRET_HEADERS = frozenset(
    {"authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key"}
)
# Headers that hold URLs; no log shows a query, since a signed one is a credential.
_URL_HEADERS = frozenset({"location", "content-location", "link", "refresh"})
# Headers of a request that may be shown. A vendor may put a key in any other one.
_SHOWN_HEADERS = frozenset({"accept", "accept-encoding", "content-type", "host", "user-agent"})


def mask_response_headers(headers: Mapping[str, str]) -> str:
    """The headers of a response as they may be shown: secret ones without their value."""
    hidden = SECRET_HEADERS | _URL_HEADERS
    shown = {name: "***" if name.lower() in hidden else text for name, text in headers.items()}
    return repr(shown)


def mask_request_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers of a request as they may be shown: only harmless ones with their value."""
    return {
        name: text if name.lower() in _SHOWN_HEADERS else "***" for name, text in headers.items()
    }


_SECONDS = number(
    int | float | None,
    1e-9,
    "Write seconds above 0, such as Timeout(connect=5, read=30); None waits for ever.",
    maximum=1e9,  # some thirty years: a socket has a maximum of its own
)


@attrs.frozen
class Timeout:
    """How long to wait, in seconds; None waits for ever.

    connect: for the connection. read: for each part of the response. total: for a whole call,
    including its retries and the pauses between them.
    """

    connect: float | None = attrs.field(default=5.0, validator=_SECONDS)
    read: float | None = attrs.field(default=30.0, validator=_SECONDS)
    total: float | None = attrs.field(default=120.0, validator=_SECONDS)


DEFAULT_TIMEOUT = Timeout()


def _given_headers(headers: Mapping[str, str] | None) -> Mapping[str, str]:
    return {} if headers is None else headers


@attrs.frozen
class Request:
    """One HTTP request.

    method: in capitals. url: absolute, percent-encoded. headers: by name. body: bytes, None, or a
    StreamedBody where a file is sent. timeout: how long the transport may wait for the response.
    streamed: whether a transport may leave the body of a successful response to be read in pieces,
    and return an OpenResponse; it may read it as a whole all the same. sensitive: the names, in
    lower case, of parameters that are declared so, and of the headers and parameters of its
    credentials.
    """

    method: str
    url: str
    headers: Mapping[str, str] = attrs.field(default=None, converter=_given_headers)
    body: RequestBody = None
    timeout: Timeout = DEFAULT_TIMEOUT
    streamed: bool = False
    sensitive: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        url, headers = shown_url(self.url), mask_request_headers(self.headers)
        size = shown_length(body_length(self.body))
        return f"Request(method={self.method!r}, {url=}, headers={headers}, body=<{size}>)"

    def with_headers(self, headers: Mapping[str, str]) -> Request:
        """A copy of the request in which these headers replace those of the same name."""
        merged = merged_headers(self.headers, headers)
        return Request(
            self.method, self.url, merged, self.body, self.timeout, self.streamed, self.sensitive
        )


def request_error(kind: type[E], request: Request, found: str, remedy: str, **facts: Any) -> E:
    """The error for what became of a request, whose method and URL it has. facts: beside them."""
    url = shown_url(request.url)
    message = compose(found, remedy, f"{request.method} {url}")
    return kind(message, method=request.method, url=url, **facts)


def _refuse_other_than_bytes(_response: object, _attribute: object, body: object) -> None:
    if type(body) is not bytes:
        raise unfit_setting("body", body, "Give bytes: text.encode().", "Response")


# What other libraries call the attributes of a response.
_OTHER_NAMES = {
    "status_code": "response.status",
    "code": "response.status",
    "content": "response.body",
    "data": "response.body",
    "ok": "response.status < 400",
}


@attrs.frozen
class Response:
    """One HTTP response: its status code, headers and whole body, decompressed."""

    status: int
    headers: Headers = attrs.field(converter=as_headers, factory=Headers)
    body: bytes = attrs.field(default=b"", validator=_refuse_other_than_bytes)

    def json(self) -> Any:
        """The body as JSON. Raises ResponseError where it is none."""
        try:
            return decode(self.body)
        except (ValueError, RecursionError) as error:
            found = f"the body of the response with status code {self.status} is not JSON: {error}."
            remedy = "Read it as bytes: response.body."
            raise ResponseError(compose(found, remedy), status=self.status) from error

    @property
    def text(self) -> str:
        """The body as text, in the character set of its Content-Type, else UTF-8 (RFC 9110 8.3.2).

        What cannot be decoded is replaced by U+FFFD.
        """
        charset = re.search(r'charset="?([\w.:-]+)', self.headers.get("Content-Type", ""), re.I)
        try:
            return self.body.decode(charset[1] if charset else "utf-8", "replace")
        except LookupError:  # a character set that Python does not know
            return self.body.decode("utf-8", "replace")

    if not TYPE_CHECKING:  # to a checker, any name would be an attribute

        def __getattr__(self, name: str) -> Any:
            word = _OTHER_NAMES.get(name)
            remedy = f": write `{word}`." if word else "."
            raise AttributeError(f"a Response has no attribute {name!r}{remedy}")

    def __repr__(self) -> str:
        headers = mask_response_headers(self.headers)
        return f"Response(status={self.status}, headers={headers}, body=<{len(self.body)} bytes>)"


def shown_url(url: str) -> str:
    """A URL as messages and logs show it: without its query, which may hold secrets and names.

    >>> shown_url("https://user:secret@api.example.com:8443/things?token=t")
    'https://api.example.com:8443/things'
    >>> shown_url("https://user:secret@[half/things?token=t")
    'https://[half/things'
    """
    return re.sub(_NOT_SHOWN, r"\1", url)


def shown_address(text: str) -> str:
    """A setting that should be a URL as its message shows it: without user, query and fragment.

    Text that is not a URL may have a slash or a question mark in its password. Where it is not
    clear what is secret, only the scheme is shown.

    >>> shown_address("http://user:pass/word@api.example.com/v1"), shown_address("http://a?b@c")
    ('http://api.example.com/v1', 'http://…')
    """
    scheme, slashes, rest = text.partition("://") if "://" in text else ("", "", text)
    start = f"{scheme}{slashes}" if scheme.isalnum() else ""
    address = re.split("[?#]", rest, maxsplit=1)[0]
    if "@" not in text:
        return start + address
    return f"{start}…" if address != rest else start + rest.rpartition("@")[2]


# urlsplit would raise for text that is not a URL, which the message about it has to show.
_NOT_SHOWN = r"(?s)^([^/?#]*//)[^/?#]*@|[?#].*"


_DEFAULT_PORTS = {"http": 80, "https": 443}


def origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    """Scheme, host and port (RFC 6454 4)."""
    scheme, port = parts.scheme.lower(), parts.port
    return scheme, parts.hostname, _DEFAULT_PORTS.get(scheme) if port is None else port
