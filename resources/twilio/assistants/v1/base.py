"""What the resources of assistants.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class AssistantsResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
