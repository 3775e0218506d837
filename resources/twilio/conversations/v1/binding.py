"""Bindings of services."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from ...pages import MetaPage
from .base import ConversationsResource

BindingType = Literal["apn", "gcm", "fcm", "twilsock"]


class Binding(ConversationsResource, uri="/Services/{chat_service_sid}/Bindings/{sid}"):
    """client.conversations.v1.services(…).bindings"""

    sid: str = field(prefix="BS")
    account_sid: str
    chat_service_sid: str
    credential_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    endpoint: str | None
    identity: str | None
    binding_type: BindingType
    message_types: list[str] | None
    url: str

    class List(Paging, page=MetaPage(max_page_size=100)):
        binding_type: list[BindingType] = UNSET
        identity: list[str] = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
