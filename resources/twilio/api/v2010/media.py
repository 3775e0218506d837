"""Media of messages."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field, param

from .base import ApiResource


class Media(ApiResource, uri="/Accounts/{account_sid}/Messages/{message_sid}/Media/{sid}.json"):
    """client.api.v2010.accounts(…).messages(…).media"""

    account_sid: str
    content_type: str | None
    date_created: datetime
    date_updated: datetime | None
    parent_sid: str | None
    sid: str = field(prefix="ME")
    uri: str
    message_sid: str

    class List(Paging, items="media_list"):
        date_created: datetime = UNSET
        date_created_before: datetime = param(name="DateCreated<", default=UNSET)
        date_created_after: datetime = param(name="DateCreated>", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...
