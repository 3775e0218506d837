"""Intelligence: https://intelligence.twilio.com"""

from restmap import Domain, deferred, version

from .v2 import V2
from .v3 import V3


class Intelligence(Domain, host="intelligence.twilio.com"):
    """Versions: v2, v3."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v2 = version(V2)
    v3 = version(V3)
