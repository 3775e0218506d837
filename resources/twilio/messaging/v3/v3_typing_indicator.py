from __future__ import annotations

from typing import Any

from restmap import Params, param

from .base import MessagingResource


class V3TypingIndicator(MessagingResource, uri="/Indicators/Typing.json"):
    """messaging.v3.typing_indicator."""

    success: bool

    class Create(Params):
        typing_indicator_request: dict[str, Any] = param(location="body")
