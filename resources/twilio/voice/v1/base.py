"""The base class of the resources of voice.v1."""

from restmap import Resource

from ...pages import MetaPage


class VoiceResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
