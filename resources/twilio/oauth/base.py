"""What the resources of twilio.oauth share."""

from restmap import Resource


class OauthResource(Resource):
    """What is written goes as a form."""
