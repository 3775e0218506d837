"""What the resources of autopilot.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class AutopilotResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
