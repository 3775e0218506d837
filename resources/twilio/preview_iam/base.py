"""The base class of the resources of twilio.preview_iam."""

from ..base import TwilioResource
from ..pages import MetaPage


class PreviewIamResource(TwilioResource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
