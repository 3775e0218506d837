"""The base class of the resources of voice.v2."""

from ...base import TwilioResource


class VoiceResource(TwilioResource):
    """Request bodies are sent as forms."""
