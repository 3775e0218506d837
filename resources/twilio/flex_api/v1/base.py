"""The base class of the resources of flex_api.v1."""

from restmap import Resource

from ...pages import MetaPage


class FlexApiResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
