"""The base class of the resources of verify.v2."""

from restmap import camel_case

from ...base import TwilioResource
from ...pages import MetaPage


class VerifyResource(TwilioResource, page=MetaPage, member_names=camel_case):
    """Lists are read with MetaPage; request bodies are sent as forms."""
