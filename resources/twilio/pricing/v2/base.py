"""The base class of the resources of pricing.v2."""

from ...base import TwilioResource
from ...pages import MetaPage


class PricingResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
