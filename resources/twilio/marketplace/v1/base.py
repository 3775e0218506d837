"""What the resources of marketplace.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class MarketplaceResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
