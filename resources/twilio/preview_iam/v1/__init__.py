"""PreviewIam, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .authorize import Authorize
    from .token import Token
else:
    Authorize = deferred(".authorize:Authorize", __package__)
    Token = deferred(".token:Token", __package__)


class V1(Version, prefix="/v1"):
    """https://preview-iam.twilio.com/v1"""

    authorize = handle(Authorize)
    token = collection(Token)
