"""What the resources of flex_api.v2 share."""

from restmap import Resource


class FlexApiResource(Resource):
    """What is written goes as a form."""
