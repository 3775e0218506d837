"""What the resources of ip_messaging.v2 share."""

from restmap import Resource

from ...pages import MetaPage


class IpMessagingResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
