"""What the resources of supersim.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class SupersimResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
