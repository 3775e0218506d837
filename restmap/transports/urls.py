"""URLs of servers: their parts, checked, and as they are sent."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

# Characters that are not percent-encoded in a URL: RFC 3986 2.2, and `%` itself.
_SAFE_IN_URLS = "!#$%&'()*+,/:;=?@[]~"

# Spaces and control characters are excluded: in a host they could end the line of a header.
_URL = re.compile(r"(https?://)(?:[^/?#]*@)?([^/?#@\0-\x20\x7f]+)([/?][^#]*)?(?:#|\Z)", re.I).match


class InvalidUrlError(ValueError):
    """A URL that is not that of a server."""


def split_url(url: str) -> tuple[str, str]:
    """The origin of a URL as it is written, and its target, path and query, as it is sent.

    Raises InvalidUrlError for a URL that is not that of a server.

    >>> split_url("http://user@a.example/b c?d#e")
    ('http://a.example', '/b%20c?d')
    """
    parts = _URL(url)
    if parts is None:
        raise InvalidUrlError
    scheme, host, target = parts.groups(default="/")
    target = percent_encoded(target)
    return scheme + host, target if target[0] == "/" else f"/{target}"


def percent_encoded(url: str, encoding: str = "utf-8") -> str:
    """A URL, or a part of one, with what cannot stand in a request line percent-encoded.

    What is already encoded is left as it is. Raises ValueError for half of a surrogate pair.
    encoding: of characters beyond ASCII.

    >>> percent_encoded("/a%20b c\\x1b?q=ü")
    '/a%20b%20c%1B?q=%C3%BC'
    """
    is_sendable = url.isascii() and url.isprintable() and " " not in url
    return url if is_sendable else quote(url, _SAFE_IN_URLS, encoding)


# RFC 1123 2.1, and the underscore that some names have. Other names become ASCII first (RFC 5890).
_is_host_name = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?").fullmatch


def normalize_origin(origin: str) -> str:
    """An origin in lower case and ASCII. Raises InvalidUrlError for an invalid host or port.

    >>> normalize_origin("HTTP://b\xfccher.example:81")
    'http://xn--bcher-kva.example:81'
    """
    try:
        parts = urlsplit(origin)
        host, port = parts.hostname or "", parts.port
        is_ipv6 = ":" in host
        host = f"[{host}]" if is_ipv6 else host.encode("idna").decode("ascii")
    except ValueError:
        raise InvalidUrlError from None
    if port == 0 or not (is_ipv6 or _is_host_name(host)):
        raise InvalidUrlError
    return f"{parts.scheme}://{host}" + ("" if port is None else f":{port}")


def is_server_url(url: str) -> bool:
    """Whether a URL is that of an http server, with a valid host and port, and no user in it.

    >>> is_server_url("https://api.example.com/v1"), is_server_url("https://api.example.com:0")
    (True, False)
    """
    if not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
        normalize_origin(f"{parts.scheme}://{parts.netloc}")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "@" not in parts.netloc
