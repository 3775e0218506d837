"""What the resources of preview.marketplace share."""

from restmap import Resource

from ...pages import MetaPage


class PreviewResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
