"""The base class of the resources of knowledge.v2."""

from restmap import Resource, camel_case


class KnowledgeResource(Resource, parameter_names=camel_case, field_names=camel_case):
    """Request bodies are sent as forms."""
