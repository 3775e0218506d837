"""What the resources of intelligence.v2 share."""

from restmap import Resource

from ...pages import MetaPage


class IntelligenceResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
