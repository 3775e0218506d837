"""What the resources of oauth.v1 share."""

from restmap import Resource


class OauthResource(Resource):
    """What is written goes as a form."""
