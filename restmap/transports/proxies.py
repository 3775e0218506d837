"""Which proxy a request needs: by the settings, or by the environment."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from .connection import ConnectionSettings
    from .proxy import Proxy


def proxy_for(origin: str, settings: ConnectionSettings) -> Proxy | None:
    """The proxy for requests to an origin; None for a direct connection.

    origin: such as `https://api.example.com:8443`. Raises ConfigurationError for a proxy that
    cannot be used.
    """
    text, source = settings.proxy, "proxy="
    if text is None:
        text, source = _find_in_environment(origin), "the environment"
    if not text:
        return None
    from .proxy import parse_proxy  # for few programs

    return parse_proxy(text, source)


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
