"""How connections are made: the settings that both transports share, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ..errors import configuration_error
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
    proxy: URL of an HTTP or SOCKS proxy for every request, with user and password where it asks
    for them; None for HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY of the environment, as they
    are at the first request to an origin; "" for none at all. ca_bundle: path of the certificates
    to trust, a file or a folder; None for those that REQUESTS_CA_BUNDLE, SSL_CERT_FILE and
    SSL_CERT_DIR name, or else those of the system. ssl_context: in place of all TLS settings.
    client_certificate: path of a certificate with its key, or the paths of the two.
    max_body_bytes: how large the body of a response may be, decompressed.
    """

    pool_size: int = attrs.field(default=10, validator=_POSITIVE)
    proxy: str | None = attrs.field(default=None, repr=_masked)
    ca_bundle: str | None = None
    ssl_context: ssl.SSLContext | None = None
    client_certificate: str | tuple[str, str] | None = None
    max_body_bytes: int = attrs.field(default=64 * MEBIBYTE, validator=_POSITIVE)


DEFAULT_SETTINGS = ConnectionSettings()


def refuse_settings_of_connections(settings: ConnectionSettings, given: str) -> None:
    """Refuses settings that say how to connect, beside connections that a user made.

    given: what the user made them with, such as `pool_manager`.
    """
    for name in ("proxy", "ca_bundle", "ssl_context", "client_certificate"):
        if getattr(settings, name) is not None:
            raise configuration_error(
                f"{name} was given beside {given}, which has settings of its own.",
                f"Make the {given} with it.",
                "ConnectionSettings",
            )
