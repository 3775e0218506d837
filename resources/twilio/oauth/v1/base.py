"""The base class of the resources of oauth.v1."""

from restmap import Resource


class OauthResource(Resource):
    """Request bodies are sent as forms."""
