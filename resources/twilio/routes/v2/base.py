"""The base class of the resources of routes.v2."""

from ...base import TwilioResource


class RoutesResource(TwilioResource):
    """Request bodies are sent as forms."""
