"""What the resources of twilio.preview_iam share."""

from __future__ import annotations

from resources.twilio.pages import MetaPage
from restmap import Resource


class PreviewIamResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
