"""What the resources of bulkexports.v1 share."""

from __future__ import annotations

from resources.twilio.pages import MetaPage
from restmap import Resource


class BulkexportsResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
