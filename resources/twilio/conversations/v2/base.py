"""What the resources of conversations.v2 share."""

from restmap import Resource, camel_case


class ConversationsResource(Resource, parameter_names=camel_case, field_names=camel_case):
    """What is written goes as a form."""
