"""Invites of channels."""

from __future__ import annotations

from typing import Any

from restmap import Paging, Params, field, json_value, param

from .base import FlexApiResource


class InteractionChannelInvite(
    FlexApiResource, uri="/Interactions/{interaction_sid}/Channels/{channel_sid}/Invites"
):
    """client.flex_api.v1.interaction(…).channels(…).invites"""

    sid: str = field(prefix="KG")
    interaction_sid: str
    channel_sid: str
    routing: Any
    url: str

    class Create(Params):
        routing: Any = param(json_value)

    class List(Paging): ...
