"""Checks of the URLs of servers that a program gives, and of what may be sent to them."""

from __future__ import annotations

from urllib.parse import urlsplit

from ..errors import configuration_error, unfit_setting
from ..messages import shown_address
from ..transports.urls import is_server_url


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


def refuse_plain_http(url: str) -> None:
    """Raise ConfigurationError for a plain http URL of another machine: anyone can read it."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "http" and not is_loopback(host):
        raise configuration_error(
            f"credentials would go over plain http to {host!r}.",
            "Use https, or allow it: allow_plain_http=True.",
        )
