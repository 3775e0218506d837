"""What the resources of messaging.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class MessagingResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
