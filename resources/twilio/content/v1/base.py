"""The base class of the resources of content.v1."""

from restmap import Resource

from ...pages import MetaPage


class ContentResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
