"""The base class of the resources of messaging.v2."""

from restmap import as_written

from ...base import TwilioResource
from ...pages import MetaPage


class MessagingResource(TwilioResource, page=MetaPage, body="json", parameter_names=as_written):
    """Lists are read with MetaPage; request bodies are sent as JSON."""
