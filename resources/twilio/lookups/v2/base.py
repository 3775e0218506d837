"""The base class of the resources of lookups.v2."""

from restmap import Resource


class LookupsResource(Resource):
    """Request bodies are sent as forms."""
