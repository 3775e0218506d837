"""The base class of the resources of numbers.v2."""

from ...base import TwilioResource
from ...pages import MetaPage


class NumbersResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
