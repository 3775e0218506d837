"""What the resources of video.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class VideoResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
