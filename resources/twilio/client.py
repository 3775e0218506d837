"""Twilio's client: its credentials, and the hosts that it sends requests to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Unpack

from restmap import Auth, Domain

from .credentials import read_credentials, user_and_password
from .domains import Domains
from .hosts import checked_label, is_regional_host, regional_host
from .masked import MASKED_PARAMETERS
from .moving import (
    LastExchange,
    check_site_name,
    find_short_form,
    refuse_renamed_arguments,
    word_for,
)

if TYPE_CHECKING:
    from restmap import ClientSettings
    from restmap.api.site import Site


class Client(
    Domains,
    title="Twilio",
    request_id_header="Twilio-Request-Id",
    masked_parameters=MASKED_PARAMETERS,
):
    """A client of Twilio's API.

        client = Client()                                  # from the environment
        client = Client("AC…", "auth token")
        client = Client("SK…", "API key secret", "AC…")
        client = Client("AC…", auth=BasicAuth("SK…", "API key secret"))

    username, password: an account and its auth token, or an API key and its secret; by default
        TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.
    account_sid: the account whose resources `client.messages` and the other short cuts lead to; by
        default the username, if it is an account, or TWILIO_ACCOUNT_SID.
    auth_token: another name for the password.
    region, edge: parts of the host names, `proxy.{edge}.{region}.twilio.com`; by default
        TWILIO_REGION and TWILIO_EDGE. See https://www.twilio.com/docs/global-infrastructure
    auth: other credentials than username and password.
    user_agent_extensions: appended to the User-Agent.
    The other arguments are those of restmap.Client.
    Raises ConfigurationError where a credential is missing.
    """

    def __init__(
        self,
        username: str | None = None,
        password: str | None = None,
        account_sid: str | None = None,
        *,
        auth_token: str | None = None,
        region: str | None = None,
        edge: str | None = None,
        auth: Auth | None = None,
        user_agent_extensions: Sequence[str] = (),
        **settings: Unpack[ClientSettings],
    ) -> None:
        refuse_renamed_arguments(settings)
        self.account_sid, auth = read_credentials(username, password, account_sid, auth_token, auth)
        self._region = checked_label(region, "region", "TWILIO_REGION")
        self._edge = checked_label(edge, "edge", "TWILIO_EDGE")
        self.user_agent_extensions = list(user_agent_extensions)
        agents = [settings.get("user_agent"), *self.user_agent_extensions]
        settings["user_agent"] = " ".join(filter(None, agents)) or None
        self._last_exchange = LastExchange()
        settings["observers"] = [*settings.get("observers", ()), self._last_exchange]
        super().__init__(auth=auth, **settings)

    @property
    def region(self) -> str | None:
        """The region of the client, or None for the default one."""
        return self._region

    @property
    def edge(self) -> str | None:
        """The edge of the client, or None for the default one."""
        return self._edge

    @property
    def username(self) -> str | None:
        """The account or the API key of the credentials; None for other credentials."""
        return user_and_password(self.auth)[0]

    @property
    def password(self) -> str | None:
        """The auth token or the secret of the credentials; None for other credentials."""
        return user_and_password(self.auth)[1]

    @property
    def auth_token(self) -> str | None:
        """The password, by its name in Twilio's console."""
        return self.password

    @property
    def http_client(self) -> LastExchange:
        """The last request and its response."""
        return self._last_exchange

    def origin(self, host: str) -> str:
        if self.base_url:
            return super().origin(host)
        return f"https://{regional_host(host, self.edge, self.region)}"

    def is_same_api(self, host: str, declared: str) -> bool:
        """Whether a host is that of the same product, in any edge and region."""
        return is_regional_host(host, declared)

    def find_missing(self, site: Site, name: str) -> Any:
        """A resource of a version, for `client.video.rooms` in place of `client.video.v1.rooms`."""
        check_site_name(site, name)
        found = find_short_form(site, name) if isinstance(site, Domain) else None
        return found if found is not None else super().find_missing(site, name)

    if not TYPE_CHECKING:  # to a checker, any name would be an attribute

        def __getattr__(self, name: str) -> Any:
            if word := word_for(name):
                raise AttributeError(f"the client has no attribute {name!r}: {word}.")
            return super().__getattr__(name)
