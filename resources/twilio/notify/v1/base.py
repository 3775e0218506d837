"""The base class of the resources of notify.v1."""

from restmap import Resource

from ...pages import MetaPage


class NotifyResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
