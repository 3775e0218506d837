"""Insights: https://insights.twilio.com"""

from restmap import Domain, deferred, version

from .v1 import V1
from .v2 import V2
from .v3 import V3


class Insights(Domain, host="insights.twilio.com"):
    """Versions: v1, v2, v3."""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v1 = version(V1)
    v2 = version(V2)
    v3 = version(V3)
