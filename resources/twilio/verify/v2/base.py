"""What the resources of verify.v2 share."""

from restmap import Resource

from ...pages import MetaPage


class VerifyResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
