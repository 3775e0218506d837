"""What the resources of bulkexports.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class BulkexportsResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
