"""Address configurations."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, param

from .base import ConversationsResource
from .types import Method

AutoCreationType = Literal["webhook", "studio", "default"]
Type = Literal["sms", "whatsapp", "messenger", "gbm", "email", "rcs", "apple", "chat"]


class ConfigurationAddressParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str = UNSET
    auto_creation_enabled: bool = param(name="AutoCreation.Enabled", default=UNSET)
    auto_creation_type: AutoCreationType = param(name="AutoCreation.Type", default=UNSET)
    auto_creation_conversation_service_sid: str = param(
        name="AutoCreation.ConversationServiceSid", default=UNSET
    )
    auto_creation_webhook_url: str = param(name="AutoCreation.WebhookUrl", default=UNSET)
    auto_creation_webhook_method: Method = param(name="AutoCreation.WebhookMethod", default=UNSET)
    auto_creation_webhook_filters: list[str] = param(
        name="AutoCreation.WebhookFilters", default=UNSET
    )
    auto_creation_studio_flow_sid: str = param(name="AutoCreation.StudioFlowSid", default=UNSET)
    auto_creation_studio_retry_count: int = param(
        name="AutoCreation.StudioRetryCount", default=UNSET
    )


class ConfigurationAddress(ConversationsResource, uri="/Configuration/Addresses/{sid}"):
    """client.conversations.v1.address_configurations"""

    sid: str = field(prefix="IG")
    account_sid: str
    type: str | None
    address: str | None
    friendly_name: str | None
    auto_creation: Any
    date_created: datetime
    date_updated: datetime | None
    url: str
    address_country: str | None

    class Create(ConfigurationAddressParameters):
        type: Type
        address: str
        address_country: str = UNSET

    class List(Paging):
        type: str = UNSET

    class Update(ConfigurationAddressParameters): ...

    class Fetch(Params): ...

    class Delete(Params): ...
