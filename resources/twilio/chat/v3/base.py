"""What the resources of chat.v3 share."""

from restmap import Resource


class ChatResource(Resource):
    """What is written goes as a form."""
