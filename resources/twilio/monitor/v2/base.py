"""The base class of the resources of monitor.v2."""

from restmap import Resource, camel_case

from ...pages import MetaPage


class MonitorResource(Resource, page=MetaPage, field_names=camel_case):
    """Lists are read with MetaPage; request bodies are sent as forms."""
