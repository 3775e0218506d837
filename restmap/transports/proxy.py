"""A proxy, from its URL."""

from __future__ import annotations

import re
from base64 import b64encode
from urllib.parse import unquote

from attrs import field, frozen

from ..errors import ConfigurationError, configuration_error
from .urls import InvalidUrlError, normalize_origin

SCHEMES = ("http", "https", "socks5", "socks5h")

_is_unprintable = re.compile(r"[^\x21-\x7e]").search


@frozen
class Proxy:
    """An HTTP or SOCKS proxy.

    url: scheme, host and port, without credentials. user, password: the credentials for the proxy;
    both None where there are none.
    """

    url: str
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)

    @property
    def is_socks(self) -> bool:
        """Whether the proxy is a SOCKS proxy, which does not speak HTTP."""
        return self.url.startswith("socks")

    @property
    def headers(self) -> dict[str, str]:
        """The headers for an HTTP proxy alone (RFC 9110 11.7.2, RFC 7617 2)."""
        if self.user is None:
            return {}
        token = b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")
        return {"Proxy-Authorization": f"Basic {token}"}


def parse_proxy(text: str, source: str) -> Proxy:
    """Parse the URL of a proxy. Without a scheme it is http, as in `HTTPS_PROXY=proxy:3128`.

    User and password stand before the last `@`, percent-encoded or not, so that a password may
    contain a slash or a bracket. source: where the URL is from, for the message.
    Raises ConfigurationError for any other text; the message does not show the password.

    >>> parse_proxy("http://user:pass@proxy.example.com:3128", "proxy=")
    Proxy(url='http://proxy.example.com:3128')
    """
    scheme, _, rest = text.partition("://") if "://" in text else ("http", "", text)
    credentials, at_sign, address = rest.rpartition("@")
    scheme, address = scheme.lower(), re.split("[/?#]", address, maxsplit=1)[0]
    user, _, password = credentials.partition(":")
    if scheme not in SCHEMES or _is_unprintable(address) or not _is_server(address):
        shown = f"{scheme}://{address}" if scheme.isalnum() else address
        raise _unusable_proxy(ascii(shown)[1:-1], source)
    try:
        decoded = [unquote(each, errors="strict") for each in (user, password)]
        credentials.encode()
    except ValueError:
        decoded = []
    if not decoded:  # outside the `except`, whose error holds the password
        raise _unusable_proxy(f"{scheme}://{address}", source)
    return Proxy(f"{scheme}://{address}", *(decoded if at_sign else ()))


def _is_server(address: str) -> bool:
    try:
        normalize_origin(f"http://{address}")
    except InvalidUrlError:
        return False
    return True


def _unusable_proxy(shown: str, source: str) -> ConfigurationError:
    return configuration_error(
        f"the proxy {shown} from {source} cannot be used.",
        "Give scheme, host and port of an HTTP or SOCKS proxy: 'http://127.0.0.1:3128' or "
        "'socks5h://127.0.0.1:1080'.",
        "ConnectionSettings.proxy",
    )
