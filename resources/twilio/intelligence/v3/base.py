"""The base class of the resources of intelligence.v3."""

from restmap import camel_case

from ...base import TwilioResource


class IntelligenceResource(
    TwilioResource, body="json", parameter_names=camel_case, field_names=camel_case
):
    """Request bodies are sent as JSON."""
