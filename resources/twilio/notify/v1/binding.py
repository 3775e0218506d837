"""Bindings of services: https://www.twilio.com/docs/notify/api/binding-resource"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from .base import NotifyResource

BindingType = Literal["apn", "gcm", "sms", "fcm", "facebook-messenger", "alexa"]


class Binding(NotifyResource, uri="/Services/{service_sid}/Bindings/{sid}"):
    """client.notify.v1.services(…).bindings"""

    sid: str = field(prefix="BS")
    account_sid: str
    service_sid: str
    credential_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    notification_protocol_version: str | None
    endpoint: str | None
    identity: str | None
    binding_type: str | None
    address: str | None
    tags: list[str] | None
    url: str
    links: dict[str, str] | None

    class Create(Params):
        identity: str
        binding_type: BindingType
        address: str
        tag: list[str] = UNSET
        notification_protocol_version: str = UNSET
        credential_sid: str = UNSET
        endpoint: str = UNSET

    class List(Paging):
        start_date: date = UNSET
        end_date: date = UNSET
        identity: list[str] = UNSET
        tag: list[str] = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
