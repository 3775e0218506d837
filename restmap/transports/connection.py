"""The settings for connections, which both transports share."""

from __future__ import annotations

from os import PathLike
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from ..errors import configuration_error
from ..validators import instance, number, setting

if TYPE_CHECKING:
    # Not at run time: `import restmap` is faster without it.
    import ssl

MEBIBYTE = 1024 * 1024

# The maximum number of origins that routes are kept for; an API has fewer hosts.
MAX_ORIGINS = 100

FilePath: TypeAlias = str | PathLike[str]
_PATH = (str, PathLike)

# urllib3 fills the list of a pool when it makes it.
_MAX_POOL_SIZE = 10_000


def _is_certificate(value: Any) -> bool:
    paths: tuple[Any, ...] = value if isinstance(value, tuple) else (value,)  # pyright: ignore[reportUnknownVariableType]
    return value is None or (len(paths) <= 2 and all(isinstance(each, _PATH) for each in paths))


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

    pool_size: int = attrs.field(
        default=10,
        validator=number(int, 1, f"Write a number up to {_MAX_POOL_SIZE}.", maximum=_MAX_POOL_SIZE),
    )
    proxy: str | None = attrs.field(
        default=None,
        repr=_masked,
        validator=instance(str | None, "Give the URL of a proxy: 'http://127.0.0.1:3128'."),
    )
    ca_bundle: FilePath | None = attrs.field(
        default=None,
        validator=instance((*_PATH, NoneType), "Give the path of a file or of a folder."),
    )
    ssl_context: ssl.SSLContext | None = attrs.field(
        default=None,
        validator=setting(
            lambda value: value is None or hasattr(value, "wrap_socket"),
            "Give an ssl.SSLContext: ssl.create_default_context().",
        ),
    )
    client_certificate: FilePath | tuple[FilePath, FilePath] | None = attrs.field(
        default=None,
        validator=setting(_is_certificate, "Give the path of a file, or the paths of two."),
    )
    max_body_bytes: int = attrs.field(
        default=64 * MEBIBYTE, validator=number(int, 1, "Leave it out for the default.")
    )


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
