"""The base class of the resources of assistants.v1."""

from restmap import Resource

from ...pages import MetaPage


class AssistantsResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
