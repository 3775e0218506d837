"""What the resources of Proxy share."""

from resources.twilio.base import TwilioResource
from resources.twilio.pages import MetaPage


class ProxyResource(TwilioResource, page=MetaPage):
    """Lists come in `meta` pages."""
