"""What the resources of routes.v2 share."""

from restmap import Resource


class RoutesResource(Resource):
    """What is written goes as a form."""
