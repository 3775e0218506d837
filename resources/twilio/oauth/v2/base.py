"""The base class of the resources of oauth.v2."""

from restmap import Resource, as_written


class OauthResource(Resource, parameter_names=as_written):
    """Request bodies are sent as forms."""
