"""What the resources of sync.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class SyncResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
