"""The base class of the resources of conversations.v2."""

from restmap import camel_case

from ...base import TwilioResource
from ...other_pages import MetaTokenPage


class ConversationsResource(
    TwilioResource,
    page=MetaTokenPage(None),
    body="json",
    parameter_names=camel_case,
    field_names=camel_case,
    member_names=camel_case,
):
    """Lists are read with MetaTokenPage; request bodies are sent as JSON."""
