"""The base class of the resources of conversations.v2."""

from restmap import camel_case

from ...base import TwilioResource


class ConversationsResource(
    TwilioResource,
    body="json",
    parameter_names=camel_case,
    field_names=camel_case,
    member_names=camel_case,
):
    """Request bodies are sent as JSON."""
