"""The base class of the resources of insights.v3."""

from restmap import camel_case

from ...base import TwilioResource


class InsightsResource(
    TwilioResource, body="json", parameter_names=camel_case, member_names=camel_case
):
    """Request bodies are sent as JSON."""
