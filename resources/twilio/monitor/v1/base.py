"""The base class of the resources of monitor.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class MonitorResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
