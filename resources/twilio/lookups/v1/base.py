"""The base class of the resources of lookups.v1."""

from restmap import Resource


class LookupsResource(Resource):
    """Request bodies are sent as forms."""
