"""Oauth, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .oauth2_token import Oauth2Token
else:
    Oauth2Token = deferred(".oauth2_token:Oauth2Token", __package__)


class V2(Version, prefix="/v2"):
    """https://oauth.twilio.com/v2"""

    token = collection(Oauth2Token)
