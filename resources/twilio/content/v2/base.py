"""What the resources of content.v2 share."""

from __future__ import annotations

from resources.twilio.pages import MetaPage
from restmap import Resource


class ContentResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
