"""The base class of the resources of fax.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class FaxResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
