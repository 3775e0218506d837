"""The settings for connections, which both transports share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ..errors import configuration_error
from ..validators import number

if TYPE_CHECKING:
    # Not at run time: `import restmap` is faster without it.
    import ssl

MEBIBYTE = 1024 * 1024

# The maximum number of origins that routes are kept for; an API has fewer hosts.
MAX_ORIGINS = 100

_POSITIVE = number(int, 1, "Leave it out for the default.")


def _masked(proxy: str | None) -> str:
    """The repr of a proxy, masked: its URL may hold a password."""
    return repr("***" if proxy else proxy)


@attrs.frozen
class ConnectionSettings:
    """How a transport connects, and the maximum size of a response body.

    pool_size: connections kept open to each host; more are opened when needed, and closed after.
    proxy: URL of an HTTP or SOCKS proxy for every request, with user and password where it needs
    them; None to use HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY of the environment, as they
    are at the first request to an origin; "" to use no proxy. ca_bundle: path of the certificates
    to trust, a file or a folder; None for those of REQUESTS_CA_BUNDLE, SSL_CERT_FILE and
    SSL_CERT_DIR, or else those of the system. ssl_context: in place of all TLS settings.
    client_certificate: path of a file with certificate and key, or the paths of the two files.
    max_body_bytes: maximum size of a response body in bytes, decompressed.
    """

    pool_size: int = attrs.field(default=10, validator=_POSITIVE)
    proxy: str | None = attrs.field(default=None, repr=_masked)
    ca_bundle: str | None = None
    ssl_context: ssl.SSLContext | None = None
    client_certificate: str | tuple[str, str] | None = None
    max_body_bytes: int = attrs.field(default=64 * MEBIBYTE, validator=_POSITIVE)


DEFAULT_SETTINGS = ConnectionSettings()


def refuse_settings_of_connections(settings: ConnectionSettings, given: str) -> None:
    """Raise ConfigurationError for settings that a pool or a session of the user's overrides.

    given: the name of the argument, such as `pool_manager`.
    """
    for name in ("proxy", "ca_bundle", "ssl_context", "client_certificate"):
        if getattr(settings, name) is not None:
            raise configuration_error(
                f"{name} was given together with {given}, which has its own settings.",
                f"Leave out {name}, and configure it on the {given}.",
                "ConnectionSettings",
            )
