"""The base class of the resources of monitor.v2."""

from restmap import camel_case

from ...base import TwilioResource
from ...pages import MetaPage


class MonitorResource(
    TwilioResource, page=MetaPage, body="json", parameter_names=camel_case, field_names=camel_case
):
    """Lists are read with MetaPage; request bodies are sent as JSON."""
