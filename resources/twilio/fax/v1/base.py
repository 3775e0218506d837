"""What the resources of fax.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class FaxResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
