"""What the resources of marketplace.v1 share."""

from __future__ import annotations

from resources.twilio.pages import MetaPage
from restmap import Resource


class MarketplaceResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
