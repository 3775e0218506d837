"""PreviewIam: https://preview-iam.twilio.com"""

from typing import TYPE_CHECKING

from restmap import Domain, collection, deferred, version

from .v1 import V1

if TYPE_CHECKING:
    from .organization import Organization
else:
    Organization = deferred(".organization:Organization", __package__)


class PreviewIam(Domain, host="preview-iam.twilio.com"):
    """Versions: v1."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    organization = collection(Organization)
    v1 = version(V1)
