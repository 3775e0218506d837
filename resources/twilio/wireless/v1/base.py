"""What the resources of wireless.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class WirelessResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
