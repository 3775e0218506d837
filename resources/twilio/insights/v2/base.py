"""The base class of the resources of insights.v2."""

from restmap import as_written

from ...base import TwilioResource
from ...pages import MetaPage


class InsightsResource(TwilioResource, page=MetaPage, body="json", parameter_names=as_written):
    """Lists are read with MetaPage; request bodies are sent as JSON."""
