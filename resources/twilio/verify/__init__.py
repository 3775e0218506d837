"""Verify: https://verify.twilio.com"""

from restmap import Domain, deferred, version

from .v2 import V2


class Verify(Domain, host="verify.twilio.com"):
    """Versions: v2."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v2 = version(V2)
