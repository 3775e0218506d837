"""The base class of the resources of intelligence.v3."""

from restmap import camel_case

from ...base import TwilioResource
from ...other_pages import MetaTokenPage


class IntelligenceResource(
    TwilioResource,
    page=MetaTokenPage("items"),
    body="json",
    parameter_names=camel_case,
    field_names=camel_case,
):
    """Lists are read with MetaTokenPage; request bodies are sent as JSON."""
