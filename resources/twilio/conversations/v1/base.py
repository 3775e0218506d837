"""The base class of the resources of conversations.v1."""

from ...base import TwilioResource


class ConversationsResource(TwilioResource):
    """Request bodies are sent as forms."""
