"""The base class of the resources of intelligence.v3."""

from restmap import Resource, camel_case


class IntelligenceResource(Resource, parameter_names=camel_case, field_names=camel_case):
    """Request bodies are sent as forms."""
