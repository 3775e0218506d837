"""The base class of the resources of intelligence.v2."""

from restmap import Resource

from ...pages import MetaPage


class IntelligenceResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
