"""The base class of the resources of chat.v2."""

from restmap import Resource

from ...pages import MetaPage


class ChatResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
