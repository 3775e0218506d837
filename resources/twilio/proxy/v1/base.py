"""What the resources of Proxy share."""

# Written by hand: `restmap import` compares this module and leaves it as it is.

from resources.twilio.pages import MetaPage
from restmap import Resource


class ProxyResource(Resource, page=MetaPage, body="form"):
    """Lists come in `meta` pages, and what is written goes as a form."""
