"""What the resources of preview.marketplace share."""

from __future__ import annotations

from resources.twilio.pages import MetaPage
from restmap import Resource


class PreviewResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
