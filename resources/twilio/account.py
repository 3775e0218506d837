"""The account of the client itself: `client.api.v2010.account`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restmap import ConfigurationError

if TYPE_CHECKING:
    from restmap.api.site import Site


def own_account_sid(site: Site) -> str:
    """The SID of the account that the client was created for.

    Raises ConfigurationError for a client without an account.
    """
    account_sid: str | None = getattr(site.client, "account_sid", None)
    if not account_sid:
        raise ConfigurationError(
            "the client has no account of its own.\n"
            "  Write Client(account_sid=…), set TWILIO_ACCOUNT_SID in the environment, "
            'or use client.api.v2010.accounts("AC…").'
        )
    return account_sid
