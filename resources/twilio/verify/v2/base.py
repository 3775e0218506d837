"""The base class of the resources of verify.v2."""

from ...base import TwilioResource
from ...pages import MetaPage


class VerifyResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
