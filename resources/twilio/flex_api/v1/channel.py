"""Channel."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import FlexApiResource


class Channel(FlexApiResource, uri="/Channels/{sid}"):
    """client.flex_api.v1.channel"""

    account_sid: str
    flex_flow_sid: str | None
    sid: str = field(prefix="CH")
    user_sid: str | None
    task_sid: str | None
    url: str
    date_created: datetime
    date_updated: datetime | None

    class Create(Params):
        flex_flow_sid: str
        identity: str
        chat_user_friendly_name: str
        chat_friendly_name: str
        target: str = UNSET
        chat_unique_name: str = UNSET
        pre_engagement_data: str = UNSET
        task_sid: str = UNSET
        task_attributes: str = UNSET
        long_lived: bool = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
