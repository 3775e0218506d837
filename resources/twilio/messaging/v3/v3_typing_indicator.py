"""Typing indicator."""

from __future__ import annotations

from typing import Literal

from restmap import UNSET, Model, Params, param

from .base import MessagingResource


class WhatsAppTypingIndicatorRequest(Model):
    message_id: str
    channel: Literal["WHATSAPP"] = "WHATSAPP"


class AppleTypingIndicatorRequest(Model):
    from_: str
    to: str
    channel: Literal["APPLE"] = "APPLE"
    event: Literal["START", "END"] = UNSET


class RcsTypingIndicatorRequest(Model):
    from_: str
    to: str
    channel: Literal["RCS"] = "RCS"
    event: Literal["START"] = "START"


class V3TypingIndicator(MessagingResource, uri="/Indicators/Typing.json"):
    """client.messaging.v3.typing_indicator"""

    success: bool

    class Create(Params):
        typing_indicator_request: (
            WhatsAppTypingIndicatorRequest | AppleTypingIndicatorRequest | RcsTypingIndicatorRequest
        ) = param(location="body", tagged_by="channel")
