"""The base class of the resources of oauth.v1."""

from ...base import TwilioResource


class OauthResource(TwilioResource):
    """Request bodies are sent as forms."""
