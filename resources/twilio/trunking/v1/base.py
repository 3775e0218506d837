"""The base class of the resources of trunking.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class TrunkingResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
