"""Trunking, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .trunk import Trunk
else:
    Trunk = deferred(".trunk:Trunk", __package__)


class V1(Version, prefix="/v1"):
    """https://trunking.twilio.com/v1"""

    trunks = collection(Trunk)
