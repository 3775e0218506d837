"""IpMessaging, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .credential import Credential
    from .service import Service
else:
    Credential = deferred(".credential:Credential", __package__)
    Service = deferred(".service:Service", __package__)


class V2(Version, prefix="/v2"):
    """https://ip-messaging.twilio.com/v2"""

    credentials = collection(Credential)
    services = collection(Service)
