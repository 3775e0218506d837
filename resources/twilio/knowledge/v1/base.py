"""What the resources of knowledge.v1 share."""

from __future__ import annotations

from resources.twilio.pages import MetaPage
from restmap import Resource


class KnowledgeResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
