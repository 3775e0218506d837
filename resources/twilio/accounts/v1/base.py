"""What the resources of accounts.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class AccountsResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
