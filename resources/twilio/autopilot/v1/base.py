"""The base class of the resources of autopilot.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class AutopilotResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
