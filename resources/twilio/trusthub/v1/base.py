"""The base class of the resources of trusthub.v1."""

from restmap import camel_case

from ...base import TwilioResource
from ...pages import MetaPage


class TrusthubResource(TwilioResource, page=MetaPage, member_names=camel_case):
    """Lists are read with MetaPage; request bodies are sent as forms."""
