"""What programs that were written for twilio-python use: docs/migrating.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from restmap import ConfigurationError, ObservedCall, Observer
from restmap.api.mounts import mounts_of
from restmap.api.site_mounts import SiteMount

if TYPE_CHECKING:
    from restmap import Request, Response
    from restmap.api.site import Site


class LastExchange(Observer):
    """The last request of a client and its response: `client.http_client.last_response`.

    last_request: without credentials. last_response: None where none came. With several threads or
    tasks they are those of any of them.
    """

    def __init__(self) -> None:
        self.last_request: Request | None = None
        self.last_response: Response | None = None

    def before_request(self, call: ObservedCall) -> None:
        """Remember the request."""
        self.last_request, self.last_response = call.request, None

    def after_response(self, call: ObservedCall) -> None:
        """Remember the response."""
        self.last_response = call.response

    if not TYPE_CHECKING:  # to a checker, any name would be an attribute

        def __getattr__(self, name: str) -> Any:
            word = name.removeprefix("_test_only_")
            remedy = f": write `{word}`" if word in ("last_request", "last_response") else ""
            raise AttributeError(f"client.http_client has no attribute {name!r}{remedy}.")

    def __reduce__(self) -> tuple[type[LastExchange], tuple[()]]:
        return LastExchange, ()


# The versions that a domain leads to without naming one, if they are not all of its versions in
# order: `client.chat.services` is that of v2.
_VERSIONS = {
    "Api": ("v2010", "v2010.account"),
    "Chat": ("v2", "v3"),
    "IpMessaging": ("v2",),
    "Pricing": ("v2", "v1"),
    "Studio": ("v2",),
}


def find_short_form(domain: Site, name: str) -> Any:
    """What a version of a domain mounts: `client.video.rooms` is `client.video.v1.rooms`.

    None where no version has this name.
    """
    mounts: dict[str, object] = dict(vars(type(domain)))
    versions = sorted(each for each, mount in mounts.items() if isinstance(mount, SiteMount))
    for path in _VERSIONS.get(type(domain).__name__, versions):
        place: Any = domain
        for part in path.split("."):
            place = getattr(place, part)
        names = [mount.name for mount in mounts_of(cast("type[object]", type(place)))]
        if name in names:
            return getattr(place, name)
    return None


_RENAMED_ARGUMENTS = {
    "http_client": "transport=, timeout=, retries= or connection=ConnectionSettings(proxy=…)",
    "environment": "the values themselves, or os.environ",
    "credential_provider": "auth=, such as OAuth2ClientCredentials(…)",
}


def refuse_renamed_arguments(settings: Mapping[str, Any]) -> None:
    """Raise ConfigurationError for arguments of twilio-python's client that have other names."""
    for name, replacement in _RENAMED_ARGUMENTS.items():
        if name in settings:
            raise ConfigurationError(
                f"the client has no argument {name!r}.\n  Use {replacement} in its place."
            )


_WORDS = {
    "validate_ssl_certificate": "the certificate of the server is checked with each connection",
    "get_headers": "give headers of your own as Client(…, headers=…)",
    "get_hostname": "the host of a domain is client.proxy.origin",
    "get_auth": "the credentials are client.auth",
    "credential_provider": "the credentials are client.auth",
}


def word_for(name: str) -> str | None:
    """What an attribute of twilio-python's client is here; None for one that has no word."""
    return _WORDS.get(name)


_WORDS_OF_SITES = {
    "base_url": "the address of a domain or a version is its `origin`: client.api.origin",
    "domain": "the address of a version is its `origin`, and its domain an attribute of the client",
    "twilio": "the client is `client`",
    "absolute_url": "the address of a domain or a version is its `origin`: client.api.origin",
}


def check_site_name(site: Site, name: str) -> None:
    """Raise AttributeError for a name that a domain or a version of twilio-python has."""
    if word := _WORDS_OF_SITES.get(name):
        raise AttributeError(f"{type(site).__name__} has no attribute {name!r}: {word}.")
