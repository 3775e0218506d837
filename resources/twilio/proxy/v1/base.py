"""What the resources of Proxy share."""

from resources.twilio.pages import MetaPage
from restmap import Resource


class ProxyResource(Resource, page=MetaPage, body="form"):
    """Lists come in `meta` pages, and what is written goes as a form."""
