"""Monitor, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .alarm import Alarm
    from .alarm_status import AlarmStatus
else:
    Alarm = deferred(".alarm:Alarm", __package__)
    AlarmStatus = deferred(".alarm_status:AlarmStatus", __package__)


class V2(Version, prefix="/v2"):
    """https://monitor.twilio.com/v2"""

    alarms = collection(Alarm)
    status = collection(AlarmStatus)
