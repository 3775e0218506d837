"""Participants of channels."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Paging, Params, field, json_value, param

from .base import FlexApiResource

Status = Literal["closed", "wrapup"]
Type = Literal["supervisor", "customer", "external", "agent", "unknown"]


class InteractionChannelParticipant(
    FlexApiResource, uri="/Interactions/{interaction_sid}/Channels/{channel_sid}/Participants/{sid}"
):
    """client.flex_api.v1.interaction(…).channels(…).participants"""

    sid: str = field(prefix="UT")
    type: Type
    interaction_sid: str
    channel_sid: str
    url: str
    routing_properties: Any

    class Create(Params):
        type: Type
        media_properties: Any = param(json_value)
        routing_properties: Any = param(json_value, default=UNSET)

    class Update(Params):
        status: Status

    class List(Paging): ...
