"""What the resources of messaging.v3 share."""

from restmap import Resource


class MessagingResource(Resource):
    """What is written goes as a form."""
