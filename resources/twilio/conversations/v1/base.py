"""What the resources of conversations.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class ConversationsResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
