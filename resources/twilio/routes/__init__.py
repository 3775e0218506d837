"""Routes: https://routes.twilio.com"""

from restmap import Domain, deferred, version

from .v2 import V2


class Routes(Domain, host="routes.twilio.com"):
    """Versions: v2."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v2 = version(V2)
