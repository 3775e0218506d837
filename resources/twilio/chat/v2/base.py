"""What the resources of chat.v2 share."""

from restmap import Resource

from ...pages import MetaPage


class ChatResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
