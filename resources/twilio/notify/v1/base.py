"""The base class of the resources of notify.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class NotifyResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
