"""What the resources of api.v2010 share."""

from restmap import Resource


class ApiResource(Resource):
    """What is written goes as a form."""
