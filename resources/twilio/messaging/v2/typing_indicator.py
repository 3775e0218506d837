"""Typing indicator."""

from __future__ import annotations

from typing import Literal

from restmap import Params, camel_case

from .base import MessagingResource


class TypingIndicator(MessagingResource, uri="/Indicators/Typing.json", parameter_names=camel_case):
    """client.messaging.v2.typing_indicator"""

    success: bool

    class Create(Params, body="form"):
        channel: Literal["whatsapp"]
        message_id: str
