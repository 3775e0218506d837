"""The base class of the resources of messaging.v3."""

from restmap import Resource


class MessagingResource(Resource):
    """Request bodies are sent as forms."""
