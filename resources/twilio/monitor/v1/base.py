"""What the resources of monitor.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class MonitorResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
