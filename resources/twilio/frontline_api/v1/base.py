"""What the resources of frontline_api.v1 share."""

from restmap import Resource


class FrontlineApiResource(Resource):
    """What is written goes as a form."""
