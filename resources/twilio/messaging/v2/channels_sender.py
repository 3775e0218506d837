from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, param

from .base import MessagingResource

Status = Literal[
    "CREATING", "ONLINE", "OFFLINE", "PENDING_VERIFICATION", "VERIFYING", "ONLINE:UPDATING",
    "TWILIO_REVIEW", "DRAFT", "STUBBED",
]


class ChannelsSender(MessagingResource, uri="/Channels/Senders/{sid}"):
    """messaging.v2.channels_senders."""

    sid: str = field(prefix="XE")
    status: Status
    sender_id: str | None
    friendly_name: str | None
    configuration: dict[str, Any] | None
    webhook: dict[str, Any] | None
    profile: dict[str, Any] | None
    properties: dict[str, Any] | None
    offline_reasons: list[dict[str, Any] | None] | None
    compliance: dict[str, Any] | None
    url: str

    class Create(Params):
        messaging_v2_channels_sender_requests_create: dict[str, Any] = param(location="body")

    class Update(Params):
        messaging_v2_channels_sender_requests_update: dict[str, Any] = param(
            location="body", default=UNSET
        )

    class List(Paging):
        channel: str

    class Fetch(Params): ...
    class Delete(Params): ...
