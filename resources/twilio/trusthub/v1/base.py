"""The base class of the resources of trusthub.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class TrusthubResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
