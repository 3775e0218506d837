"""The base class of the resources of voice.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class VoiceResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
