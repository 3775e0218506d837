"""The base class of the resources of twilio.oauth."""

from restmap import Resource


class OauthResource(Resource):
    """Request bodies are sent as forms."""
