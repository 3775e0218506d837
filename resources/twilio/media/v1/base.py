"""What the resources of media.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class MediaResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
