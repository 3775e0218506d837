"""What the resources of preview.hosted_numbers share."""

from restmap import Resource

from ...pages import MetaPage


class PreviewResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
