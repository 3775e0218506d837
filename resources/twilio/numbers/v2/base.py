"""What the resources of numbers.v2 share."""

from restmap import Resource

from ...pages import MetaPage


class NumbersResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
