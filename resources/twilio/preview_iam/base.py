"""The base class of the resources of twilio.preview_iam."""

from restmap import Resource

from ..pages import MetaPage


class PreviewIamResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
