"""Senders in the sandbox: https://www.twilio.com/docs/whatsapp/api/senders"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from restmap.sandbox import Behaviour

from ..messaging.v2.channels_sender import ChannelsSender

behaviour = Behaviour()


def _has_channel(sender: Mapping[str, Any], channel: str) -> bool:
    """The channel is the scheme of the sender's id, such as `whatsapp:+15550100`."""
    return str(sender["sender_id"]).startswith(f"{channel}:")


behaviour.filters(ChannelsSender, channel=_has_channel)
