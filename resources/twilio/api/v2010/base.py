"""The base class of the resources of api.v2010."""

from restmap import Resource


class ApiResource(Resource):
    """Request bodies are sent as forms."""
