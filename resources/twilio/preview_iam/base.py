"""The base class of the resources of twilio.preview_iam."""

from restmap import as_written, camel_case

from ..base import TwilioResource
from ..pages import MetaPage


class PreviewIamResource(
    TwilioResource,
    page=MetaPage(max_page_size=100),
    body="json",
    parameter_names=as_written,
    member_names=camel_case,
):
    """Lists are read with MetaPage; request bodies are sent as JSON."""
