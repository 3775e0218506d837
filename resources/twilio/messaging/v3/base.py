"""The base class of the resources of messaging.v3."""

from restmap import camel_case

from ...base import TwilioResource


class MessagingResource(TwilioResource, member_names=camel_case):
    """Request bodies are sent as forms."""
