"""Version 1 of Proxy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .service import Service
else:
    Service = deferred(f"{__name__}.service:Service")


class V1(Version, prefix="/v1"):
    """https://www.twilio.com/docs/proxy/api"""

    services = collection(Service)
