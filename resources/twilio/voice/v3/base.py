"""What the resources of voice.v3 share."""

from restmap import Resource, camel_case


class VoiceResource(Resource, parameter_names=camel_case, field_names=camel_case):
    """What is written goes as a form."""
