"""The base class of the resources of accounts.v1."""

from restmap import Resource

from ...pages import MetaPage


class AccountsResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
