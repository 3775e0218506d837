"""What the resources of flex_api.v2 share."""

from __future__ import annotations

from restmap import Resource


class FlexApiResource(Resource):
    """What is written goes as a form."""
