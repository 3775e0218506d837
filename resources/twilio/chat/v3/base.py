"""The base class of the resources of chat.v3."""

from ...base import TwilioResource


class ChatResource(TwilioResource):
    """Request bodies are sent as forms."""
