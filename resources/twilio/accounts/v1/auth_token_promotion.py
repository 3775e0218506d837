"""Auth token promotion."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, NoKey, Params

from .base import AccountsResource


class AuthTokenPromotion(AccountsResource, uri="/AuthTokens/Promote"):
    """client.accounts.v1.auth_token_promotion"""

    account_sid: str
    auth_token: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Key(NoKey): ...

    class Update(Params):
        suppress_email_notification: bool = UNSET
