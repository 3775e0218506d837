"""What the resources of monitor.v2 share."""

from restmap import Resource, camel_case

from ...pages import MetaPage


class MonitorResource(Resource, page=MetaPage, field_names=camel_case):
    """Lists come in a MetaPage; what is written goes as a form."""
