"""What the resources of content.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class ContentResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
