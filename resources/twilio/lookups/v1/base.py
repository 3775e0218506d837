"""The base class of the resources of lookups.v1."""

from ...base import TwilioResource


class LookupsResource(TwilioResource):
    """Request bodies are sent as forms."""
