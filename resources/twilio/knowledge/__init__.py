"""Knowledge: https://knowledge.twilio.com"""

from restmap import Domain, deferred, version

from .v1 import V1


class Knowledge(Domain, host="knowledge.twilio.com"):
    """Versions: v1."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v1 = version(V1)
