"""What the resources of notify.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class NotifyResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
