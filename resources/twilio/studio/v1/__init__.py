"""Studio, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .flow import Flow
else:
    Flow = deferred(".flow:Flow", __package__)


class V1(Version, prefix="/v1"):
    """https://studio.twilio.com/v1"""

    flows = collection(Flow)
