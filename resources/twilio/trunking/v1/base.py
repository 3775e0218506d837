"""What the resources of trunking.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class TrunkingResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
