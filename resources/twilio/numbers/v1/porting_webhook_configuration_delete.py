"""Porting webhook configurations delete."""

from __future__ import annotations

from typing import Literal

from restmap import Params

from .base import NumbersResource

WebhookType = Literal["PORT_IN", "PORT_OUT"]


class PortingWebhookConfigurationDelete(
    NumbersResource, uri="/Porting/Configuration/Webhook/{webhook_type}"
):
    """client.numbers.v1.porting_webhook_configurations_delete"""

    class Delete(Params): ...
