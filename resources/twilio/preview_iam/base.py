"""The base class of the resources of twilio.preview_iam."""

from restmap import camel_case

from ..base import TwilioResource
from ..pages import MetaPage


class PreviewIamResource(TwilioResource, page=MetaPage, member_names=camel_case):
    """Lists are read with MetaPage; request bodies are sent as forms."""
