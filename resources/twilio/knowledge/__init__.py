"""Knowledge: https://knowledge.twilio.com"""

from restmap import Domain, deferred, version

from .v1 import V1
from .v2 import V2


class Knowledge(Domain, host="knowledge.twilio.com"):
    """Versions: v1, v2."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v1 = version(V1)
    v2 = version(V2)
