"""The client's own account: `client.api.v2010.account`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restmap import ConfigurationError

if TYPE_CHECKING:
    from restmap.api.site import Site


def own_account_sid(site: Site) -> str:
    """The account that the client was made for."""
    account_sid: str | None = getattr(site.client, "account_sid", None)
    if not account_sid:
        raise ConfigurationError(
            "the client has no account of its own.\n"
            "  Give Client(account_sid=…), set TWILIO_ACCOUNT_SID in the environment, "
            'or write client.api.v2010.accounts("AC…").'
        )
    return account_sid
