"""Roles: https://www.twilio.com/docs/conversations/api/role-resource"""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, field

from .base import ConversationsResource
from .types import RoleType


class Role(ConversationsResource, uri="/Roles/{sid}"):
    """client.conversations.v1.roles"""

    sid: str = field(prefix="RL")
    account_sid: str
    chat_service_sid: str | None
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
