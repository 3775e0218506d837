"""Channels of interactions."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection, field, json_value, param

from .base import FlexApiResource
from .interaction_channel_invite import InteractionChannelInvite
from .interaction_channel_participant import InteractionChannelParticipant
from .interaction_transfer import InteractionTransfer

ChannelStatus = Literal["setup", "active", "failed", "closed", "inactive", "pause", "transfer"]
Type = Literal["voice", "sms", "email", "web", "whatsapp", "chat", "messenger", "gbm"]
UpdateChannelStatus = Literal["closed", "inactive"]


class InteractionChannel(FlexApiResource, uri="/Interactions/{interaction_sid}/Channels/{sid}"):
    """client.flex_api.v1.interaction(…).channels"""

    sid: str = field(prefix="UO")
    interaction_sid: str
    type: Type
    status: ChannelStatus
    error_code: int | None
    error_message: str | None
    url: str
    links: dict[str, str] | None

    class Update(Params):
        status: UpdateChannelStatus
        routing: Any = param(json_value, default=UNSET)

    class List(Paging): ...

    class Fetch(Params): ...

    invites = collection(InteractionChannelInvite)
    participants = collection(InteractionChannelParticipant)
    transfers = collection(InteractionTransfer)
