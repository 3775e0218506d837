"""The base class of the resources of messaging.v2."""

from restmap import Resource

from ...pages import MetaPage


class MessagingResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
