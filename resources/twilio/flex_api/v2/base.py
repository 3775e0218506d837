"""The base class of the resources of flex_api.v2."""

from ...base import TwilioResource


class FlexApiResource(TwilioResource):
    """Request bodies are sent as forms."""
