"""What the resources of serverless.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class ServerlessResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
