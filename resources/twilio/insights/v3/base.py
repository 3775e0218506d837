"""The base class of the resources of insights.v3."""

from restmap import Resource, camel_case


class InsightsResource(Resource, parameter_names=camel_case):
    """Request bodies are sent as forms."""
