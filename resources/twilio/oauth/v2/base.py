"""The base class of the resources of oauth.v2."""

from restmap import as_written

from ...base import TwilioResource


class OauthResource(TwilioResource, parameter_names=as_written):
    """Request bodies are sent as forms."""
