"""What the resources of voice.v2 share."""

from restmap import Resource


class VoiceResource(Resource):
    """What is written goes as a form."""
