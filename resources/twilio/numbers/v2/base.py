"""The base class of the resources of numbers.v2."""

from restmap import Resource

from ...pages import MetaPage


class NumbersResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
