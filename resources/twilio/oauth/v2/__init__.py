"""Oauth, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .oauth2_authorize import Oauth2Authorize
    from .oauth2_token import Oauth2Token
else:
    Oauth2Authorize = deferred(".oauth2_authorize:Oauth2Authorize", __package__)
    Oauth2Token = deferred(".oauth2_token:Oauth2Token", __package__)


class V2(Version, prefix="/v2"):
    """https://oauth.twilio.com/v2"""

    authorize = handle(Oauth2Authorize)
    token = collection(Oauth2Token)
