"""IpMessaging, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from resources.twilio.chat.v1.credential import Credential
    from resources.twilio.chat.v1.service import Service
else:
    Credential = deferred("resources.twilio.chat.v1.credential:Credential")
    Service = deferred("resources.twilio.chat.v1.service:Service")


class V1(Version, prefix="/v1"):
    """https://ip-messaging.twilio.com/v1"""

    credentials = collection(Credential)
    services = collection(Service)
