"""The base class of the resources of iam.v1."""

from restmap import Resource

from ...pages import MetaPage


class IamResource(Resource, page=MetaPage):
    """Lists are read with MetaPage; request bodies are sent as forms."""
