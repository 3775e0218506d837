"""What the resources of insights.v2 share."""

from restmap import Resource

from ...pages import MetaPage


class InsightsResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
