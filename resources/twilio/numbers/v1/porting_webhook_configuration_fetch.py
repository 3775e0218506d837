"""Webhook."""

from __future__ import annotations

from datetime import datetime

from restmap import NoKey, Params

from .base import NumbersResource


class PortingWebhookConfigurationFetch(NumbersResource, uri="/Porting/Configuration/Webhook"):
    """client.numbers.v1.webhook"""

    url: str
    port_in_target_url: str | None
    port_out_target_url: str | None
    notifications_of: list[str] | None
    port_in_target_date_created: datetime | None
    port_out_target_date_created: datetime | None

    class Key(NoKey): ...

    class Fetch(Params): ...
