"""FlexApi, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .flex_user import FlexUser
    from .web_channels import WebChannels
else:
    FlexUser = deferred(".flex_user:FlexUser", __package__)
    WebChannels = deferred(".web_channels:WebChannels", __package__)


class V2(Version, prefix="/v2"):
    """https://flex-api.twilio.com/v2"""

    flex_user = collection(FlexUser)
    web_channels = collection(WebChannels)
