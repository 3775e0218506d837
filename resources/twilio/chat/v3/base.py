"""What the resources of chat.v3 share."""

from __future__ import annotations

from restmap import Resource


class ChatResource(Resource):
    """What is written goes as a form."""
