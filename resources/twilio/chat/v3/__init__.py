"""Chat, v3."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .channel import Channel
else:
    Channel = deferred(".channel:Channel", __package__)


class V3(Version, prefix="/v3"):
    """https://chat.twilio.com/v3"""

    channels = collection(Channel)
