"""The base class of the resources of insights.v2."""

from restmap import Resource

from ...pages import MetaPage


class InsightsResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
