"""The base class of the resources of chat.v3."""

from restmap import Resource


class ChatResource(Resource):
    """Request bodies are sent as forms."""
