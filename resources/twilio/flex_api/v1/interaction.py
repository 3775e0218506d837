"""Interaction:
https://www.twilio.com/docs/flex/developer/conversations/interactions-api/interactions"""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Params, collection, field, json_value, param

from .base import FlexApiResource
from .interaction_channel import InteractionChannel


class Interaction(FlexApiResource, uri="/Interactions/{sid}"):
    """client.flex_api.v1.interaction"""

    sid: str = field(prefix="KD")
    channel: Any
    routing: Any
    url: str
    links: dict[str, str] | None
    interaction_context_sid: str | None
    webhook_ttid: str | None

    class Create(Params):
        channel: Any = param(json_value)
        routing: Any = param(json_value, default=UNSET)
        interaction_context_sid: str = UNSET
        webhook_ttid: str = UNSET

    class Update(Params):
        webhook_ttid: str = UNSET

    class Fetch(Params): ...

    channels = collection(InteractionChannel)
