"""The base class of the resources of content.v2."""

from ...base import TwilioResource
from ...pages import MetaPage


class ContentResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
