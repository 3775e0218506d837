"""What the resources of lookups.v1 share."""

from restmap import Resource


class LookupsResource(Resource):
    """What is written goes as a form."""
