"""Memory: https://memory.twilio.com"""

from restmap import Domain, deferred, version

from .v1 import V1


class Memory(Domain, host="memory.twilio.com"):
    """Versions: v1."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v1 = version(V1)
