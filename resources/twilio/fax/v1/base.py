"""What the resources of fax.v1 share."""

from __future__ import annotations

from restmap import Resource

from ...pages import MetaPage


class FaxResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
