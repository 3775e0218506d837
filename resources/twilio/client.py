"""Twilio's client: its credentials, and the hosts that it sends requests to."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Unpack

from restmap import Auth, BasicAuth, ConfigurationError

from .domains import Domains
from .masked import MASKED_PARAMETERS

if TYPE_CHECKING:
    from restmap import ClientSettings


class Client(
    Domains,
    title="Twilio",
    request_id_header="Twilio-Request-Id",
    masked_parameters=MASKED_PARAMETERS,
):
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
        self._region = _label(region, "region", "TWILIO_REGION")
        self._edge = _label(edge, "edge", "TWILIO_EDGE")
        super().__init__(auth=auth or _account_auth(self.account_sid, auth_token), **settings)

    @property
    def region(self) -> str | None:
        """The region of the client, or None for the default one."""
        return self._region

    @property
    def edge(self) -> str | None:
        """The edge of the client, or None for the default one."""
        return self._edge

    def origin(self, host: str) -> str:
        if self.base_url:
            return self.base_url
        return f"https://{regional_host(host, self.edge, self.region)}"

    def is_same_api(self, host: str, declared: str) -> bool:
        """Whether a host is that of the same product, in any edge and region."""
        product, _, rest = declared.partition(".")
        within = host.removeprefix(f"{product}.").removesuffix(f".{rest}")
        labels = within.split(".")
        return host == declared or (
            host == f"{product}.{within}.{rest}"
            and len(labels) <= 2
            and all(map(_LABEL.fullmatch, labels))
        )


# RFC 1123 2.1: one part of a host name.
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


def _label(given: str | None, argument: str, variable: str) -> str | None:
    """An edge or a region; None for none.

    Raises ConfigurationError for one that is not one part of a host name: with `evil.example/`,
    requests and their credentials would go to another host.
    """
    value = given or os.environ.get(variable)
    if not value:
        return None
    if not _LABEL.fullmatch(value):
        example = "dublin" if argument == "edge" else "ie1"
        raise ConfigurationError(
            f"the {argument} cannot be {value!r}: it is one part of a host name.\n"
            f"  Write letters, digits and hyphens, as in Client({argument}={example!r}), "
            f"or correct {variable} in the environment."
        )
    return value


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
