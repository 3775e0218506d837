"""How connections are made: the settings that both transports share, and what follows from them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import attrs

from ..errors import ConfigurationError, configuration_error
from ..validators import number

if TYPE_CHECKING:
    # Not at run time: `import restmap` costs less without it, and a plain http client needs none.
    import ssl

MEBIBYTE = 1024 * 1024


_POSITIVE = number(int, 1, "Leave it out for the default.")


def _masked(proxy: str | None) -> str:
    """A proxy as it may be shown: its URL may hold a password."""
    return repr("***" if proxy else proxy)


@attrs.frozen
class ConnectionSettings:
    """What a transport needs to know to connect.

    pool_size: connections kept to each host; more are opened when needed, and closed after.
    proxy: URL of a proxy for every request, with a user and a password where it wants them; None
    for HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the environment, as they are at the first request
    to an origin; "" for none at all. ca_bundle: path of the certificates to trust, a file or a
    folder, in place of the system's. ssl_context: in place of all TLS settings.
    client_certificate: path of a certificate with its key, or the paths of the two.
    max_body_bytes: how large an answer may be, decompressed.
    """

    pool_size: int = attrs.field(default=10, validator=_POSITIVE)
    proxy: str | None = attrs.field(default=None, repr=_masked)
    ca_bundle: str | None = None
    ssl_context: ssl.SSLContext | None = None
    client_certificate: str | tuple[str, str] | None = None
    max_body_bytes: int = attrs.field(default=64 * MEBIBYTE, validator=_POSITIVE)


def tls_context(settings: ConnectionSettings) -> ssl.SSLContext:
    """What TLS connections are made with: certificates and host names are checked.

    Raises ConfigurationError where a file of the settings cannot be used. Loading the system's
    certificates takes some 10 ms: make it once.
    """
    import ssl

    if settings.ssl_context is not None:
        return settings.ssl_context
    bundle = settings.ca_bundle
    in_folder = bundle is not None and os.path.isdir(bundle)
    try:
        context = ssl.create_default_context(
            cafile=None if in_folder else bundle, capath=bundle if in_folder else None
        )
    except OSError as error:
        raise _unusable("ca_bundle", repr(bundle), error) from error
    context.set_alpn_protocols(["http/1.1"])
    if settings.client_certificate is not None:
        paths = settings.client_certificate
        certificate, key = (paths, None) if isinstance(paths, str) else paths
        try:
            # An empty password, since OpenSSL asks at the terminal where none is given.
            context.load_cert_chain(certificate, key, password="")
        except OSError as error:
            raise _unusable("client_certificate", repr(paths), error) from error
    return context


def _unusable(setting: str, value: str, error: OSError) -> ConfigurationError:
    reason = error.strerror or getattr(error, "reason", None) or type(error).__name__
    return configuration_error(
        f"the {setting} {value} cannot be used: {reason}.",
        "Give the path of a file in the PEM format that this process may read.",
        f"ConnectionSettings.{setting}",
    )


@attrs.frozen
class Proxy:
    """Where requests are sent through.

    url: scheme, host and port, without credentials. authorization: what lets us through, a value
    of Proxy-Authorization (RFC 9110 11.7.2).
    """

    url: str
    authorization: str | None = attrs.field(default=None, repr=False)

    @property
    def headers(self) -> dict[str, str]:
        """What the proxy is sent, and nobody behind it."""
        return {"Proxy-Authorization": self.authorization} if self.authorization else {}


def proxy_for(origin: str, settings: ConnectionSettings) -> Proxy | None:
    """The proxy for the requests to an origin; None where they go straight.

    origin: `https://api.example.com:8443`. Raises ConfigurationError for a proxy that cannot be
    used: only http and https ones can.
    """
    if settings.proxy is not None:
        return parsed_proxy(settings.proxy, "proxy=") if settings.proxy else None
    text = _proxy_of_environment(origin)
    return parsed_proxy(text, "the environment") if text else None


def _proxy_of_environment(origin: str) -> str | None:
    # Windows and macOS have settings of their own, which `urllib.request` knows. Elsewhere it is
    # not loaded for nothing: it costs as much as all of this package.
    if sys.platform not in ("darwin", "win32") and not any(
        name.lower().endswith("_proxy") for name in os.environ
    ):
        return None
    from urllib.parse import urlsplit
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(origin)
    proxy = getproxies().get(parts.scheme)
    return None if proxy is None or proxy_bypass(parts.netloc.rpartition("@")[2]) else proxy


def parsed_proxy(text: str, source: str) -> Proxy:
    """A proxy from its URL; without a scheme it is an http one, as `HTTPS_PROXY=proxy:3128`.

    >>> parsed_proxy("http://user:pass@proxy.example.com:3128", "proxy=")
    Proxy(url='http://proxy.example.com:3128')
    """
    from base64 import b64encode
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(text if "://" in text else f"http://{text}")
    try:
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    place = parts.netloc.rpartition("@")[2]
    if not usable:
        # From the last @ on: a password may have a slash in it.
        shown = text.rpartition("@")[2].rpartition("://")[2]
        raise configuration_error(
            f"the proxy {parts.scheme}://{shown} of {source} cannot be used.",
            "Give scheme, host and port of an http or https proxy: 'http://127.0.0.1:3128'.",
            "ConnectionSettings.proxy",
        )
    if parts.username is None:
        return Proxy(f"{parts.scheme}://{place}")
    credentials = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    token = b64encode(credentials.encode()).decode("ascii")
    return Proxy(f"{parts.scheme}://{place}", f"Basic {token}")


def within(seconds: float | None, total: float | None) -> float | None:
    """The time for one part of what has a time in all; None waits for ever."""
    return total if seconds is None or (total is not None and total < seconds) else seconds
