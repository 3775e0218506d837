"""Safelist."""

from __future__ import annotations

from restmap import UNSET, NoKey, Params, action, field

from .base import AccountsResource


class Safelist(AccountsResource, uri="/SafeList/Numbers"):
    """client.accounts.v1.safelist"""

    sid: str = field(prefix="GN")
    phone_number: str | None

    class Key(NoKey): ...

    class Post(Params):
        phone_number: str

    class Fetch(Params):
        phone_number: str = UNSET

    class Delete(Params):
        phone_number: str = UNSET

    create = action(Post)
    create_async = create.awaited()
