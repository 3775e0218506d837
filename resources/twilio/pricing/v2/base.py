"""What the resources of pricing.v2 share."""

from restmap import Resource

from ...pages import MetaPage


class PricingResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
