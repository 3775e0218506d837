"""The base class of the resources of media.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class MediaResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
