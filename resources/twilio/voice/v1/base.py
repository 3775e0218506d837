"""What the resources of voice.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class VoiceResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
