"""Proxy interactions: https://www.twilio.com/docs/proxy/api/interaction"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import Paging, Params, field

from .base import ProxyResource

Type = Literal["message", "voice", "unknown"]
ResourceStatus = Literal[
    "accepted", "answered", "busy", "canceled", "completed", "deleted", "delivered",
    "delivery-unknown", "failed", "in-progress", "initiated", "no-answer", "queued", "received",
    "receiving", "ringing", "scheduled", "sending", "sent", "undelivered", "unknown",
]  # fmt: skip


class Interaction(
    ProxyResource, uri="/Services/{service_sid}/Sessions/{session_sid}/Interactions/{sid}"
):
    """One message or call that went through a session."""

    sid: str = field(prefix="KI")
    session_sid: str
    service_sid: str
    account_sid: str
    data: str | None
    type: Type
    inbound_participant_sid: str | None
    inbound_resource_sid: str | None
    inbound_resource_status: ResourceStatus | None
    inbound_resource_type: str | None
    inbound_resource_url: str | None
    outbound_participant_sid: str | None
    outbound_resource_sid: str | None
    outbound_resource_status: ResourceStatus | None
    outbound_resource_type: str | None
    outbound_resource_url: str | None
    date_created: datetime
    date_updated: datetime
    url: str

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
