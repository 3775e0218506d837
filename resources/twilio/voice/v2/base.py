"""The base class of the resources of voice.v2."""

from restmap import Resource


class VoiceResource(Resource):
    """Request bodies are sent as forms."""
