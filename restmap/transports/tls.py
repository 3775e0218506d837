"""TLS: the certificates that are trusted, and the error of a failed handshake."""

from __future__ import annotations

import os
import ssl

from ..errors import ConfigurationError, configuration_error
from .connection import ConnectionSettings, FilePath

_READ_BY_OPENSSL = {"SSL_CERT_FILE", "SSL_CERT_DIR"}


class HandshakeError(OSError):
    """The TLS handshake failed, so nothing of a request was sent."""


class _Socket(ssl.SSLSocket):
    def do_handshake(self, block: bool = False) -> None:
        # urllib3 raises the same error for a failed handshake and for a connection that breaks
        # later, when the server may have received the request.
        try:
            super().do_handshake(block)
        except OSError as error:
            raise HandshakeError(*error.args) from error


def tls_context(settings: ConnectionSettings) -> ssl.SSLContext:
    """Create the context that checks certificates and host names.

    It trusts `ca_bundle`, or else all of REQUESTS_CA_BUNDLE, SSL_CERT_FILE and SSL_CERT_DIR that
    are set, or else the authorities of the system. Raises ConfigurationError for a file that cannot
    be used. Loading the certificates of the system takes some 10 ms, so create it once.
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
        raise _unusable_file(setting, repr(bundle), error) from error
    if setting.isupper() and _READ_BY_OPENSSL & os.environ.keys():
        context.load_default_certs()
    context.set_alpn_protocols(["http/1.1"])
    context.sslsocket_class = _Socket
    if settings.client_certificate is not None:
        _load_client_certificate(context, settings.client_certificate)
    return context


def _load_client_certificate(
    context: ssl.SSLContext, paths: FilePath | tuple[FilePath, FilePath]
) -> None:
    certificate, key = paths if isinstance(paths, tuple) else (paths, None)
    try:
        # An empty password: without one OpenSSL would prompt for it at the terminal.
        context.load_cert_chain(certificate, key, password="")
    except OSError as error:
        raise _unusable_file("client_certificate", repr(paths), error) from error


def _unusable_file(setting: str, value: str, error: OSError) -> ConfigurationError:
    reason = error.strerror or getattr(error, "reason", None) or type(error).__name__
    return configuration_error(
        f"the {setting} {value} cannot be used: {reason}.",
        "Give the path of a file in the PEM format that this process may read.",
        "the environment" if setting.isupper() else f"ConnectionSettings.{setting}",
    )
