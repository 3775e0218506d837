"""The base class of the resources of numbers.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class NumbersResource(TwilioResource, page=MetaPage, body="json"):
    """Lists are read with MetaPage; request bodies are sent as JSON."""
