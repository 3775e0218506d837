"""Intelligence: https://intelligence.twilio.com"""

from restmap import Domain, deferred, version

from .v2 import V2


class Intelligence(Domain, host="intelligence.twilio.com"):
    """Versions: v2."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v2 = version(V2)
