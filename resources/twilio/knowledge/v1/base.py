"""What the resources of knowledge.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class KnowledgeResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
