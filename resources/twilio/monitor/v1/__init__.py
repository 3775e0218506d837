"""Monitor, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .alert import Alert
    from .event import Event
else:
    Alert = deferred(".alert:Alert", __package__)
    Event = deferred(".event:Event", __package__)


class V1(Version, prefix="/v1"):
    """https://monitor.twilio.com/v1"""

    alerts = collection(Alert)
    events = collection(Event)
