"""Roles of services: https://www.twilio.com/docs/api/chat/rest/roles"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import Paging, Params, field

from .base import ChatResource

RoleType = Literal["channel", "deployment"]


class Role(ChatResource, uri="/Services/{service_sid}/Roles/{sid}"):
    """client.chat.v1.services(…).roles"""

    sid: str = field(prefix="RL")
    account_sid: str
    service_sid: str
    friendly_name: str | None
    type: RoleType
    permissions: list[str] | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        friendly_name: str
        type: RoleType
        permission: list[str]

    class Update(Params):
        permission: list[str]

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
