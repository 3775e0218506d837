"""The base class of the resources of api.v2010."""

from ...base import TwilioResource


class ApiResource(TwilioResource):
    """Request bodies are sent as forms."""
