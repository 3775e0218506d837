"""Proxy message interactions: https://www.twilio.com/docs/proxy/api/message-interaction"""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import ProxyResource
from .interaction import ResourceStatus, Type


class MessageInteraction(
    ProxyResource,
    uri="/Services/{service_sid}/Sessions/{session_sid}"
    "/Participants/{participant_sid}/MessageInteractions/{sid}",
):
    """A message sent to one participant of a session."""

    sid: str = field(prefix="KI")
    session_sid: str
    service_sid: str
    participant_sid: str
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

    class Create(Params):  # a body, a media URL, or both
        body: str = UNSET
        media_url: list[str] = UNSET

    class List(Paging): ...

    class Fetch(Params): ...
