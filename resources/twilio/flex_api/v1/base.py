"""What the resources of flex_api.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class FlexApiResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
