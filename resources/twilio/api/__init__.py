"""Api: https://api.twilio.com"""

from restmap import Domain, deferred, version

from .v2010 import V2010


class Api(Domain, host="api.twilio.com"):
    """Versions: v2010."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v2010 = version(V2010)
