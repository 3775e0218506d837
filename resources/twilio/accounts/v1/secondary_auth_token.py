"""Secondary auth token."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, NoKey, Params, action

from .base import AccountsResource


class SecondaryAuthToken(AccountsResource, uri="/AuthTokens/Secondary"):
    """client.accounts.v1.secondary_auth_token"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    secondary_auth_token: str | None
    url: str

    class Key(NoKey): ...

    class Post(Params):
        suppress_email_notification: bool = UNSET

    class Delete(Params):
        suppress_email_notification: bool = UNSET

    create = action(Post)
    create_async = create.awaited()
