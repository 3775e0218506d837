"""The base class of the resources of voice.v3."""

from restmap import Resource, camel_case


class VoiceResource(Resource, parameter_names=camel_case, field_names=camel_case):
    """Request bodies are sent as forms."""
