"""What TLS connections are made with: whom they trust, and how they say that they failed."""

from __future__ import annotations

import os
import ssl

from ..errors import ConfigurationError, configuration_error
from .connection import ConnectionSettings

_HEARD_BY_OPENSSL = {"SSL_CERT_FILE", "SSL_CERT_DIR"}


class HandshakeError(OSError):
    """The two sides did not agree on TLS, so nothing of a request was sent."""


class _Socket(ssl.SSLSocket):
    def do_handshake(self, block: bool = False) -> None:
        # urllib3 raises the same error for a handshake that fails and for a connection that
        # breaks later, when the request may have been received.
        try:
            super().do_handshake(block)
        except OSError as error:
            raise HandshakeError(*error.args) from error


def tls_context(settings: ConnectionSettings) -> ssl.SSLContext:
    """The context that certificates and host names are checked by.

    It trusts `ca_bundle`, or else what REQUESTS_CA_BUNDLE, SSL_CERT_FILE and SSL_CERT_DIR name, all
    that are set, or else the authorities of the system.
    Raises ConfigurationError where a file cannot be used. Loading the system's certificates takes
    some 10 ms: make it once.
    """
    if settings.ssl_context is not None:
        return settings.ssl_context
    bundle, setting = settings.ca_bundle, "ca_bundle"
    if bundle is None and os.environ.get("REQUESTS_CA_BUNDLE"):
        bundle, setting = os.environ["REQUESTS_CA_BUNDLE"], "REQUESTS_CA_BUNDLE"
    is_folder = bundle is not None and os.path.isdir(bundle)
    try:
        context = ssl.create_default_context(
            cafile=None if is_folder else bundle, capath=bundle if is_folder else None
        )
    except OSError as error:
        raise _unusable(setting, repr(bundle), error) from error
    if setting.isupper() and _HEARD_BY_OPENSSL & os.environ.keys():
        context.load_default_certs()
    context.set_alpn_protocols(["http/1.1"])
    context.sslsocket_class = _Socket
    if settings.client_certificate is not None:
        _load_client_certificate(context, settings.client_certificate)
    return context


def _load_client_certificate(context: ssl.SSLContext, paths: str | tuple[str, str]) -> None:
    certificate, key = (paths, None) if isinstance(paths, str) else paths
    try:
        # An empty password, since OpenSSL asks at the terminal where none is given.
        context.load_cert_chain(certificate, key, password="")
    except OSError as error:
        raise _unusable("client_certificate", repr(paths), error) from error


def _unusable(setting: str, value: str, error: OSError) -> ConfigurationError:
    reason = error.strerror or getattr(error, "reason", None) or type(error).__name__
    return configuration_error(
        f"the {setting} {value} cannot be used: {reason}.",
        "Give the path of a file in the PEM format that this process may read.",
        "the environment" if setting.isupper() else f"ConnectionSettings.{setting}",
    )
