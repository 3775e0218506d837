"""Web channel."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from .base import FlexApiResource

ChatStatus = Literal["inactive"]


class WebChannel(FlexApiResource, uri="/WebChannels/{sid}"):
    """client.flex_api.v1.web_channel"""

    account_sid: str
    flex_flow_sid: str | None
    sid: str = field(prefix="CH")
    url: str
    date_created: datetime
    date_updated: datetime | None

    class Create(Params):
        flex_flow_sid: str
        identity: str
        customer_friendly_name: str
        chat_friendly_name: str
        chat_unique_name: str = UNSET
        pre_engagement_data: str = UNSET

    class Update(Params):
        chat_status: ChatStatus = UNSET
        post_engagement_data: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
