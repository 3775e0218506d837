"""Events, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .event_type import EventType
    from .schema import Schema
    from .sink import Sink
    from .subscription import Subscription
else:
    EventType = deferred(".event_type:EventType", __package__)
    Schema = deferred(".schema:Schema", __package__)
    Sink = deferred(".sink:Sink", __package__)
    Subscription = deferred(".subscription:Subscription", __package__)


class V1(Version, prefix="/v1"):
    """https://events.twilio.com/v1"""

    event_types = collection(EventType)
    schemas = collection(Schema)
    sinks = collection(Sink)
    subscriptions = collection(Subscription)
