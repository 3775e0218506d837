"""The base class of the resources of flex_api.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class FlexApiResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
