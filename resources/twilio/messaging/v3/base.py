"""The base class of the resources of messaging.v3."""

from ...base import TwilioResource


class MessagingResource(TwilioResource):
    """Request bodies are sent as forms."""
