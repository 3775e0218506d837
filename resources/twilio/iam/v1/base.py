"""What the resources of iam.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class IamResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
