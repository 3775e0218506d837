"""The base class of the resources of chat.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class ChatResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
