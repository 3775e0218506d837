"""What the resources of memory.v1 share."""

from restmap import Resource, camel_case


class MemoryResource(Resource, parameter_names=camel_case, field_names=camel_case):
    """What is written goes as a form."""
