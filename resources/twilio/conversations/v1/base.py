"""The base class of the resources of conversations.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class ConversationsResource(TwilioResource, page=MetaPage(max_page_size=50)):
    """Lists are read with MetaPage; request bodies are sent as forms."""
