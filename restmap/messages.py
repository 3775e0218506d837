"""Request and Response: what passes between the core and a transport."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar, cast, overload

import attrs

from .errors import unfit_setting
from .validators import number

if TYPE_CHECKING:
    from urllib.parse import SplitResult


T = TypeVar("T")


class Headers(Mapping[str, str]):
    """The headers of an answer; names are compared without regard to case (RFC 9110 5.1).

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
            if lower in by_name:  # RFC 9110 5.3: those of one name are one list
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
        # Mapping's own raises and catches an error for each header that is not there.
        found = self._by_name.get(key.lower())
        return default if found is None else found[1]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def __repr__(self) -> str:
        return masked(self)


def as_headers(headers: Mapping[str, str] | None) -> Headers:
    """Any mapping as Headers; None for no headers."""
    return headers if isinstance(headers, Headers) else Headers(headers or {})


def merged_headers(headers: Mapping[str, str], others: Mapping[str, str]) -> dict[str, str]:
    """Both, the others in place of those of the same name in any case (RFC 9110 5.1).

    >>> merged_headers({"User-Agent": "restmap"}, {"user-agent": "mine"})
    {'user-agent': 'mine'}
    """
    names = set(map(str.lower, others))
    if names.isdisjoint(map(str.lower, headers)):
        return {**headers, **others}
    return {**{name: text for name, text in headers.items() if name.lower() not in names}, **others}


# What carries a secret by its name.
SECRET_HEADERS = frozenset(
    {"authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key"}
)
# What has URLs, with queries that no log shows: a signed one is a credential.
_URL_HEADERS = frozenset({"location", "content-location", "link", "refresh"})
# What a request may show of itself. Any other header could be the one a vendor puts a key in.
_SHOWN_HEADERS = frozenset({"accept", "accept-encoding", "content-type", "host", "user-agent"})


def masked(headers: Mapping[str, str]) -> str:
    """The headers of an answer as they may be shown: the secret ones without their value."""
    hidden = SECRET_HEADERS | _URL_HEADERS
    shown = {name: "***" if name.lower() in hidden else text for name, text in headers.items()}
    return repr(shown)


def mostly_masked(headers: Mapping[str, str]) -> str:
    """The headers of a request as they may be shown: the harmless ones with their value."""
    shown = {
        name: text if name.lower() in _SHOWN_HEADERS else "***" for name, text in headers.items()
    }
    return repr(shown)


_SECONDS = number(
    int | float | None,
    1e-9,
    "Write seconds above 0, such as Timeout(connect=5, read=30); None waits for ever.",
)


@attrs.frozen
class Timeout:
    """How long to wait, in seconds; None waits for ever.

    connect: for the connection. read: for each part of the answer. total: for a whole call, its
    repetitions and the pauses between them included.
    """

    connect: float | None = attrs.field(default=5.0, validator=_SECONDS)
    read: float | None = attrs.field(default=30.0, validator=_SECONDS)
    total: float | None = attrs.field(default=120.0, validator=_SECONDS)


_DEFAULT_TIMEOUT = Timeout()


def _given_headers(headers: Mapping[str, str] | None) -> Mapping[str, str]:
    return {} if headers is None else headers


@attrs.frozen
class Request:
    """One HTTP request.

    method: in upper case. url: absolute, encoded. headers: by name. body: bytes, or None.
    timeout: how long the transport may wait for it.
    """

    method: str
    url: str
    headers: Mapping[str, str] = attrs.field(default=None, converter=_given_headers)
    body: bytes | None = None
    timeout: Timeout = _DEFAULT_TIMEOUT

    def __repr__(self) -> str:
        url, headers = shown_url(self.url), mostly_masked(self.headers)
        size = len(self.body or b"")
        return f"Request(method={self.method!r}, {url=}, headers={headers}, body=<{size} bytes>)"

    def with_headers(self, headers: Mapping[str, str]) -> Request:
        """The same request with these headers in place of its own of the same name."""
        merged = merged_headers(self.headers, headers)
        return Request(self.method, self.url, merged, self.body, self.timeout)


def _refuse_other_than_bytes(_response: object, _attribute: object, body: object) -> None:
    if type(body) is not bytes:
        raise unfit_setting("body", body, "Give bytes: text.encode().", "Response")


@attrs.frozen
class Response:
    """One HTTP answer: status, headers and the whole body, decompressed."""

    status: int
    headers: Headers = attrs.field(converter=as_headers, factory=Headers)
    body: bytes = attrs.field(default=b"", validator=_refuse_other_than_bytes)

    def __repr__(self) -> str:
        headers = masked(self.headers)
        return f"Response(status={self.status}, headers={headers}, body=<{len(self.body)} bytes>)"


def shown_url(url: str) -> str:
    """A URL as messages and logs show it: without its query, where secrets and names travel.

    >>> shown_url("https://user:secret@api.example.com:8443/things?token=t")
    'https://api.example.com:8443/things'
    >>> shown_url("https://user:secret@[half/things?token=t")
    'https://[half/things'
    """
    return re.sub(_NOT_SHOWN, r"\1", url)


# Not by urlsplit: what is no URL is shown too, in the message that says so.
_NOT_SHOWN = r"(?s)^([^/?#]*//)[^/?#]*@|[?#].*"


_DEFAULT_PORTS = {"http": 80, "https": 443}


def origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    """Scheme, host and port (RFC 6454 4)."""
    scheme = parts.scheme.lower()
    return scheme, parts.hostname, parts.port or _DEFAULT_PORTS.get(scheme)
