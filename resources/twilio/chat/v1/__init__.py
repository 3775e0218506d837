"""Chat, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .credential import Credential
    from .service import Service
else:
    Credential = deferred(".credential:Credential", __package__)
    Service = deferred(".service:Service", __package__)


class V1(Version, prefix="/v1"):
    """https://chat.twilio.com/v1"""

    credentials = collection(Credential)
    services = collection(Service)
