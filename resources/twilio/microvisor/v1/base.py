"""What the resources of microvisor.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class MicrovisorResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
