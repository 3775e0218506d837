"""The base class of the resources of ip_messaging.v2."""

from restmap import Resource

from ...pages import MetaPage


class IpMessagingResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
