"""The base class of the resources of ip_messaging.v2."""

from ...base import TwilioResource
from ...pages import MetaPage


class IpMessagingResource(TwilioResource, page=MetaPage(max_page_size=100)):
    """Lists are read with MetaPage; request bodies are sent as forms."""
