"""The base class of the resources of intelligence.v2."""

from ...base import TwilioResource
from ...pages import MetaPage


class IntelligenceResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
