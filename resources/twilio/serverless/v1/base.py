"""The base class of the resources of serverless.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class ServerlessResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
