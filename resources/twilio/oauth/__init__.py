"""Oauth: https://oauth.twilio.com"""

from typing import TYPE_CHECKING

from restmap import Domain, deferred, handle, version

from .v1 import V1
from .v2 import V2

if TYPE_CHECKING:
    from .oauth2_server_metadata import Oauth2ServerMetadata
else:
    Oauth2ServerMetadata = deferred(".oauth2_server_metadata:Oauth2ServerMetadata", __package__)


class Oauth(Domain, host="oauth.twilio.com"):
    """Versions: v1, v2."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    oauth_authorization_server = handle(Oauth2ServerMetadata)
    v1 = version(V1)
    v2 = version(V2)
