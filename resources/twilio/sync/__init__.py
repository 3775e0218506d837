"""Sync: https://sync.twilio.com"""

from restmap import Domain, deferred, version

from .v1 import V1


class Sync(Domain, host="sync.twilio.com"):
    """Versions: v1."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v1 = version(V1)
