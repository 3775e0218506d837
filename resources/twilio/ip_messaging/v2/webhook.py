"""Webhooks of channels."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, param

from ...pages import MetaPage
from ...types import CallbackMethod
from .base import IpMessagingResource

Type = Literal["webhook", "trigger", "studio"]


class WebhookParameters(Params):
    """The parameters of Create and Update."""

    configuration_url: str = param(name="Configuration.Url", default=UNSET)
    configuration_method: CallbackMethod = param(name="Configuration.Method", default=UNSET)
    configuration_filters: list[str] = param(name="Configuration.Filters", default=UNSET)
    configuration_triggers: list[str] = param(name="Configuration.Triggers", default=UNSET)
    configuration_flow_sid: str = param(name="Configuration.FlowSid", default=UNSET)
    configuration_retry_count: int = param(name="Configuration.RetryCount", default=UNSET)


class Webhook(
    IpMessagingResource, uri="/Services/{service_sid}/Channels/{channel_sid}/Webhooks/{sid}"
):
    """client.ip_messaging.v2.services(…).channels(…).webhooks"""

    sid: str = field(prefix="WH")
    account_sid: str
    service_sid: str
    channel_sid: str
    type: str | None
    url: str
    configuration: Any
    date_created: datetime
    date_updated: datetime | None

    class Create(WebhookParameters):
        type: Type

    class Update(WebhookParameters): ...

    class List(Paging, page=MetaPage(max_page_size=5)): ...

    class Fetch(Params): ...

    class Delete(Params): ...
