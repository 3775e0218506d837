"""The base class of the resources of routes.v2."""

from restmap import Resource


class RoutesResource(Resource):
    """Request bodies are sent as forms."""
