"""Proxy: conversations behind phone numbers of your own. https://www.twilio.com/docs/proxy"""

from __future__ import annotations

from restmap import Domain, deferred, version

from .v1 import V1


class Proxy(Domain, host="proxy.twilio.com"):
    """https://proxy.twilio.com"""

    sandbox_rules = deferred("resources.twilio.sandbox:TwilioRules")

    v1 = version(V1)
