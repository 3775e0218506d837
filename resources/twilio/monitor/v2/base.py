"""What the resources of monitor.v2 share."""

from __future__ import annotations

from resources.twilio.pages import MetaPage
from restmap import Resource, camel_case


class MonitorResource(Resource, page=MetaPage, field_names=camel_case):
    """Lists come in a MetaPage; what is written goes as a form."""
