"""The base class of the resources of preview.wireless."""

from restmap import Resource

from ...pages import MetaPage


class PreviewResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
