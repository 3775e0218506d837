"""Porting webhook configurations delete."""

from __future__ import annotations

from restmap import Params

from .base import NumbersResource


class PortingWebhookConfigurationDelete(
    NumbersResource, uri="/Porting/Configuration/Webhook/{webhook_type}"
):
    """client.numbers.v1.porting_webhook_configurations_delete"""

    class Delete(Params): ...
