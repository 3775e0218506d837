"""The base class of the resources of frontline_api.v1."""

from restmap import Resource


class FrontlineApiResource(Resource):
    """Request bodies are sent as forms."""
