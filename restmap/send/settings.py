"""Checks and conversions of a client's settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import configuration_error, shown_value, unfit_setting
from ..messages import SECRET_HEADERS, Timeout, shown_address
from ..transports.request_check import HEADER_REMEDY, is_header, is_server_url
from .auth import Auth, NoAuth
from .retry import RetryPolicy


def as_timeout(given: float | Timeout) -> Timeout:
    """A Timeout from a number of seconds, to connect and to read."""
    return given if isinstance(given, Timeout) else Timeout(given, given)


def as_policy(given: int | RetryPolicy) -> RetryPolicy:
    """A RetryPolicy from a number of attempts."""
    return given if isinstance(given, RetryPolicy) else RetryPolicy(given)


def check_kind(name: str, given: object, kind: type, *, optional: bool = False) -> None:
    """Raise ConfigurationError for a setting that is not an instance of a class.

    optional: whether None is one as well.
    """
    if not (isinstance(given, kind) or (optional and given is None)):
        raise unfit_setting(name, given, f"Give an instance of {kind.__name__}.", "Client")


def checked_drift(given: Any) -> Any:
    """What a client does about drift. Raises ConfigurationError for any other value."""
    if given not in ("ignore", "warn", "error"):
        remedy = "Write 'ignore', 'warn' or 'error'."
        raise configuration_error(f"drift cannot be {shown_value(given)}.", remedy, "Client")
    return given


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """A copy of headers. Raises ConfigurationError for one that cannot be sent."""
    check_kind("headers", headers, Mapping)
    for name, value in headers.items():
        if not is_header(name, value):
            raise configuration_error(f"the header {name!r} cannot be sent.", f"{HEADER_REMEDY}.")
    return dict(headers)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine. A host name such as `127.0.0.1.example.com` is not."""
    from ipaddress import ip_address  # slow to import, and needed only for plain http

    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def check_server_url(name: str, url: object, example: str, credentials_remedy: str) -> None:
    """Raise ConfigurationError for a setting that is not the http URL of a server.

    The message shows neither user nor query nor fragment, which may be secrets.
    credentials_remedy: what to do with the credentials in a URL.
    """
    if not isinstance(url, str):
        raise unfit_setting(name, url, f"Give a URL such as {example!r}.", name)
    if is_server_url(url):
        return
    shown = shown_address(url)
    if "@" in url and is_server_url(shown):
        raise configuration_error(f"the {name} has credentials.", credentials_remedy)
    raise configuration_error(
        f"the {name} {shown!r} is not the URL of a server.",
        f"Write scheme and host: {example!r}.",
    )


def checked_base_url(base_url: str) -> str:
    """A base_url that paths can be appended to, without a slash at its end.

    Its path may have `{host}`, which stands for the host of each domain. Raises ConfigurationError
    for one that is not the http URL of a server, or has a query.
    """
    example = "http://127.0.0.1:8080"
    check_server_url("base_url", base_url, example, "Give them as auth=BasicAuth(user, …).")
    if "?" in base_url or "#" in base_url:
        raise configuration_error(
            f"the base_url {shown_address(base_url)!r} has a query or a fragment.",
            f"Write it without them: {example!r}.",
        )
    return base_url.rstrip("/")


def has_credentials(auth: Auth, headers: Mapping[str, str]) -> bool:
    """Whether requests carry credentials, from `auth` or in a header."""
    return not isinstance(auth, NoAuth) or any(name.lower() in SECRET_HEADERS for name in headers)


def refuse_plain_http(url: str) -> None:
    """Raise ConfigurationError for a plain http URL of another machine: anyone can read it."""
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "http" and not is_loopback(host):
        raise configuration_error(
            f"credentials would go over plain http to {host!r}.",
            "Use https, or allow it: allow_plain_http=True.",
        )
