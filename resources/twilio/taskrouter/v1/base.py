"""What the resources of taskrouter.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class TaskrouterResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
