"""What the resources of events.v1 share."""

from restmap import Resource

from ...pages import MetaPage


class EventsResource(Resource, page=MetaPage):
    """Lists come in a MetaPage; what is written goes as a form."""
