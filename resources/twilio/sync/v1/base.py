"""The base class of the resources of sync.v1."""

from ...base import TwilioResource
from ...pages import MetaPage


class SyncResource(TwilioResource, page=MetaPage(max_page_size=100)):
    """Lists are read with MetaPage; request bodies are sent as forms."""
