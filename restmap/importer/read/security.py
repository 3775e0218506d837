"""Security: the security schemes of a document, and those that an operation needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, TypeAlias
from urllib.parse import urljoin, urlsplit

import attrs

from .nodes import IllFormedError, Node
from .servers import read_server

Requirements: TypeAlias = tuple[tuple[str, ...], ...]
"""The combinations of schemes of which one is needed; an empty one needs none.

https://spec.openapis.org/oas/v3.1.0#security-requirement-object
"""

# RFC 9110 5.6.2.
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_LOCATIONS = ("header", "query", "cookie")


@attrs.frozen
class BearerToken:
    """A bearer token, also that of a flow in which a person takes part."""


@attrs.frozen
class UserAndPassword:
    """HTTP Basic authentication."""


@attrs.frozen
class ApiKey:
    """A key. name: of the header, query parameter or cookie. location: which of them it is."""

    name: str
    location: Literal["header", "query", "cookie"]


@attrs.frozen
class ClientCredentials:
    """OAuth client credentials. token_url: where a token is requested."""

    token_url: str


Scheme: TypeAlias = BearerToken | UserAndPassword | ApiKey | ClientCredentials


@attrs.frozen
class NamedScheme:
    """A scheme, and its key in the document. description: what the document says of it."""

    scheme: Scheme
    key: str = attrs.field(eq=False)
    description: str = attrs.field(default="", eq=False, repr=False)


def read_requirements(security: Node) -> Requirements | None:
    """The requirements of an operation or a document; None where it has none of its own."""
    if security.is_absent:
        return None
    return tuple(tuple(each.mapping()) for each in security.elements()) or ((),)


def read_schemes(top: Node) -> Iterator[tuple[str, list[NamedScheme]]]:
    """The schemes of a document by their keys, each in the forms that a client may give it in.

    top: the document. A scheme that cannot be sent has no form.
    """
    declared = top.member("components").member("securitySchemes")
    for key, node in declared.items():
        scheme = node.resolved()
        description = scheme.member("description").text()
        yield key, [NamedScheme(each, key, description) for each in _forms(scheme, _base(top))]


def _forms(scheme: Node, base: str) -> Iterator[Scheme]:
    kind = scheme.member("type").text()
    if kind == "http":
        name = scheme.member("scheme").text().lower()
        if name in ("basic", "bearer"):
            yield UserAndPassword() if name == "basic" else BearerToken()
    elif kind == "apiKey":
        yield from _api_keys(scheme.member("name").text(), scheme.member("in").text())
    elif kind in ("oauth2", "openIdConnect"):
        yield BearerToken()
        flow = scheme.member("flows").member("clientCredentials")
        url = _token_url(flow.member("tokenUrl").text(), base)
        if url is not None:
            yield ClientCredentials(url)


def _api_keys(name: str, location: Any) -> Iterator[ApiKey]:
    is_fit = name and (location == "query" or _TOKEN.fullmatch(name))
    if location in _LOCATIONS and is_fit:
        yield ApiKey(name, location)


def _base(top: Node) -> str:
    """The URL that a relative URL of a document is relative to."""
    try:
        return read_server([top.member("servers")]).url
    except IllFormedError:
        return ""


def _token_url(text: str, base: str) -> str | None:
    """The URL where tokens are requested; None if no secret may be sent there."""
    try:
        url = urljoin(base, text) if text else ""
        parts = urlsplit(url)
        is_server = parts.scheme == "https" and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return None
    is_plain = url.isascii() and url.isprintable() and _NOT_IN_URLS.isdisjoint(url)
    is_safe = is_server and is_plain and "@" not in parts.netloc and not parts.fragment
    return url if is_safe else None


_NOT_IN_URLS = frozenset(' {}\\"<>')
