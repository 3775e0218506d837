"""The base class of the resources of conversations.v2."""

from restmap import Resource, camel_case


class ConversationsResource(Resource, parameter_names=camel_case, field_names=camel_case):
    """Request bodies are sent as forms."""
