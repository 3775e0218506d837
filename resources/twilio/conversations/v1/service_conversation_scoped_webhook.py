"""Webhooks of conversations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, field, param

from ...pages import MetaPage
from .base import ConversationsResource
from .types import Method, Target


class ScopedWebhook(
    ConversationsResource,
    uri="/Services/{chat_service_sid}/Conversations/{conversation_sid}/Webhooks/{sid}",
):
    """client.conversations.v1.services(…).conversations(…).webhooks"""

    sid: str = field(prefix="WH")
    account_sid: str
    chat_service_sid: str
    conversation_sid: str
    target: str | None
    url: str
    configuration: Any
    date_created: datetime
    date_updated: datetime | None

    class Create(Params):
        target: Target
        configuration_url: str = param(name="Configuration.Url", default=UNSET)
        configuration_method: Method = param(name="Configuration.Method", default=UNSET)
        configuration_filters: list[str] = param(name="Configuration.Filters", default=UNSET)
        configuration_triggers: list[str] = param(name="Configuration.Triggers", default=UNSET)
        configuration_flow_sid: str = param(name="Configuration.FlowSid", default=UNSET)
        configuration_replay_after: int = param(name="Configuration.ReplayAfter", default=UNSET)

    class Update(Params):
        configuration_url: str = param(name="Configuration.Url", default=UNSET)
        configuration_method: Method = param(name="Configuration.Method", default=UNSET)
        configuration_filters: list[str] = param(name="Configuration.Filters", default=UNSET)
        configuration_triggers: list[str] = param(name="Configuration.Triggers", default=UNSET)
        configuration_flow_sid: str = param(name="Configuration.FlowSid", default=UNSET)

    class List(Paging, page=MetaPage(max_page_size=5)): ...

    class Fetch(Params): ...

    class Delete(Params): ...
