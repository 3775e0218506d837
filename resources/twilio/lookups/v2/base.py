"""The base class of the resources of lookups.v2."""

from ...base import TwilioResource


class LookupsResource(TwilioResource, body="json"):
    """Request bodies are sent as JSON."""
