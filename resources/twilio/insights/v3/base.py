"""What the resources of insights.v3 share."""

from restmap import Resource, camel_case


class InsightsResource(Resource, parameter_names=camel_case):
    """What is written goes as a form."""
