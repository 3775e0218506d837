"""What the resources of trusthub.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class TrusthubResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
