"""The base class of the resources of api.v2010."""

from ...base import TwilioResource
from ...other_pages import UriPage


class ApiResource(TwilioResource, page=UriPage(None)):
    """Lists are read with UriPage; request bodies are sent as forms."""
