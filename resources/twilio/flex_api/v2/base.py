"""The base class of the resources of flex_api.v2."""

from restmap import Resource


class FlexApiResource(Resource):
    """Request bodies are sent as forms."""
