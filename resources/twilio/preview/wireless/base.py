"""The base class of the resources of preview.wireless."""

from ...base import TwilioResource
from ...pages import MetaPage


class PreviewResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
