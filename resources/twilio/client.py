"""Twilio's client: its credentials, and the hosts that it sends requests to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Unpack

from restmap import Auth, BasicAuth, ConfigurationError

from .domains import Domains

if TYPE_CHECKING:
    from restmap import ClientSettings


class Client(Domains, title="Twilio", request_id_header="Twilio-Request-Id"):
    """A client of Twilio's API.

        client = Client()                                  # from the environment
        client = Client("AC…", "auth token")
        client = Client("AC…", auth=BasicAuth("SK…", "API key secret"))

    account_sid, auth_token: by default TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.
    region, edge: parts of the host names, `proxy.{edge}.{region}.twilio.com`; by default
        TWILIO_REGION and TWILIO_EDGE. See https://www.twilio.com/docs/global-infrastructure
    auth: other credentials than account_sid and auth_token.
    The other arguments are those of restmap.Client.
    Raises ConfigurationError where a credential is missing.
    """

    def __init__(
        self,
        account_sid: str | None = None,
        auth_token: str | None = None,
        *,
        region: str | None = None,
        edge: str | None = None,
        auth: Auth | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        self.account_sid = account_sid or os.environ.get("TWILIO_ACCOUNT_SID")
        self.region = region or os.environ.get("TWILIO_REGION")
        self.edge = edge or os.environ.get("TWILIO_EDGE")
        super().__init__(auth=auth or _account_auth(self.account_sid, auth_token), **settings)

    def origin(self, host: str) -> str:
        if self.base_url:
            return self.base_url
        return f"https://{regional_host(host, self.edge, self.region)}"


def _account_auth(account_sid: str | None, auth_token: str | None) -> Auth:
    auth_token = auth_token or os.environ.get("TWILIO_AUTH_TOKEN")
    for value, argument, variable in (
        (account_sid, "account_sid", "TWILIO_ACCOUNT_SID"),
        (auth_token, "auth_token", "TWILIO_AUTH_TOKEN"),
    ):
        if not value:
            raise ConfigurationError(
                f"the client has no {argument}.\n"
                f"  Write Client({argument}=…), or set {variable} in the environment."
            )
    return BasicAuth(str(account_sid), str(auth_token))


def regional_host(host: str, edge: str | None, region: str | None) -> str:
    """The host name for an edge and a region; an edge without a region is in us1.

    >>> regional_host("proxy.twilio.com", "dublin", "ie1")
    'proxy.dublin.ie1.twilio.com'
    >>> regional_host("proxy.twilio.com", None, None)
    'proxy.twilio.com'
    """
    if edge and not region:
        region = "us1"
    product, _, rest = host.partition(".")
    return ".".join(filter(None, [product, edge, region, rest]))
