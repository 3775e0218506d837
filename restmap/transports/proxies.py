"""The proxy for a request: from the settings, or from the environment."""

from __future__ import annotations

import os
import re
import sys
from base64 import b64encode
from urllib.parse import unquote, urlsplit

from attrs import field, frozen

from ..errors import ConfigurationError, configuration_error
from .connection import ConnectionSettings
from .request_check import InvalidUrlError, normalize_origin

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


def proxy_for(origin: str, settings: ConnectionSettings) -> Proxy | None:
    """The proxy for requests to an origin; None for a direct connection.

    origin: such as `https://api.example.com:8443`. Raises ConfigurationError for a proxy that
    cannot be used.
    """
    if settings.proxy is not None:
        return parse_proxy(settings.proxy, "proxy=") if settings.proxy else None
    text = _find_in_environment(origin)
    return parse_proxy(text, "the environment") if text else None


def _find_in_environment(origin: str) -> str | None:
    # `urllib.request` also reads the settings of Windows and macOS. Elsewhere it is imported only
    # where a variable is set: its import takes as long as that of this package.
    if sys.platform not in ("darwin", "win32") and not any(
        name.lower().endswith("_proxy") for name in os.environ
    ):
        return None
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(origin)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.netloc):
        return None
    return None if _is_in_networks(parts.hostname or "", proxies.get("no", "")) else proxy


def _is_in_networks(host: str, exceptions: str) -> bool:
    """Whether a host is an IP address that NO_PROXY lists, by itself or in a network.

    >>> _is_in_networks("10.1.2.3", "desk.example, 10.0.0.0/8")
    True
    >>> _is_in_networks("desk.example", "10.0.0.0/8")
    False
    """
    from ipaddress import ip_address, ip_network  # slow to import, and needed only behind a proxy

    try:
        address = ip_address(host)
    except ValueError:
        return False
    for exception in exceptions.split(","):
        try:
            if address in ip_network(exception.strip().strip("[]"), strict=False):
                return True
        except ValueError:
            continue  # a host name
    return False


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
