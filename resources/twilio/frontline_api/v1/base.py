"""The base class of the resources of frontline_api.v1."""

from ...base import TwilioResource


class FrontlineApiResource(TwilioResource):
    """Request bodies are sent as forms."""
