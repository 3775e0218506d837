"""The base class of the resources of bulkexports.v1."""

from restmap import Resource

from ...pages import MetaPage


class BulkexportsResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
