"""Version 1 of Proxy."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .service import Service
else:
    Service = deferred(".service:Service", __package__)


class V1(Version, prefix="/v1"):
    """https://www.twilio.com/docs/proxy/api"""

    services = collection(Service)
