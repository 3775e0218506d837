"""The base class of the resources of supersim.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class SupersimResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
