"""The base class of the resources of twilio.oauth."""

from ..base import TwilioResource


class OauthResource(TwilioResource):
    """Request bodies are sent as forms."""
