"""Porting webhook configurations."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, param

from .base import NumbersResource


class PortingWebhookConfiguration(NumbersResource, uri="/Porting/Configuration/Webhook"):
    """client.numbers.v1.porting_webhook_configurations"""

    url: str
    port_in_target_url: str | None
    port_out_target_url: str | None
    notifications_of: list[str] | None

    class Create(Params):
        body: dict[str, Any] = param(location="body", default=UNSET)
