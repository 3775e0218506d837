"""What the resources of oauth.v2 share."""

from restmap import Resource, as_written


class OauthResource(Resource, parameter_names=as_written):
    """What is written goes as a form."""
