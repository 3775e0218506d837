"""Notifications of services."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Params, field, json_value, param

from .base import NotifyResource

Priority = Literal["high", "low"]


class Notification(NotifyResource, uri="/Services/{service_sid}/Notifications"):
    """client.notify.v1.services(…).notifications"""

    sid: str = field(prefix="NT")
    account_sid: str
    service_sid: str
    date_created: datetime
    identities: list[str] | None
    tags: list[str] | None
    segments: list[str] | None
    priority: Priority
    ttl: int
    title: str | None
    body: str | None
    sound: str | None
    action: str | None
    data: Any
    apn: Any
    gcm: Any
    fcm: Any
    sms: Any
    facebook_messenger: Any
    alexa: Any

    class Create(Params):
        body: str = UNSET
        priority: Priority = UNSET
        ttl: int = UNSET
        title: str = UNSET
        sound: str = UNSET
        action: str = UNSET
        data: Any = param(json_value, default=UNSET)
        apn: Any = param(json_value, default=UNSET)
        gcm: Any = param(json_value, default=UNSET)
        sms: Any = param(json_value, default=UNSET)
        facebook_messenger: Any = param(json_value, default=UNSET)
        fcm: Any = param(json_value, default=UNSET)
        segment: list[str] = UNSET
        alexa: Any = param(json_value, default=UNSET)
        to_binding: list[str] = UNSET
        delivery_callback_url: str = UNSET
        identity: list[str] = UNSET
        tag: list[str] = UNSET
