"""numbers.v1.porting_webhook_configurations_delete."""

from __future__ import annotations

from typing import Literal

from restmap import Params

from .base import NumbersResource

WebhookType = Literal["PORT_IN", "PORT_OUT"]


class PortingWebhookConfigurationDelete(
    NumbersResource, uri="/Porting/Configuration/Webhook/{webhook_type}"
):
    """A porting webhook configuration delete of numbers v1."""

    class Delete(Params): ...
