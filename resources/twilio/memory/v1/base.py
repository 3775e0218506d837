"""The base class of the resources of memory.v1."""

from restmap import Resource, camel_case


class MemoryResource(Resource, parameter_names=camel_case, field_names=camel_case):
    """Request bodies are sent as forms."""
