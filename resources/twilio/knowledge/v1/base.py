"""The base class of the resources of knowledge.v1."""

from restmap import Resource

from ...pages import MetaPage


class KnowledgeResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
