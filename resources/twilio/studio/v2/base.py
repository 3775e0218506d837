"""What the resources of studio.v2 share."""

from restmap import Resource

from ...pages import MetaPage


class StudioResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
