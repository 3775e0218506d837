"""Knowledge, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .knowledge import Knowledge
else:
    Knowledge = deferred(".knowledge:Knowledge", __package__)


class V1(Version, prefix="/v1"):
    """https://knowledge.twilio.com/v1"""

    knowledge = collection(Knowledge)
